"""The removal of all text from a document whose pages are those of a Kamerstuk.

In one case, the archive contains the pages of a Kamerstuk in place of those of a written question.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart, Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
    Subject,
    part_ids,
    with_subject,
)

_NOTICE = re.compile(r"; Mededeling\.?$")


def remove_text_of_kamerstuk(reading: KvrReading) -> KvrReading:
    """Move all text of the document to remarks if its pages are those of a Kamerstuk.

    The facts in the library's record remain. The askers and the dates also remain, because the
    pages only add to what the record states about them. The title in the record shows whether the
    reply is a notice. A remark without text is removed if it is about a part, a note or another
    field of the pages.
    """
    if not reading.is_kamerstuk:
        return reading
    paper = reading.paper
    is_notice = _NOTICE.search(paper.title or "") is not None
    return replace(
        reading,
        paper=replace(
            paper,
            kind=PaperKind.NOTICE if is_notice else paper.kind,
            short_title=None,
            addressees=(),
            answerers=(),
            on_behalf_of=(),
            see_also=(),
            question_notes=(),
            answer_notes=(),
            explanation=None,
        ),
        questions=(),
        answers=(),
        remarks=(
            *_remarks_with_text(reading),
            *(
                KvrRemark(
                    rule=FindingRule.TEXT_IN_ADDRESSEE,
                    location="vraagdata/vraagt-aan",
                    about=PartKind.QUESTION,
                    text=addressee.printed,
                )
                for addressee in paper.addressees
            ),
            *(
                KvrRemark(
                    rule=FindingRule.TEXT_OF_ANOTHER_PAPER,
                    location=location,
                    about=side,
                    text=text,
                )
                for location, side, words in _texts(reading)
                if (text := " ".join(filter(None, words)))
            ),
        ),
        last_line="",
    )


def _remarks_with_text(reading: KvrReading) -> tuple[KvrRemark, ...]:
    """Return the remarks on the paper and those with text, none of them on a part.

    A remark on a part becomes a remark on all questions or on all answers.
    """
    found = (remark for remark in reading.remarks if remark.about is None or remark.text)
    of_questions: set[Subject] = {PartKind.EXPLANATION, *part_ids(reading.questions)}
    kept = with_subject(found, PartKind.QUESTION, of=of_questions)
    return with_subject(kept, PartKind.ANSWER, of=part_ids(reading.answers))


def _texts(reading: KvrReading) -> Iterator[tuple[str, PartKind, Iterable[str | None]]]:
    """Yield each place with text, the side that it belongs to, and its words."""
    paper = reading.paper
    explanation = paper.explanation.text if paper.explanation else None
    question_words = _part_texts(reading.questions, paper.question_notes)
    answer_words = _part_texts(reading.answers, paper.answer_notes)
    yield "vraagdata/@onderwerp", PartKind.QUESTION, (paper.short_title,)
    yield "vragen", PartKind.QUESTION, question_words
    yield "toelichting", PartKind.QUESTION, (explanation,)
    yield "antwoorddata", PartKind.ANSWER, (*_officer_words(paper), *paper.see_also)
    yield "antwoorden", PartKind.ANSWER, answer_words
    yield "kvr/@type", PartKind.QUESTION, (reading.last_line,)


def _officer_words(paper: Paper) -> Iterator[str | None]:
    for mention in (*paper.answerers, *paper.on_behalf_of):
        yield mention.printed
        yield mention.whole_office if mention.whole_office != mention.printed else None


def _part_texts(parts: Iterable[NumberedPart], notes: Iterable[Note]) -> Iterator[str | None]:
    for part in parts:
        yield part.label
        yield part.text.text
    for note in notes:
        if note.text is not None:
            # A number without text is only that of a mark.
            yield note.number
        yield note.text
        if note.fields is not None:
            # The title and the date in the fields are copied from the text of the note.
            yield note.fields.page_url
