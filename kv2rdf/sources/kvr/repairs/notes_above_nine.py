"""The separation of notes 10 and above from the text of note 9.

In the XML, only notes with one-digit numbers are marked up. The marks of other notes are numbers in
the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Mark, Note
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrRemark,
)

_Position: TypeAlias = tuple[int, int]
"""The index of a part, and an offset in its text."""

_NOT_AFTER_ABBREVIATION = "".join(
    rf"(?<!\b{word}\.)" for word in ("nr", "nrs", "blz", "p", "pp", "pag", "art")
)
_MOST_NOTES = 990
"""The maximum number of notes after note 9, which have the numbers 10 to 999."""

_MARK_AS_FIGURE = re.compile(
    r"""
      (?: (?<=[?!»]) | (?<=»,) )[ ]\d+(?=[ ]|$)   # "En dan? 10 Zo ja?", "«stuk», 10 ja?"
    | [ ]\d+(?=[ ][.,;:?!)]|$)                    # "Bij de NMa 10 ."
    """,
    re.VERBOSE,
)
_BEGINNING_OF_NOTE = r"(?=[A-Z«‘“(]|\d{1,2}e\b|zie\b|https?:|www\.)"


def separate_notes_above_nine(
    notes: Sequence[Note], parts: Sequence[KvrPart], kind: PartKind
) -> tuple[tuple[Note, ...], list[KvrPart], list[KvrRemark]]:
    """Split off notes 10, 11, 12 and so on from note 9 if that is the last note.

    A number in the text of note 9 begins a note if it is the next number, follows a sentence or a
    year, and is followed by words that can begin a note. Return the notes, the parts, and remarks.
    If it is certain where the mark of a new note was printed, the mark replaces the number in the
    text of the part. ``kind`` is the kind of the parts.
    """
    last = notes[-1] if notes else Note(number=None)
    numbers, texts = _split(last.text or "") if last.number == "9" else ([], [])
    if not numbers:
        return tuple(notes), list(parts), []
    first, *others = texts
    further = (Note(number=n, text=text) for n, text in zip(numbers, others, strict=True))
    location = f"noten ({kind.value})"
    rule = FindingRule.NOTE_10_AND_UP_IN_NOTE_9
    remarks = [KvrRemark(rule=rule, location=f"{location}: 9", about=kind)]
    marked = list(parts)
    position = _last_mark("9", marked)
    for number in numbers:
        if found := _certain_mark(number, marked, position):
            position = found
            index, offset = found
            part = marked[index]
            marked[index] = _with_mark(part, number, offset)
            remarks.append(
                KvrRemark(
                    rule=FindingRule.FOOTNOTE_MARK_AS_FIGURE,
                    location=f"{kind.value}/@nummer {part.label or ''}".rstrip(),
                    about=part.id,
                    text=number,
                )
            )
        else:
            rule = FindingRule.FOOTNOTE_MARK_WITHOUT_POSITION
            remarks.append(KvrRemark(rule=rule, location=f"{location}: {number}", about=kind))
    return (*notes[:-1], Note(number="9", text=first), *further), marked, remarks


def _split(text: str) -> tuple[list[str], list[str]]:
    """Return the numbers of further notes in ``text``, and the texts around them.

    ``text`` is the text of note 9.
    """
    numbers: list[str] = []
    texts: list[str] = []
    while len(numbers) < _MOST_NOTES and (
        found := re.search(
            rf"(?<=[.?!»)\d]){_NOT_AFTER_ABBREVIATION} ({10 + len(numbers)}) {_BEGINNING_OF_NOTE}",
            text,
        )
    ):
        texts.append(text[: found.start()])
        numbers.append(found[1])
        text = text[found.end() :]
    return numbers, [*texts, text]


def _last_mark(number: str, parts: Sequence[NumberedPart]) -> _Position | None:
    positions = [
        (index, mark.offset)
        for index, part in enumerate(parts)
        for mark in part.text.marks
        if mark.number == number and mark.offset is not None
    ]
    return positions[-1] if positions else None


def _certain_mark(
    number: str, parts: Sequence[NumberedPart], before: _Position | None
) -> _Position | None:
    """Return the position at which ``number`` in the text is certainly a mark, or None.

    ``before`` is the position of the previous mark, or None if it is not known. After that
    position, there must be exactly one place where the number follows a question, an exclamation or
    a quotation, or where it comes before punctuation or at the end of a text. There must be a space
    before the number, and also after it unless the text ends there.
    """
    positions = [
        (index, start)
        for index, part in enumerate(parts)
        for start in _figures(number, part.text.text)
        if before is not None and (index, start) >= before
    ]
    return positions[0] if len(positions) == 1 else None


def _figures(number: str, text: str) -> Iterator[int]:
    """Yield each offset at which a space and the number ``number`` may be a mark."""
    figure = f" {number}"
    start = text.find(figure)
    while start >= 0:
        mark = _MARK_AS_FIGURE.match(text, start)
        if mark and mark.end() == start + len(figure):
            yield start
        start = text.find(figure, start + 1)


def _with_mark(part: KvrPart, number: str, start: int) -> KvrPart:
    """Return a part in which a mark replaces the space and the number at ``start``."""
    before, after = part.text.split_around(start, start + len(f" {number}"))
    if before is None:
        return part
    text = before.followed_by("", after) if after else before
    mark = Mark(number=number, offset=len(before.text))
    return replace(part, text=replace(text, marks=(*text.marks, mark)))
