"""A builder for a text and its markup (docs/structured-text.md)."""

import re
from dataclasses import dataclass, field
from html import escape

from kv2rdf.model.text import Mark, Passage

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_CLOSING = tuple(".,;:?!)»’”")
_ROOT = '<div xmlns="http://www.w3.org/1999/xhtml">'


@dataclass(slots=True)
class TextBuilder:
    """A builder of a passage from blocks and the pieces of text in them.

    Each run of white space becomes one space, which is written only if text follows on the same
    line. No space is inserted between adjacent elements. Empty lists and empty inline elements are
    left out.
    """

    has_structure: bool = False
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _markup: list[str] = field(default_factory=lambda: [_ROOT])
    _marks: list[Mark] = field(default_factory=list)
    _open: list[str | None] = field(default_factory=list)
    _queue: list[str] = field(default_factory=list)
    _separator: str = ""
    _is_before_mark: bool = False
    _is_in_cell: bool = False
    _line_has_text: bool = False
    _has_lines: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not self._has_lines

    @property
    def has_text_in_line(self) -> bool:
        """Whether the current line, or the current paragraph of a cell, contains any text."""
        return self._line_has_text

    def passage(self) -> Passage:
        """Return the text.

        It has markup if it contains anything other than plain paragraphs, such as a list, a table,
        emphasis or a link.
        """
        markup = "".join((*self._markup, "</div>")) if self.has_structure else None
        paragraphs = tuple("".join(self._text).split("\n"))
        return Passage(paragraphs=paragraphs, marks=tuple(self._marks), markup=markup)

    def begin_block(self, tag: str) -> None:
        """Begin a list, a list item or a table."""
        self.has_structure = True
        self._markup.append(f"<{tag}>")

    def end_block(self, tag: str) -> None:
        """End a list, a list item or a table. It is left out if nothing was written in it."""
        if self._markup[-1] == f"<{tag}>":
            self._markup.pop()
        else:
            self._markup.append(f"</{tag}>")

    def begin_line(self, tag: str = "p") -> None:
        """Begin a paragraph outside a table, or a row of a table."""
        self._write("\n" if self._has_lines else "")
        self._markup.append(f"<{tag}>")
        self._has_lines = True
        self._start_text()

    def end_line(self, tag: str = "p") -> None:
        """End a row of a table, or a paragraph outside a table."""
        self._end_text()
        self._markup.append(f"</{tag}>")

    def begin_cell(self, tag: str, spans: str, *, is_first: bool) -> None:
        """Begin a cell of a row. ``spans`` is the text of the cell's attributes in the markup."""
        self._write("" if is_first else "\t")
        self._markup.append(f"<{tag}{spans}>")
        self._is_in_cell = True
        self._start_text()

    def end_cell(self, tag: str) -> None:
        """End a cell."""
        self._end_text()
        self._markup.append(f"</{tag}>")
        self._is_in_cell = False

    def begin_paragraph_in_cell(self, *, is_first: bool) -> None:
        """Begin one of several paragraphs of a cell."""
        self._write("" if is_first else " ")
        self._markup.append("<p>")
        self._start_text()

    def end_paragraph_in_cell(self) -> None:
        """End one of several paragraphs of a cell."""
        self._end_text()
        self._markup.append("</p>")

    def begin_inline(self, tag: str, attributes: str = "") -> None:
        """Begin an inline element. An element inside another of the same kind has no effect."""
        start = f"<{tag}{attributes}>"
        is_repeated = start in self._open or (tag == "a" and any(map(_is_link, self._open)))
        self._open.append(None if is_repeated else start)
        if not is_repeated:
            self._queue.append(start)
            self.has_structure = True

    def end_inline(self) -> None:
        """End the innermost inline element."""
        start = self._open.pop()
        if start is None:
            return
        end = f"</{start[1:-1].partition(' ')[0]}>"
        if self._queue and self._queue[-1] == start:
            self._queue.pop()
        elif self._queue or self._separator:
            self._queue.append(end)
        else:
            self._markup.append(end)

    def add(self, text: str) -> None:
        """Add text to the current line."""
        for position, words in enumerate(_WHITE_SPACE.split(text)):
            if position and self._line_has_text and not self._separator:
                self._separator = " "
            if words:
                if self._is_before_mark and words.startswith(_CLOSING):
                    self._separator = ""
                self._write_separator()
                self._flush_queue()
                self._write(words)
                self._markup.append(escape(words, quote=False))
                self._line_has_text = True

    def add_line_end(self) -> None:
        """Add a line break from the source. It is written only between two pieces of text."""
        self.has_structure = True
        if self._line_has_text:
            self._separator = "\n"

    def add_mark(self, number: str, repetition: int) -> None:
        """Add the mark of a footnote.

        ``repetition`` is the position of the footnote among those with the same number, from 1.

        A space before the mark is removed if closing punctuation follows the mark.
        """
        self._is_before_mark = self._separator == " "
        self._flush_queue()
        self._marks.append(Mark(number=number, offset=self._length, repetition=repetition))
        self._markup.append(f'<a href="#noot-{len(self._marks)}"></a>')

    def _write_separator(self) -> None:
        if self._separator == "\n":
            self._write(" " if self._is_in_cell else "\n")
            self._markup.append("<br></br>")
        elif self._separator:
            self._write(" ")
            self._markup.append(" ")
        self._separator = ""
        self._is_before_mark = False

    def _start_text(self) -> None:
        self._line_has_text = False
        self._separator = ""

    def _end_text(self) -> None:
        self._flush_queue()
        self._start_text()

    def _flush_queue(self) -> None:
        self._markup += self._queue
        self._queue.clear()

    def _write(self, words: str) -> None:
        self._text.append(words)
        self._length += len(words)


def _is_link(start: str | None) -> bool:
    return start is not None and start.startswith("<a ")
