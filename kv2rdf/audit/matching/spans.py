"""Texts without white space, and their spans that have not been matched yet.

A character that has been matched is called used, and is replaced by ``USED``. The positions of
other characters therefore stay the same, and no match contains a used character.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

USED = "\x00"
"""The character that replaces a used character. It cannot occur in XML."""

MIN_BLOCK = 8
"""The minimum length of most matches. Shorter spans may agree by chance."""

_UNUSED = re.compile(r"[^\x00]+")


class Span(NamedTuple):
    """A span of a text: its offset and its characters."""

    start: int
    text: str


def without_space(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def alphanumerics(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def with_used(text: str, start: int, length: int) -> str:
    """Return ``text`` with ``length`` characters, from offset ``start``, replaced by ``USED``."""
    return text[:start] + USED * length + text[start + length :]


def unused_spans(text: str) -> Iterator[Span]:
    """Yield the spans of a text that have not been used, in order."""
    for found in _UNUSED.finditer(text):
        yield Span(found.start(), found[0])


def common_prefix_length(one: str, other: str) -> int:
    """Return the length of the common prefix of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def longest_prefix(text: str, other: str, min_length: int) -> Span | None:
    """Return the first of the longest spans of ``other`` that are prefixes of ``text``.

    Return None if ``other`` contains no prefix of at least ``min_length`` characters.
    """
    longest = None
    length, start = min_length, 0
    while length <= len(text) and (start := other.find(text[:length], start)) >= 0:
        length = common_prefix_length(text, other[start : start + len(text)])
        longest = Span(start, text[:length])
        length, start = length + 1, start + 1
    return longest
