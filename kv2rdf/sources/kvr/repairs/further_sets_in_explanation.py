"""The askers of further sets of questions in the explanation of a KVR document.

Besides the explanation of the first set, the element of the explanation contains everything that is
printed below it.
"""

import re

from msgspec.structs import replace

from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.further_askers import with_further_askers
from kv2rdf.sources.kvr.paper_in_progress import KvrReading, KvrRemark
from kv2rdf.sources.kvr.question_headings import question_headings

_FIRST_NUMBER = re.compile(r"\s*1\s")


def take_askers_from_explanation(reading: KvrReading) -> KvrReading:
    """Add the askers of each further set of questions in the explanation to those of the paper.

    A further set begins at a heading of questions that has no number before it and is followed by
    the number 1. The text of the set remains in the explanation, because it is not certain where
    its questions and footnotes end. A remark quotes the heading.
    """
    explanation = reading.paper.explanation
    if explanation is None:
        return reading
    headings = [
        found[0]
        for found in question_headings(explanation.text)
        if found["number"] is None and _FIRST_NUMBER.match(explanation.text, found.end())
    ]
    remarks = (
        KvrRemark(rule=FindingRule.FURTHER_SET_OF_QUESTIONS, location="toelichting", text=heading)
        for heading in headings
    )
    return replace(
        reading,
        paper=replace(reading.paper, askers=with_further_askers(reading.paper.askers, headings)),
        remarks=(*reading.remarks, *remarks),
    )
