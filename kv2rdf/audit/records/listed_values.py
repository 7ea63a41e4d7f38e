"""The values in an array or in an OData page (``{"value": [ … ]}``), found without parsing them.

The bytes are read in chunks. At most one value and one chunk are in memory at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from json import JSONDecoder
from typing import NamedTuple

_MARK = b"\xef\xbb\xbf"
_TO_A_TOKEN = re.compile(rb"[ \t\n\r]*+")
_TO_THE_END_OF_A_TEXT = re.compile(rb'(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+')
_SIMPLE = re.compile(rb"[-+.0-9Eaeflnrstu]++")
_QUOTE, _ESCAPE, _COLON, _COMMA = b'"\\:,'
_OPENING, _CLOSING = b"[{", b"]}"
_END = -1
_LONGEST_NAME = 64


_PLAIN = rb'(?:[-+.,:0-9Eaeflnrstu \t\n\r]++|"(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+")*+'
_MOST_DEPTH = 32


@lru_cache(maxsize=_MOST_DEPTH)
def _to_a_bracket(depth: int) -> re.Pattern[bytes]:
    """Return a pattern that skips complete lists and objects inside ``depth`` open brackets."""
    pattern = _PLAIN
    for _ in range(_MOST_DEPTH - depth):
        pattern = rb"(?:%b[\[{]%b[\]}])*+%b" % (_PLAIN, pattern, _PLAIN)
    return re.compile(pattern)


@lru_cache(maxsize=1)
def _value_in_a_chunk() -> re.Pattern[bytes]:
    """Return a pattern that matches a value if its end is in the same chunk."""
    text = rb'"(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+"'
    nested = rb"[\[{]%b[\]}]" % _to_a_bracket(1).pattern
    return re.compile(b"%b|%b|(?:%b)(?=.)" % (text, nested, _SIMPLE.pattern), re.DOTALL)


class Value(NamedTuple):
    """The bytes of a value in a list, or of the name or the value of another field of a page."""

    content: bytes
    is_listed: bool


class BrokenListError(ValueError):
    """An error that is raised if the bytes are neither an array nor a page."""


class CutListError(BrokenListError):
    """An error that is raised if the end of an array, a page or a value is missing."""


def listed_values(chunks: Iterator[bytes], longest: int) -> Iterator[Value]:
    """Yield the values in an array or a page, and the names and values of other fields of a page.

    Each is truncated to ``longest`` bytes. Only the positions of brackets, strings and separators,
    and the depth of each value (at most 32 levels), are checked. After the last complete value,
    raises CutListError if the end is missing, and BrokenListError if there is another error.
    """
    walk = _Walk(chunks)
    opening = walk.first()
    if opening == _OPENING[0]:
        yield from _array(walk, longest)
    elif opening == _OPENING[1]:
        yield from _page(walk, longest)
    else:
        raise BrokenListError("neither an array nor an object")
    if walk.peek() != _END:
        raise BrokenListError("something follows")


def is_balanced(content: bytes) -> bool:
    """Whether the brackets, strings and separators in ``content`` are those of a single value."""
    walk = _Walk(iter((content,)))
    try:
        walk.first()
        walk.value(0)
        return walk.peek() == _END
    except BrokenListError:
        return False


def _array(walk: "_Walk", longest: int) -> Iterator[Value]:
    walk.at += 1
    is_first = True
    while walk.has_another(_CLOSING[0], is_first=is_first):
        yield Value(walk.value(longest), is_listed=True)
        is_first = False


def _page(walk: "_Walk", longest: int) -> Iterator[Value]:
    walk.at += 1
    is_first = True
    while walk.has_another(_CLOSING[1], is_first=is_first):
        is_first = False
        if walk.peek() != _QUOTE:
            raise BrokenListError("not a name")
        name = walk.value(longest)
        yield Value(name, is_listed=False)
        if walk.peek() != _COLON:
            raise BrokenListError("not a name and a value")
        walk.at += 1
        following = walk.peek()
        if not _names_a_list(name):
            yield Value(walk.value(longest), is_listed=False)
        elif following == _OPENING[0]:
            yield from _array(walk, longest)
        elif following == _END:
            raise CutListError("no value")
        else:
            raise BrokenListError("the value is not an array")


def _names_a_list(name: bytes) -> bool:
    if len(name) > _LONGEST_NAME:
        return False
    try:
        return str(JSONDecoder().decode(name.decode())) == "value"
    except ValueError:
        return False


@dataclass(slots=True)
class _Walk:
    """The current chunk, and the offset in it."""

    chunks: Iterator[bytes]
    chunk: bytes = b""
    at: int = 0

    def first(self) -> int:
        """Move to the first byte after any byte order mark and white space. Return it, or _END."""
        start = b""
        while len(start) < len(_MARK) and (chunk := next(self.chunks, b"")):
            start += chunk
        self.chunk = start.removeprefix(_MARK)
        return self.peek()

    def peek(self) -> int:
        """Move to the next byte that is not white space. Return it, or _END if there is none."""
        while True:
            self.at = _end(_TO_A_TOKEN, self.chunk, self.at)
            if self.at < len(self.chunk):
                return self.chunk[self.at]
            self.chunk, self.at = next(self.chunks, b""), 0
            if not self.chunk:
                return _END

    def has_another(self, closing: int, *, is_first: bool) -> bool:
        """Move to the next item of a list, or past the closing bracket.

        Return whether there is an item.
        """
        following = self.peek()
        if following == closing:
            self.at += 1
            return False
        if not is_first:
            if following != _COMMA:
                raise (CutListError if following == _END else BrokenListError)("no comma")
            self.at += 1
            following = self.peek()
        if following == _END:
            raise CutListError("no closing bracket")
        return True

    def value(self, longest: int) -> bytes:
        """Move past the value that begins here, and return its first ``longest`` bytes."""
        if (whole := _value_in_a_chunk().match(self.chunk, self.at)) and len(whole[0]) <= longest:
            self.at = whole.end()
            return whole[0]
        kept, begun = BytesIO(), _BegunValue()
        while self.chunk:
            start = self.at
            self.at = begun.end_in(self.chunk, start)
            kept.write(self.chunk[start : min(self.at, start + longest - kept.tell())])
            if begun.is_whole:
                break
            self.chunk, self.at = next(self.chunks, b""), 0
        if not (begun.is_whole or begun.is_simple):
            raise CutListError("a value is not whole")
        return kept.getvalue()


@dataclass(slots=True)
class _BegunValue:
    """The state within a value: the number of open brackets, and whether a string is open."""

    depth: int = 0
    is_text: bool = False
    is_after_escape: bool = False
    is_simple: bool = False
    is_whole: bool = False

    def end_in(self, chunk: bytes, at: int) -> int:
        """Return the offset after the value, or the length of ``chunk`` if the value continues."""
        while at < len(chunk) and not self.is_whole:
            at = self._after_text(chunk, at) if self.is_text else self._after_token(chunk, at)
        return at

    def _after_token(self, chunk: bytes, at: int) -> int:
        if self.depth:
            at = _end(_to_a_bracket(self.depth), chunk, at)
            if at == len(chunk):
                return at
        elif end := _end(_SIMPLE, chunk, at) - at:
            self.is_simple, self.is_whole = True, at + end < len(chunk)
            return at + end
        elif self.is_simple:  # The number or the word ended with the last chunk.
            self.is_whole = True
            return at
        byte = chunk[at]
        if byte in _OPENING and self.depth < _MOST_DEPTH:
            self.depth += 1
        elif byte in _CLOSING and self.depth:
            self.depth -= 1
            self.is_whole = not self.depth
        elif byte == _QUOTE:
            self.is_text = True
        else:
            raise BrokenListError("not a value")
        return at + 1

    def _after_text(self, chunk: bytes, at: int) -> int:
        if not self.is_after_escape:
            at = _end(_TO_THE_END_OF_A_TEXT, chunk, at)
            if at == len(chunk):
                return at
        byte = chunk[at]
        if self.is_after_escape and byte >= ord(" "):
            self.is_after_escape = False
        elif byte == _QUOTE:
            self.is_text, self.is_whole = False, not self.depth
        elif byte == _ESCAPE and at + 1 == len(chunk):
            self.is_after_escape = True
        else:
            raise BrokenListError("a control character in a text")
        return at + 1


def _end(pattern: re.Pattern[bytes], chunk: bytes, at: int) -> int:
    found = pattern.match(chunk, at)
    return found.end() if found else at
