"""Notes 10 and up: the edition knows numbers of one figure, so they run on in the text of note 9.

Their marks were left in the questions or answers as figures of the text.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.text import Mark, Note

_Place: TypeAlias = tuple[int, int]
"""Which part, and where in its text."""

_ABBREVIATED = "".join(
    rf"(?<!\b{word}\.)" for word in ("nr", "nrs", "blz", "p", "pp", "pag", "art")
)
_NOTE_BEGINS = r"(?=[A-Z«‘“(]|\d{1,2}e\b|zie\b|https?:|www\.)"


def told_apart(
    notes: Sequence[Note], parts: Sequence[NumberedPart], kind: PartKind
) -> tuple[tuple[Note, ...], list[NumberedPart], list[Remark]]:
    """Make notes of their own of what runs on in note 9, the last of its side: 10, 11, 12 ….

    A number is that of a note where it stands alone, behind a sentence or a year and before what a
    note begins with, and follows the one before. Gives the notes, the parts with the marks that are
    certain, and what to know about both.
    """
    last = notes[-1] if notes else Note(number=None)
    numbers, texts = _cut(last.text or "") if last.number == "9" else ([], [])
    if not numbers:
        return tuple(notes), list(parts), []
    first, *others = texts
    further = (Note(number=n, text=text) for n, text in zip(numbers, others, strict=True))
    where = f"noten ({kind.value})"
    remarks = [Remark(rule="noot-10-en-hoger-in-noot-9", place=f"{where}: 9", part=kind)]
    marked = list(parts)
    before = _last_mark("9", marked)
    for number in numbers:
        if place := _certain(number, marked, before):
            before = place
            remarks.append(_marked(number, marked, kind, place))
        else:
            rule = "nootteken-zonder-plaats"
            remarks.append(Remark(rule=rule, place=f"{where}: {number}", part=kind))
    return (*notes[:-1], Note(number="9", text=first), *further), marked, remarks


def _cut(text: str) -> tuple[list[str], list[str]]:
    """Cut the text of note 9: the numbers in it, and the texts before, between and behind them."""
    numbers: list[str] = []
    texts: list[str] = []
    while found := re.search(
        rf"(?<=[.?!»)\d]){_ABBREVIATED} ({10 + len(numbers)}) {_NOTE_BEGINS}", text
    ):
        texts.append(text[: found.start()])
        numbers.append(found[1])
        text = text[found.end() :]
    return numbers, [*texts, text]


def _last_mark(number: str, parts: Sequence[NumberedPart]) -> _Place | None:
    places = [
        (at, mark.offset)
        for at, part in enumerate(parts)
        for mark in part.text.marks
        if mark.number == number and mark.offset is not None
    ]
    return places[-1] if places else None


def _certain(number: str, parts: Sequence[NumberedPart], before: _Place | None) -> _Place | None:
    """Give the place of a figure of the text that can be nothing but the mark of a note.

    Of all behind the mark before it, it alone stands directly behind a question or a quotation, or
    before an end, or before punctuation: nothing but a mark has a blank on both sides there.
    """
    figure = re.compile(rf"(?:(?<=[?!»])|(?<=»,)) {number}(?= |$)| {number}(?= [.,;:?!)]|$)")
    places = [
        (at, found.start())
        for at, part in enumerate(parts)
        for found in figure.finditer(part.text.text)
        if before is not None and (at, found.start()) >= before
    ]
    return places[0] if len(places) == 1 else None


def _marked(number: str, parts: list[NumberedPart], kind: PartKind, place: _Place) -> Remark:
    """Put a mark in the place of a figure, in ``parts``, and say so."""
    at, start = place
    part = parts[at]
    before, behind = part.text.cut(start, start + len(f" {number}"))
    if before is not None:
        text = before.followed_by("", behind) if behind else before
        mark = Mark(number=number, offset=len(before.text))
        parts[at] = replace(part, text=replace(text, marks=(*text.marks, mark)))
    where = f"{kind.value}/@nummer {part.label or ''}".rstrip()
    rule = "nootteken-als-cijfer"
    return Remark(rule=rule, place=where, part=kind, ordinal=at + 1, text=number)
