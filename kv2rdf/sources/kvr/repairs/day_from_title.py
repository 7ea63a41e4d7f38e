"""The repair of the date of tabling by means of the title, for papers of the Eerste Kamer."""

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.phrases.dutch_dates import tabling_day_in


def take_tabling_day_from_title(reading: KvrReading) -> KvrReading:
    """Use the date in the title as the date of tabling.

    A remark quotes the date that was replaced.
    """
    paper = reading.paper
    day = tabling_day_in(paper.title or "")
    if day is None or day == paper.tabled:
        return reading
    remark = KvrRemark(
        rule=FindingRule.DAY_FROM_TITLE,
        location="metadata/item Bibliografische_omschrijving",
        about=PartKind.QUESTION,
        text=paper.tabled.isoformat() if paper.tabled else None,
    )
    dated = day if paper.kind is PaperKind.QUESTIONS else paper.dated
    return replace(
        reading,
        paper=replace(paper, tabled=day, dated=dated),
        remarks=(*reading.remarks, remark),
    )
