"""The separation of a notice from the end of an explanation."""

import re

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.kvr.reply_heading import with_reply_heading

_NOTICE = re.compile(
    r"""
    (?:(?:Nadere[ ])?[Mm]ededeling[ ])?                          # "Mededeling Mededeling van"
    \b(?P<heading>
        (?:Nadere[ ]m|M)ededeling[ ]van[ ][^?]{3,400}?           # "Nadere mededeling van minister"
        \(Ontvangen[ ][^()]*\)
    )
    """,
    re.VERBOSE,
)


def restore_notice_in_explanation(reading: KvrReading) -> KvrReading:
    """Move the heading of a notice in the explanation, and all text after it, to the notice."""
    explanation = reading.paper.explanation
    found = _NOTICE.search(explanation.text) if explanation else None
    if explanation is None or not found:
        return reading
    kept, _ = explanation.split_around(found.start(), len(explanation.text))
    _, notice = explanation.split_around(0, found.start())
    paper = with_reply_heading(reading.paper, found["heading"])
    remark = KvrRemark(rule=FindingRule.NOTICE_AFTER_EXPLANATION, location="toelichting")
    return replace(
        reading,
        paper=replace(paper, kind=PaperKind.NOTICE, explanation=kept, notice=notice),
        remarks=(*reading.remarks, remark),
    )
