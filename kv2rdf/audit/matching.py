"""Finding printed text in the texts of the graph, each character of the graph used once.

White space is no text: it is taken out of both sides before they are compared.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_USED = "\x00"
"""Stands for a character that is used. It is in no XML text, so nothing is found across it."""

_LEFT = re.compile(r"[^\x00]+")
_BARE = re.compile(rb"\x00+")
_BLOCK = 8
"""How many characters in sequence are text that was found, and no chance."""


@dataclass(slots=True, eq=False)
class Text:
    """A text of the graph without white space, and which of its characters the sources print.

    ``finding`` is the rule of the finding that keeps it, or an empty string.
    """

    thing: str
    words: str
    finding: str
    covered: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.covered = bytearray(len(self.words))


@dataclass(frozen=True, slots=True)
class Found:
    """Characters of the graph that a printed text was found in."""

    characters: int
    finding: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Characters of a printed text that were not found: from where in it, and which."""

    start: int
    words: str


class Pool:
    """The texts of the graph that one document may be found in, and what of them is left."""

    def __init__(self, texts: Iterable[Text]) -> None:
        """Take the texts; those that findings keep of a document are looked in first."""
        self._texts = sorted(texts, key=lambda text: not text.finding)
        self._left = [text.words for text in self._texts]

    def equal(self, words: str) -> Found | None:
        """Use a text that is these words and no others, if one is left whole."""
        if words in self._left:
            return self._used(self._left.index(words), 0, len(words))
        return None

    def whole(self, words: str) -> Found | None:
        """Use these words where they stand in one text, if they do."""
        for index, left in enumerate(self._left):
            if (start := left.find(words)) >= 0:
                return self._used(index, start, len(words))
        return None

    def pieces(self, words: str) -> tuple[list[Found], list[Lost]]:
        """Use the pieces of these words that are left somewhere; give them, and what is lost."""
        found: list[Found] = []
        lost: list[Lost] = []
        rest: list[Lost] = []
        start = gap = 0
        while start < len(words):
            index, place, length = self._longest(words, start)
            if not length:
                start += 1
                continue
            if gap < start:
                lost.append(Lost(gap, words[gap:start]))
            found.append(self._used(index, place, length))
            start = gap = start + length
        if gap < start:
            lost.append(Lost(gap, words[gap:]))
        for piece in lost:
            found += self._at_the_ends(piece, rest)
        return found, rest

    def _longest(self, words: str, start: int) -> tuple[int, int, int]:
        """Give where the longest block that begins at ``start`` is left: text, place, length."""
        best = (0, 0, 0)
        for index, left in enumerate(self._left):
            length = max(_BLOCK, best[2] + 1)
            place = left.find(words[start : start + length]) if start + length <= len(words) else -1
            while place >= 0:
                while words[start + length : start + length + 1] == (
                    left[place + length : place + length + 1] or _USED
                ):
                    length += 1
                best = (index, place, length)
                length += 1
                enough = start + length <= len(words)
                place = left.find(words[start : start + length], place + 1) if enough else -1
        return best

    def _at_the_ends(self, piece: Lost, rest: list[Lost]) -> list[Found]:
        """Use blocks too short to be told from chance, where they are an end of what is left."""
        found, start, words = [], piece.start, piece.words
        length, index, place = max(self._edges(words, front=True), default=(0, 0, 0))
        if length:
            found.append(self._used(index, place, length))
            start, words = start + length, words[length:]
        length, index, place = max(self._edges(words, front=False), default=(0, 0, 0))
        if length:
            found.append(self._used(index, place, length))
            words = words[:-length]
        if words:
            rest.append(Lost(start, words))
        return found

    def _edges(self, words: str, *, front: bool) -> Iterator[tuple[int, int, int]]:
        """Give how much of the front or end of ``words`` each stretch that is left has there."""
        for index, left in enumerate(self._left):
            for start, stretch in _stretches(left):
                length = _common(words, stretch) if front else _common(words[::-1], stretch[::-1])
                if length and (length == len(stretch) or length >= _BLOCK // 2):
                    yield length, index, start if front else start + len(stretch) - length

    def _used(self, index: int, start: int, length: int) -> Found:
        text, left = self._texts[index], self._left[index]
        self._left[index] = left[:start] + _USED * length + left[start + length :]
        text.covered[start : start + length] = b"\x01" * length
        return Found(length, text.finding)


def bare(text: str) -> str:
    """Take the white space out."""
    return "".join(text.split())


def letters(text: str) -> str:
    """Keep letters and figures only."""
    return "".join(filter(str.isalnum, text))


def uncovered(text: Text) -> Iterator[str]:
    """Give the stretches of a text of the graph that no source prints."""
    for found in _BARE.finditer(text.covered):
        yield text.words[found.start() : found.end()]


def _stretches(left: str) -> Iterator[tuple[int, str]]:
    """Give the stretches of a text that are left, each with its start."""
    for found in _LEFT.finditer(left):
        yield found.start(), found[0]


def _common(one: str, other: str) -> int:
    """Give how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
