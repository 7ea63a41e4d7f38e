"""Texts as printed, with footnote marks kept apart from the paragraphs."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

_NO_BLANK_BEFORE = re.compile(
    r"""
      [.,;:?!)»’”'%°/⁄]  # "29 maart 2001. In", "1985/1986"
    | [-–]\w             # "1985-1986"; not "in 1985 – en"
    | $                  # no text follows
    """,
    re.VERBOSE,
)

_LETTERS_APART = re.compile(r"(?:\b\w(?: ?- ?| ))+\w\b")
_CAPITAL_IN_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_REST_OF_SPACE = re.compile(r"(?<=\.)Â(?=[A-Z])")
_PREFIXES_TOGETHER = re.compile(r"\b([Vv]an)(de[nr]?)\b")


class Mark(Struct, frozen=True, kw_only=True):
    """A footnote mark in a passage.

    ``number`` is the number as printed. ``offset`` is the position of the mark in the text of the
    passage, which does not contain the marks. It is None if the source does not show the position.
    ``repetition`` is 1 for the first footnote with that number in a source, 2 for the second, and
    so on.
    """

    number: str
    offset: int | None
    repetition: int = 1

    @property
    def note(self) -> tuple[str, int]:
        """The number and repetition of the footnote, which together identify it in its source."""
        return self.number, self.repetition


class Passage(Struct, frozen=True, kw_only=True):
    """Paragraphs without their footnote marks, and those marks with their offsets.

    ``markup`` is the text with its lists, tables and emphasis (see ``structured_text``), or None if
    the source has none of these. A passage that is made from another passage has no markup.
    """

    paragraphs: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    markup: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs, separated by line feeds."""
        return "\n".join(self.paragraphs)

    def followed_by(self, words: str, other: "Passage") -> "Passage":
        """Return this text, ``words`` and the text of ``other`` as one paragraph with all marks.

        The three are joined with spaces, except that there is no space before ``other`` if it
        begins with closing punctuation. A mark at the very start of ``other`` is put before the
        space, so that it directly follows a word.
        """
        start = f"{self.text} {words}".strip()
        blank = "" if not start or _NO_BLANK_BEFORE.match(other.text) else " "
        shifted = (
            _shifted(mark, len(start) if mark.offset == 0 else len(start + blank))
            for mark in other.marks
        )
        return Passage(paragraphs=(start + blank + other.text,), marks=(*self.marks, *shifted))

    def split_around(self, start: int, end: int) -> tuple["Passage | None", "Passage | None"]:
        """Return the text before ``start`` and the text from ``end`` on, each as one paragraph.

        White space at the split is removed. None is returned for a side without text. A mark before
        ``start`` or after ``end`` stays on its side. A mark between the two, or without an offset,
        is put on the first side. If only one side has text, all marks are put on that side.
        """
        before, after = self.text[:start].rstrip(), self.text[end:].lstrip()
        after_start = len(self.text) - len(after)
        marks_before: list[Mark] = []
        marks_after: list[Mark] = []
        for mark in self.marks:
            if mark.offset is None:
                (marks_before if before else marks_after).append(mark)
            elif not before or (after and mark.offset >= end):
                offset = max(0, mark.offset - after_start)
                marks_after.append(replace(mark, offset=offset))
            else:
                offset = min(mark.offset, len(before))
                marks_before.append(replace(mark, offset=offset))
        return _paragraph(before, marks_before), _paragraph(after, marks_after)


def _shifted(mark: Mark, by: int) -> Mark:
    return mark if mark.offset is None else replace(mark, offset=mark.offset + by)


def _paragraph(text: str, marks: Sequence[Mark]) -> Passage | None:
    return Passage(paragraphs=(text,), marks=tuple(marks)) if text else None


class NoteFields(Struct, frozen=True, kw_only=True):
    """The date, title and web page that the editors of an archive extracted from a footnote."""

    day: date | None = None
    title: str | None = None
    page_url: str | None = None


class Note(Struct, frozen=True, kw_only=True):
    """A footnote as printed. ``text`` is None if the source contains only the mark.

    ``markup`` is the text with its lists, tables and emphasis, or None if the source has none of
    these.
    """

    number: str | None
    text: str | None = None
    markup: str | None = None
    fields: NoteFields | None = None


def with_restored_letters(printed: str) -> str:
    """Return a text with its letters restored if it was decoded with the wrong code page.

    For example, "FinanciÃ«n" becomes "Financiën". In the KVR XML, such errors occur in the metadata
    that librarians added, but not in the text of the paper. Text that cannot result from such an
    error is returned unchanged. An "Â" between a full stop and a capital letter is removed: it is
    the first byte of a special space whose second byte was lost, as in "M.ÂB. Vos".
    """
    if "Ã" not in printed and "Â" not in printed:
        return printed
    try:
        return b"".join(map(_byte_of, printed)).decode("utf-8")
    except UnicodeError:
        return _REST_OF_SPACE.sub("", printed)


def _byte_of(letter: str) -> bytes:
    """Return the byte that was decoded as a letter. Raise UnicodeError if there is none.

    A control character stands for the byte with its own number, such as 87 for the second byte of
    "Ç". The page of Windows-1252 has another character, or none, for this byte.
    """
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252")


def with_letters_together(name: str) -> str:
    """Return a name without the spaces between letters that are printed apart.

    "S m i t - K r o e s" becomes "Smit-Kroes", and "V a n d e n B r o e k" becomes "Van den Broek".
    """
    together = _LETTERS_APART.sub(lambda found: _words_of(found[0]), name)
    return " ".join(together.split())


def _words_of(letters: str) -> str:
    """Return spaced-out letters joined into words, with a space between words."""
    words = _CAPITAL_IN_WORD.sub(" ", letters.replace(" ", ""))
    return _PREFIXES_TOGETHER.sub(r"\1 \2", words)
