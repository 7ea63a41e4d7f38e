"""Words that are broken or spaced out in a scan, and joined in the data."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_STRETCH = 64
"""The number of characters that are compared at a time.

Most of the characters are the same in both texts, so this is faster than comparing them one by one.
"""


@dataclass(frozen=True, slots=True)
class MendedWord:
    """A word that is broken or spaced out in a source, and the same word joined."""

    printed: str
    joined: str


def mended_words(text: str, joined: str | None) -> tuple[MendedWord, ...]:
    """Return the words of a text that are joined in ``joined``, in the order of the text.

    ``joined`` is None if nothing was joined.
    """
    removed = removed_places(text, joined)
    return tuple(
        MendedWord(text[start:end], kept_text(text, removed, start, end))
        for start, end in mended_ranges(text, removed)
    )


def removed_places(text: str, joined: str | None) -> tuple[int, ...]:
    """Return the offsets of the characters of a text that are not in its joined form, in order.

    Joining only removes characters, so the joined form is a subsequence of the text. Return () if
    ``joined`` is None or is not a subsequence.
    """
    if joined is None or joined == text:
        return ()
    removed, place, at = list[int](), 0, 0
    while at < len(text):
        same = text[at : at + _STRETCH]
        if not joined.startswith(same, place):
            same = _common_start(same, joined[place : place + _STRETCH])
            removed.append(at + len(same))
            at += 1
        at += len(same)
        place += len(same)
    return tuple(removed) if place == len(joined) else ()


def _common_start(text: str, other: str) -> str:
    for place, pair in enumerate(zip(text, other, strict=False)):
        if pair[0] != pair[1]:
            return text[:place]
    return other[: len(text)]


def mended_ranges(text: str, removed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word from which characters were removed."""
    end, places = 0, frozenset(removed)
    for place in removed:
        if place < end:
            continue
        start = place
        while start > end and not text[start - 1].isspace():
            start -= 1
        end = place
        while end < len(text) and (end in places or not text[end].isspace()):
            end += 1
        yield start, end


def kept_text(text: str, removed: Sequence[int], start: int, end: int) -> str:
    """Return the part of a text between two offsets, without the removed characters."""
    inside = removed[bisect_left(removed, start) : bisect_left(removed, end)]
    starts = (start, *(place + 1 for place in inside))
    return "".join(text[a:b] for a, b in zip(starts, (*inside, end), strict=True))
