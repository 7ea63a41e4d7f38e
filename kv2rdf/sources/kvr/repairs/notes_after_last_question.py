"""The separation of notes from the text of the last question.

The notes are printed below the question in a column.

The mark of each note is repeated before the text of the note: "Bent u bereid …? ¹ Trouw, 3 mei jl."
"""

import math
import re

from msgspec.structs import replace

from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.kvr.text import SENTENCE_ENDS

_TEXT_OF_NOTE = re.compile(r"\s*((?:[A-Z«‘“'(]|zie\b|idem\b|de [A-Z])[^?]{1,300})")
_NOT_A_NOTE = re.compile(r"Toelichting|[Aa]ntwoord van|[Mm]ededeling van")


def restore_notes_after_last_question(reading: KvrReading) -> KvrReading:
    """Move the texts at the end of the last question to the notes that have no text.

    Each text must follow a mark. The numbers of these marks must increase, and each must be the
    number of a note without text whose mark also occurs earlier in the questions. Otherwise nothing
    is changed.
    """
    notes = reading.paper.question_notes
    without_text = {note.number for note in notes if note.text is None}
    if not without_text or not reading.questions:
        return reading
    *others, last = reading.questions
    marks = last.text.marks
    numbers_before = {mark.number for part in others for mark in part.text.marks}
    first_possible, all_texts = _texts_after_marks(last.text)
    last_other_words = max((w.start() for w in _NOT_A_NOTE.finditer(last.text.text)), default=-1)
    for first, mark in enumerate(marks):
        offset = mark.offset
        if first >= first_possible and offset is not None and last_other_words < offset:
            texts = {m.number: all_texts[m.number] for m in marks[first:]}
            question = last.text.text[:offset].rstrip()
            if question.endswith(SENTENCE_ENDS) and texts.keys() <= without_text & numbers_before:
                break
        numbers_before.add(mark.number)
    else:
        return reading
    own = replace(last.text, paragraphs=(question,), marks=marks[:first])
    location = f"vraag/@nummer {last.label or ''}".rstrip()
    remark = KvrRemark(rule=FindingRule.NOTE_AFTER_QUESTION, location=location, about=last.id)
    completed = (
        replace(note, text=texts.get(note.number or "")) if note.text is None else note
        for note in notes
    )
    return replace(
        reading,
        paper=replace(reading.paper, question_notes=tuple(completed)),
        questions=(*others, replace(last, text=own)),
        remarks=(*reading.remarks, remark),
    )


def _texts_after_marks(text: Passage) -> tuple[int, dict[str, str]]:
    """Return the possible texts of notes at the end of ``text``, each of which follows a mark.

    Only the last marks are used, as long as their numbers increase and the text after each of them
    has the form of a note. The first item of the result is the index of the first of these marks.
    The second item maps the number of each mark to the text between it and the next mark.
    """
    texts: dict[str, str] = {}
    end, number_after = len(text.text), math.inf
    for index in range(len(text.marks) - 1, -1, -1):
        mark = text.marks[index]
        if mark.offset is None or int(mark.number) >= number_after:
            return index + 1, texts
        note = _TEXT_OF_NOTE.fullmatch(text.text, mark.offset, end)
        if note is None:
            return index + 1, texts
        texts[mark.number] = note[1].strip()
        end, number_after = mark.offset, int(mark.number)
    return 0, texts
