"""Notes whose texts stand behind the last question, as the foot of the column was read with it.

The mark of each stands there once more, before its text: "Bent u bereid …? ¹ Trouw, 3 mei jl."
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark
from kv2rdf.model.text import Mark

_ENDED = re.compile(r".*[.?!»)'’”]\s*", re.DOTALL)
_TEXT_OF_NOTE = re.compile(r"\s*((?:[A-Z«‘“'(]|zie\b|idem\b|de [A-Z])[^?]{1,300})")
_NO_NOTE = re.compile(r"Toelichting|[Aa]ntwoord van|[Mm]ededeling van")


def brought_home(paper: Paper) -> Paper:
    """Give the notes of a paper without text those that stand behind its last question.

    They are its end: of each the number is that of a note without text, which has its mark before
    as well, and all numbers rise. Else the question stands as it is.
    """
    lacking = {note.number for note in paper.question_notes if note.text is None}
    if not lacking or not paper.questions:
        return paper
    *before, last = paper.questions
    for first in range(len(last.text.marks)):
        texts = _texts(last, last.text.marks[first:])
        seen = [mark.number for part in before for mark in part.text.marks]
        seen += [mark.number for mark in last.text.marks[:first]]
        if texts and texts.keys() <= lacking & set(seen):
            break
    else:
        return paper
    start = last.text.marks[first].offset
    own = replace(
        last.text,
        paragraphs=(last.text.text[:start].rstrip(),),
        marks=last.text.marks[:first],
    )
    place = f"vraag/@nummer {last.label or ''}".rstrip()
    ordinal = len(paper.questions)
    told = Remark(rule="noot-achter-vraag", place=place, part=PartKind.QUESTION, ordinal=ordinal)
    return replace(
        paper,
        questions=(*before, replace(last, text=own)),
        question_notes=tuple(
            replace(note, text=texts[note.number])
            if note.text is None and note.number in texts
            else note
            for note in paper.question_notes
        ),
        remarks=(*paper.remarks, told),
    )


def _texts(part: NumberedPart, marks: Sequence[Mark]) -> dict[str | None, str]:
    """Give what stands behind each mark to the next by its number; {}: some of it is no note."""
    text = part.text.text
    places = [mark.offset for mark in marks if mark.offset is not None]
    numbers = [int(mark.number) for mark in marks]
    rising = all(one < other for one, other in pairwise(numbers))
    if len(places) < len(marks) or not rising or not _ENDED.fullmatch(text, 0, places[0]):
        return {}
    ends = [*places[1:], len(text)]
    found = [_TEXT_OF_NOTE.fullmatch(text, *span) for span in zip(places, ends, strict=True)]
    if not all(found) or _NO_NOTE.search(text, places[0]):
        return {}
    return {
        mark.number: words[1].strip() for mark, words in zip(marks, found, strict=True) if words
    }
