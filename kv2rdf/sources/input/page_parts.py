"""The parts of an array or of an OData page (``{"value": [ … ]}``), read in chunks.

Only brackets, quotation marks and separators are interpreted. A part may therefore contain errors,
such as a number with two decimal points. A page may have any size: at most one part and one chunk
of it are in memory. The nesting of its values is limited.
"""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kv2rdf.model.limits import NESTING
from kv2rdf.sources.input import file_content
from kv2rdf.sources.input.json_patterns import IN_TEXT, SCALAR, SPACE, in_brackets, whole_value

_NAME_BYTES = 64
"""A name with more bytes than this cannot be "value", even if every letter is an escape."""


class PagePart(NamedTuple):
    """The bytes of an element, or of the name or the value of a field.

    If a field is named ``value``, each element of its value is a separate part, and the value as a
    whole is not a part.

    A part that is too large for a document is cut off one byte after the limit.
    """

    content: bytes
    is_element: bool


class PageError(ValueError):
    """An error in the structure of a page or an array.

    ``offset`` is the number of bytes before the error, and ``problem`` describes the error.
    """

    def __init__(self, offset: int, problem: str) -> None:
        """Create an error whose message consists of the two arguments."""
        super().__init__(f"byte {offset}: {problem}")


class CutPageError(PageError):
    """An error for a page or an array that ends before its last bracket."""


def page_parts(chunks: Iterable[bytes]) -> Iterator[PagePart]:
    """Yield the elements of an array or of every array named ``value`` in a page.

    For a page, the names of all fields and the values of the other fields are yielded as well.
    Raises PageError when the bytes cannot be an array or a page. The parts before the error are
    yielded first.
    """
    page = _Page(iter(chunks))
    page.skip_mark()
    bracket = page.next_byte()
    if bracket == b"[":
        yield from _elements(page)
    elif bracket == b"{":
        yield from _fields(page)
    else:
        raise page.error("neither an array nor an object")
    if not page.is_at_end():
        raise page.error("something follows the last bracket")


def is_one_value(content: bytes) -> bool:
    """Whether the brackets, quotation marks and separators are those of one JSON value."""
    page = _Page(iter((content,)))
    page.skip_mark()
    try:
        page.next_byte()
        page.take_value(0)
    except PageError:
        return False
    return page.is_at_end()


def _elements(page: "_Page") -> Iterator[PagePart]:
    for _ in page.items(b"]"):
        yield PagePart(page.take_value(file_content.MAX_DOCUMENT_BYTES + 1), is_element=True)


def _fields(page: "_Page") -> Iterator[PagePart]:
    for first in page.items(b"}"):
        if first != b'"':
            raise page.error("not the name of a field")
        name = page.take_value(file_content.MAX_DOCUMENT_BYTES + 1)
        yield PagePart(name, is_element=False)
        if page.next_byte() != b":":
            raise page.error("no colon after the name of a field")
        page.take_byte()
        following = page.next_byte()
        if not _is_value(name):
            content = page.take_value(file_content.MAX_DOCUMENT_BYTES + 1)
            yield PagePart(content, is_element=False)
        elif following == b"[":
            yield from _elements(page)
        else:
            raise page.error("the field value is not an array")


def _is_value(name: bytes) -> bool:
    if len(name) > _NAME_BYTES:
        return False
    try:
        return bool(json.loads(name) == "value")
    except ValueError:
        return False


@dataclass(slots=True)
class _Page:
    """A page being read. ``at`` is the offset in ``chunk``, and ``before`` is that of ``chunk``."""

    chunks: Iterator[bytes]
    chunk: bytes = b""
    at: int = 0
    before: int = 0

    def error(self, problem: str) -> PageError:
        return PageError(self.before + self.at, problem)

    def skip_mark(self) -> None:
        """Skip the byte order mark, if there is one."""
        while len(self.chunk) < len(codecs.BOM_UTF8) and self._has_more():
            pass
        self.at = len(codecs.BOM_UTF8) if self.chunk.startswith(codecs.BOM_UTF8) else 0

    def is_at_end(self) -> bool:
        """Whether only white space remains."""
        while True:
            found = SPACE.match(self.chunk, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.chunk) or not self._has_more():
                return self.at == len(self.chunk)

    def next_byte(self) -> bytes:
        """Return the next byte that is not white space. Raises CutPageError if there is none."""
        if self.is_at_end():
            raise self._cut()
        return self.chunk[self.at : self.at + 1]

    def take_byte(self) -> None:
        self.at += 1

    def items(self, closing: bytes) -> Iterator[bytes]:
        """Yield the first byte of each item up to a closing bracket.

        The caller must consume each item before the next one is yielded.
        """
        self.take_byte()
        following = self.next_byte()
        if following != closing:
            yield following
            while (following := self.next_byte()) == b",":
                self.take_byte()
                yield self.next_byte()
        if following != closing:
            raise self.error("no comma or closing bracket after a value")
        self.take_byte()

    def take_value(self, most: int) -> bytes:
        """Move past the value that begins here, and return up to ``most`` bytes of it."""
        found = whole_value().match(self.chunk, self.at)
        if found and len(found[0]) <= most:
            self.at = found.end()
            return found[0]
        kept, depth = io.BytesIO(), 0
        while True:
            first = self._byte()
            if first == b'"':
                self._take_text(kept, most)
            elif first in {b"[", b"{"}:
                depth += 1
                if problem := NESTING.excess(depth):
                    raise self.error(problem)
                self._keep(self.at + 1, kept, most)
            elif depth and first in {b"]", b"}"}:
                depth -= 1
                self._keep(self.at + 1, kept, most)
            elif depth or not SCALAR.match(first):
                raise self.error("not a value")
            else:
                self._take(SCALAR, kept, most)
            if not depth:
                return kept.getvalue()
            self._take(in_brackets(NESTING.most - depth), kept, most)

    def _take_text(self, kept: io.BytesIO, most: int) -> None:
        self._keep(self.at + 1, kept, most)
        while True:
            self._take(IN_TEXT, kept, most)
            following = self._byte()
            if following == b'"':
                self._keep(self.at + 1, kept, most)
                return
            if following != b"\\" or self.at + 1 < len(self.chunk):
                raise self.error("a control character in a text")
            if not self._has_more():
                raise self._cut()

    def _byte(self) -> bytes:
        if self.at == len(self.chunk) and not self._has_more():
            raise self._cut()
        return self.chunk[self.at : self.at + 1]

    def _cut(self) -> CutPageError:
        return CutPageError(self.before + len(self.chunk), "the file ends too early")

    def _take(self, pattern: re.Pattern[bytes], kept: io.BytesIO, most: int) -> None:
        """Move past all bytes that match a pattern, including those in the following chunks.

        They are written to ``kept`` until it contains ``most`` bytes.
        """
        while True:
            found = pattern.match(self.chunk, self.at)
            self._keep(found.end() if found else self.at, kept, most)
            if self.at < len(self.chunk) or not self._has_more():
                return

    def _keep(self, end: int, kept: io.BytesIO, most: int) -> None:
        kept.write(self.chunk[self.at : min(end, self.at + most - kept.tell())])
        self.at = end

    def _has_more(self) -> bool:
        """Append the next chunk to the rest of this one. Return whether there was a next chunk."""
        following = next(self.chunks, b"")
        self.before += self.at
        self.chunk, self.at = self.chunk[self.at :] + following, 0
        return bool(following)
