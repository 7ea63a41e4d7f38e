"""The repair of a misprinted date of tabling by means of a row of seeds/lookups.csv."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.kvr.printed_dates import text_of_days


def take_tabling_day_from_row(reading: KvrReading) -> KvrReading:
    """Use the intended date of tabling, if there is a row for the document and its printed date.

    A remark quotes the printed date. If the forms of this date in the heading and in the record
    differ, the remark quotes both.
    """
    paper = reading.paper
    if paper.tabled is None:
        return reading
    printed = paper.tabled.isoformat()
    meant = reading.misprinted_days.get(f"{paper.source.id} {printed}")
    if meant is None:
        return reading
    day, words = date.fromisoformat(meant), reading.printed_day
    remark = KvrRemark(
        rule=FindingRule.DAY_IS_MISPRINTED,
        location="vraagdata/@indiendatum",
        about=PartKind.QUESTION,
        text=text_of_days(printed, words) if words not in ("", printed) else printed,
    )
    dated = day if paper.kind is PaperKind.QUESTIONS else paper.dated
    return replace(
        reading,
        paper=replace(paper, tabled=day, dated=dated),
        remarks=(*reading.remarks, remark),
    )
