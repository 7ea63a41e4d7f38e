"""The removal of all text from a document whose pages are those of a Kamerstuk.

In one case, the archive contains the pages of a Kamerstuk in place of those of a written question.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from kv2rdf.sources.kvr.paper_in_progress import KvrReading, KvrRemark

_NOTICE = re.compile(r"; Mededeling\.?$")
_KEPT_SUBJECTS = (None, PartKind.QUESTION, PartKind.ANSWER)
"""The subjects of the remarks that are kept: the paper, its questions and its reply."""


def remove_text_of_kamerstuk(reading: KvrReading) -> KvrReading:
    """Move all text of the document to remarks if its pages are those of a Kamerstuk.

    Only the facts in the library's record remain. The title in that record shows whether the reply
    is a notice.
    """
    if not reading.is_kamerstuk:
        return reading
    paper = reading.paper
    text = " ".join(filter(None, _texts(reading)))
    is_notice = _NOTICE.search(paper.title or "") is not None
    return replace(
        reading,
        paper=replace(
            paper,
            kind=PaperKind.NOTICE if is_notice else paper.kind,
            short_title=None,
            addressees=(),
            question_notes=(),
            answer_notes=(),
            explanation=None,
        ),
        questions=(),
        answers=(),
        remarks=(
            *(remark for remark in reading.remarks if remark.about in _KEPT_SUBJECTS),
            *(
                KvrRemark(
                    rule=FindingRule.TEXT_IN_ADDRESSEE,
                    location="vraagdata/vraagt-aan",
                    about=PartKind.QUESTION,
                    text=addressee.printed,
                )
                for addressee in paper.addressees
            ),
            KvrRemark(
                rule=FindingRule.TEXT_OF_ANOTHER_PAPER,
                location="vragen",
                about=PartKind.QUESTION,
                text=text,
            ),
        ),
        last_line="",
    )


def _texts(reading: KvrReading) -> Iterator[str]:
    paper = reading.paper
    yield paper.short_title or ""
    yield from _part_texts(reading.questions, paper.question_notes)
    yield paper.explanation.text if paper.explanation else ""
    yield from _part_texts(reading.answers, paper.answer_notes)
    yield reading.last_line


def _part_texts(parts: Iterable[NumberedPart], notes: Iterable[Note]) -> Iterator[str]:
    for part in parts:
        yield f"{part.label or ''} {part.text.text}".strip()
    for note in notes:
        yield note.text or ""
