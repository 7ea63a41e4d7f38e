"""What was written, kept as it was written."""

import re
from datetime import date
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

_CLOSING = re.compile(r"[.,;:?!)»’”'%°/⁄]|[-–]\w|$")


class Mark(Struct, frozen=True, kw_only=True):
    """A footnote mark: the number it prints, and the characters of text before it.

    ``offset`` counts in the text of the passage, marks taken out; None: the source lost the place.
    """

    number: str
    offset: int | None


class Passage(Struct, frozen=True, kw_only=True):
    """Paragraphs, without the footnote marks, and where those marks stood."""

    paragraphs: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one line feed between them."""
        return "\n".join(self.paragraphs)

    def followed_by(self, words: str, other: Self) -> Self:
        """Give this text, some words, and another text as one paragraph, with the marks of both.

        No blank comes before punctuation that closes; a mark that opens the other text comes before
        the blank.
        """
        start = f"{self.text} {words}".strip()
        blank = "" if not start or _CLOSING.match(other.text) else " "
        moved = (
            _moved(mark, len(start + blank) if mark.offset else len(start)) for mark in other.marks
        )
        return replace(self, paragraphs=(start + blank + other.text,), marks=(*self.marks, *moved))

    def cut(self, start: int, end: int) -> tuple[Self | None, Self | None]:
        """Give the text before ``start`` and that from ``end`` on, one paragraph each; None: none.

        Marks stay on their side; one between the two, or whose place is lost, on the first; all on
        the one that there is.
        """
        before, after = self.text[:start].rstrip(), self.text[end:].lstrip()
        gone = len(self.text) - len(after)
        sides: tuple[list[Mark], list[Mark]] = ([], [])
        for mark in self.marks:
            behind = mark.offset is not None and mark.offset >= end
            if not before or (behind and after):
                sides[1].append(_moved(mark, -min(gone, mark.offset or 0)))
            else:
                sides[0].append(_moved(mark, -max(0, (mark.offset or 0) - len(before))))
        first, then = map(tuple, sides)
        return (
            replace(self, paragraphs=(before,), marks=first) if before else None,
            replace(self, paragraphs=(after,), marks=then) if after else None,
        )


def _moved(mark: Mark, by: int) -> Mark:
    return mark if mark.offset is None else replace(mark, offset=mark.offset + by)


class NoteFields(Struct, frozen=True, kw_only=True):
    """What an edition parsed out of a footnote: the day, title and web page of what it cites."""

    day: date | None = None
    title: str | None = None
    page: str | None = None


class Note(Struct, frozen=True, kw_only=True):
    """A footnote; ``text`` is None where the source has its mark only."""

    number: str | None
    text: str | None = None
    fields: NoteFields | None = None
