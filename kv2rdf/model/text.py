"""What was written, kept as it was written."""

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote; ``text`` is None where the source has its mark only."""

    number: str | None
    text: str | None = None
