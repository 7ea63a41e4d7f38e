"""What was written, kept as it was written."""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A footnote mark: the number it prints, and the characters of text before it.

    ``offset`` counts in the text of the passage, marks taken out; None: the source lost the place.
    """

    number: str
    offset: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs, without the footnote marks, and where those marks stood."""

    paragraphs: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one line feed between them."""
        return "\n".join(self.paragraphs)

    def followed_by(self, words: str, other: Self) -> Self:
        """Give this text, some words, and another text as one paragraph, with the marks of both."""
        start = f"{self.text} {words}".strip()
        opens_with_mark = any(mark.offset == 0 for mark in other.marks)
        blank = " " if other.text[0].isalnum() and not opens_with_mark else ""
        start += blank
        moved = (_moved(mark, len(start)) for mark in other.marks)
        return replace(self, paragraphs=(start + other.text,), marks=(*self.marks, *moved))

    def cut(self, start: int, end: int) -> tuple[Self | None, Self | None]:
        """Give the text before ``start`` and that from ``end`` on, one paragraph each; None: none.

        Marks stay on their side; one between the two, or whose place is lost, on the first.
        """
        before, after = self.text[:start].rstrip(), self.text[end:].lstrip()
        gone = len(self.text) - len(after)
        first = tuple(
            replace(mark, offset=min(mark.offset, len(before))) if mark.offset is not None else mark
            for mark in self.marks
            if mark.offset is None or mark.offset < end
        )
        then = tuple(
            _moved(mark, -min(gone, mark.offset))
            for mark in self.marks
            if mark.offset is not None and mark.offset >= end
        )
        return (
            replace(self, paragraphs=(before,), marks=first) if before else None,
            replace(self, paragraphs=(after,), marks=then) if after else None,
        )


def _moved(mark: Mark, by: int) -> Mark:
    return mark if mark.offset is None else replace(mark, offset=mark.offset + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote; ``text`` is None where the source has its mark only."""

    number: str | None
    text: str | None = None
