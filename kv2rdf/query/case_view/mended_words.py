"""Words that are broken at the end of a line or spaced out in a scan, and joined in the data."""

from collections.abc import Iterator
from dataclasses import dataclass

_STRETCH = 64
"""How many characters are compared at once. Most characters are the same in both texts."""


@dataclass(frozen=True, slots=True)
class MendedWord:
    """A word that is broken or spaced out in a source, and the same word joined."""

    printed: str
    joined: str


def mended_words(text: str, joined: str | None) -> tuple[MendedWord, ...]:
    """Return the words of a text that are joined in ``joined``, in the order of the text.

    ``joined`` is None if nothing was joined.
    """
    kept = kept_characters(text, joined)
    return tuple(
        MendedWord(text[start:end], kept_text(text, kept, start, end))
        for start, end in mended_ranges(text, kept)
    )


def kept_characters(text: str, joined: str | None) -> tuple[bool, ...] | None:
    """Return, for each character of a text, whether it is in the joined form of the text.

    Joining only removes characters, so the joined form is a subsequence of the text. Return None if
    ``joined`` is None or is not a subsequence.
    """
    if joined is None or joined == text:
        return None
    kept, place, at = list[bool](), 0, 0
    while at < len(text):
        same = text[at : at + _STRETCH]
        if joined.startswith(same, place):
            kept += [True] * len(same)
            place += len(same)
            at += len(same)
            continue
        is_kept = joined.startswith(text[at], place)
        place += is_kept
        kept.append(is_kept)
        at += 1
    return tuple(kept) if place == len(joined) else None


def mended_ranges(text: str, kept: tuple[bool, ...] | None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word from which characters were removed."""
    end = 0
    for place, is_kept in enumerate(kept or ()):
        if is_kept or place < end:
            continue
        start = place
        while start > end and not text[start - 1].isspace():
            start -= 1
        end = place
        while end < len(text) and not (kept and kept[end] and text[end].isspace()):
            end += 1
        yield start, end


def kept_text(text: str, kept: tuple[bool, ...] | None, start: int, end: int) -> str:
    """Return those characters of a text between two places that are in its joined form."""
    if kept is None:
        return text[start:end]
    return "".join(text[place] for place in range(start, end) if kept[place])
