"""The removal of the heading of the reply from an answer."""

import re

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrReading,
    KvrRemark,
    Subject,
    with_subject,
)
from kv2rdf.sources.kvr.reply_heading import with_reply_heading
from kv2rdf.sources.phrases.heading_words import WHOLE_HEADING

_OPENING = re.compile(
    rf"""
    {WHOLE_HEADING.pattern}
    (?:,?[ ]zie[ ]ook[ ]Aanhangsel[^?]{{0,60}}?\d{{4}}\s?[-–]\s?\d{{4}}\.?)?
    """,
    re.VERBOSE,
)


def remove_reply_headings(reading: KvrReading) -> KvrReading:
    """Remove the heading of the reply from each answer that begins with it.

    An answer that contains only the heading is removed. The heading is moved to a remark. If the
    document names no answerers, they are taken from the heading.
    """
    answers: list[KvrPart] = []
    remarks = list(reading.remarks)
    removed: set[Subject] = set()
    heading = ""
    for part in reading.answers:
        opening = _OPENING.match(part.text.text)
        if opening is None:
            answers.append(part)
            continue
        heading = words = opening[0]
        _, rest = part.text.split_around(0, opening.end())
        if rest:
            answers.append(replace(part, text=rest))
        else:
            removed.add(part.id)
            words = f"{part.label or ''} {heading}".strip()
        remarks.append(
            KvrRemark(
                rule=FindingRule.HEADING_AS_PART,
                location=f"antwoord/@nummer {part.label or ''}".rstrip(),
                about=PartKind.ANSWER,
                text=words,
            )
        )
    paper = reading.paper
    if heading and not paper.answerers:
        paper = with_reply_heading(paper, heading)
    return replace(
        reading,
        paper=paper,
        answers=tuple(answers),
        remarks=with_subject(remarks, PartKind.ANSWER, of=removed),
    )
