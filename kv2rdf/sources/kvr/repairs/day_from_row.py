"""The repair of a misprinted date of tabling by means of a row of seeds/lookups.csv."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)


def take_tabling_day_from_row(reading: KvrReading) -> KvrReading:
    """Use the intended date of tabling, if there is a row for the document and its printed date.

    A remark quotes the printed date.
    """
    paper = reading.paper
    if paper.tabled is None:
        return reading
    printed = paper.tabled.isoformat()
    meant = reading.misprinted_days.get(f"{paper.source.id} {printed}")
    if meant is None:
        return reading
    day = date.fromisoformat(meant)
    remark = KvrRemark(
        rule=FindingRule.DAY_IS_MISPRINTED,
        location="vraagdata/@indiendatum",
        about=PartKind.QUESTION,
        text=printed,
    )
    dated = day if paper.kind is PaperKind.QUESTIONS else paper.dated
    return replace(
        reading,
        paper=replace(paper, tabled=day, dated=dated),
        remarks=(*reading.remarks, remark),
    )
