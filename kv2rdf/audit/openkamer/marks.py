"""The footnote marks in the text of an openkamer page.

A number after a word, or after punctuation that ends a word or a quotation, is a mark if it is the
next number in order. After a capital letter, as in CO2, the number remains in the text. Because it
may have been a mark, the number of the next mark may then be one higher.
"""

from dataclasses import dataclass, field

_CLOSING = "»”’\"'?!)"
_PAUSE = ".,;:"
_DIGITS = "0123456789"
_MOST_DIGITS = 3


@dataclass(slots=True)
class MarkScanner:
    """A scanner that removes the footnote marks from successive texts.

    ``last`` is the number of the last mark.
    """

    last: int = 0
    marks: list[str] = field(default_factory=list)
    _doubtful: int = 0

    def text_without_marks(self, text: str) -> str:
        """Return a paragraph without its marks, which are added to ``marks``."""
        kept: list[str] = []
        at = 0
        while at < len(text):
            digits = _digits_at(text, at)
            if not digits:
                kept.append(text[at])
                at += 1
                continue
            if self._is_mark(text, at, digits):
                self.marks.append(digits)
                self.last, self._doubtful = int(digits), 0
            else:
                kept.append(digits)
            at += len(digits)
        return "".join(kept)

    def begin_text(self) -> None:
        """Begin the next text. Possible marks in the previous text are ignored."""
        self._doubtful = 0

    def _is_mark(self, text: str, at: int, digits: str) -> bool:
        end = at + len(digits)
        follows_word = _follows_a_word(text[max(0, at - 2) : at])
        if len(digits) > _MOST_DIGITS or not follows_word or text[end : end + 1].isalpha():
            return False
        if text[end : end + 1] == "_" or not 0 < int(digits) - self.last <= 1 + self._doubtful:
            return False
        if text[at - 1].isupper():
            self._doubtful += 1
            return False
        return True


def _digits_at(text: str, at: int) -> str:
    end = at
    while end < len(text) and text[end] in _DIGITS:
        end += 1
    return text[at:end]


def _follows_a_word(before: str) -> bool:
    """Whether the last characters before a number end a word, or a word and its punctuation."""
    last = before[-1:]
    if last in _PAUSE and last:
        return before[:-1].isalpha()
    return last.isalpha() or (last in _CLOSING and last != "")
