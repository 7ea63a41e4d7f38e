"""Notes whose texts follow the last question, because the foot of the column was read with it.

The mark of each note is repeated before the text of the note: "Bent u bereid …? ¹ Trouw, 3 mei jl."
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Mark, Passage
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)

_ENDED = re.compile(r".*[.?!»)'’”]\s*", re.DOTALL)
_TEXT_OF_NOTE = re.compile(r"\s*((?:[A-Z«‘“'(]|zie\b|idem\b|de [A-Z])[^?]{1,300})")
_NOT_A_NOTE = re.compile(r"Toelichting|[Aa]ntwoord van|[Mm]ededeling van")


def restore_notes_after_last_question(reading: KvrReading) -> KvrReading:
    """Turn the end of the last question into the texts of notes that have none.

    Each text must follow a mark. The numbers of these marks must rise, and each must be the number
    of a note without text whose mark also occurs earlier in the questions. Otherwise nothing is
    changed.
    """
    notes = reading.paper.question_notes
    without_text = {note.number for note in notes if note.text is None}
    if not without_text or not reading.questions:
        return reading
    *others, last = reading.questions
    marks = last.text.marks
    numbers_before = {mark.number for part in others for mark in part.text.marks}
    for first, mark in enumerate(marks):
        texts = _texts_of_notes(last.text, marks[first:])
        if texts and texts.keys() <= without_text & numbers_before:
            break
        numbers_before.add(mark.number)
    else:
        return reading
    question = last.text.text[: marks[first].offset].rstrip()
    own = replace(last.text, paragraphs=(question,), marks=marks[:first])
    location = f"vraag/@nummer {last.label or ''}".rstrip()
    remark = KvrRemark(rule=FindingRule.NOTE_AFTER_QUESTION, location=location, about=last.id)
    completed = (
        replace(note, text=texts.get(note.number)) if note.text is None else note for note in notes
    )
    return replace(
        reading,
        paper=replace(reading.paper, question_notes=tuple(completed)),
        questions=(*others, replace(last, text=own)),
        remarks=(*reading.remarks, remark),
    )


def _texts_of_notes(text: Passage, marks: Sequence[Mark]) -> dict[str | None, str]:
    """Return a mapping of the number of each mark to the text between it and the next mark.

    Returns {} if one of these texts cannot be a note.
    """
    offsets = [mark.offset for mark in marks if mark.offset is not None]
    numbers = [int(mark.number) for mark in marks]
    is_rising = all(one < other for one, other in pairwise(numbers))
    words = text.text
    if len(offsets) < len(marks) or not is_rising or not _ENDED.fullmatch(words, 0, offsets[0]):
        return {}
    ends = [*offsets[1:], len(words)]
    found = [_TEXT_OF_NOTE.fullmatch(words, *span) for span in zip(offsets, ends, strict=True)]
    if not all(found) or _NOT_A_NOTE.search(words, offsets[0]):
        return {}
    return {mark.number: note[1].strip() for mark, note in zip(marks, found, strict=True) if note}
