"""The answerers that the library's record of a scan names."""

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)


def take_answerers_from_record(reading: KvrReading) -> KvrReading:
    """Take the answerers from the record, if the heading of the reply does not name them."""
    paper, names = reading.paper, reading.recorded_answerers
    if paper.kind is PaperKind.QUESTIONS or paper.answerers or not names:
        return reading
    answerers = tuple(Mention(printed=name, name=name) for name in names)
    remark = KvrRemark(
        rule=FindingRule.ANSWERER_AS_STATED_BY_RECORD, location="metadata/item Beantwoorder"
    )
    return replace(
        reading,
        paper=replace(paper, answerers=answerers),
        remarks=(*reading.remarks, remark),
    )
