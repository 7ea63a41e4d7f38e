"""A text on either side of the comparison, without white space, and what of it is left to find."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

USED = "\x00"
"""Stands for a character that is used. It is in no XML text, so nothing is found across it."""

LEAST = 8
"""How many characters in sequence are text that was found, and no chance."""

_LEFT = re.compile(r"[^\x00]+")
_BARE = re.compile(rb"\x00+")
_NUMBERS_KEPT = frozenset({"opschrift-als-onderdeel", "tekst-van-ander-stuk"})
"""Rules of findings that keep parts with their printed numbers in front."""


@dataclass(slots=True, eq=False)
class Text:
    """A text of the graph, and which of its characters the sources print.

    ``finding`` is the rule of the finding that keeps it, or an empty string; ``number`` that of the
    part that it is the text of, without white space.
    """

    thing: str
    words: str
    finding: str
    number: str = ""
    covered: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.covered = bytearray(len(self.words))

    def may_open_with(self, number: str, place: int) -> bool:
        """Tell whether the printed number of an element may stand here before the element's text.

        A figure that the edition took for a number stands between two texts. It opens a text only
        where there is none before it, and so no part has a number; or where a finding keeps parts.
        """
        return place > len(number) or self.finding in _NUMBERS_KEPT or not self.number


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


@dataclass(slots=True, eq=False)
class Line:
    """A printed text, and what of it was found; ``number`` is the printed one of its element."""

    words: str
    number: str = ""
    left: str = field(init=False)
    found: list[Found] = field(default_factory=list)
    behind_figures: list[tuple[int, str]] = field(default_factory=list)
    """Joint numbers that stand behind a figure, which may be a part of them, and where they end."""

    def __post_init__(self) -> None:
        self.left = self.words

    def use(self, start: int, length: int, finding: str) -> None:
        """Note that these characters were found."""
        self.left = self.left[:start] + USED * length + self.left[start + length :]
        self.found.append(Found(length, finding))

    def use_number(self, end: int, number: str) -> None:
        """Note as found what is printed before the text of a part and stands in its number.

        That is the number, whole; or, at the start of an element, what its own number lacks.
        """
        opening = self.rest_of(number)
        if opening and self.left[:end] == opening:
            self.use(0, end, "")
        elif self.left[:end].endswith(number):
            before = self.left[: end - len(number)]
            if not before[-1:].isdigit():
                self.use(len(before), len(number), "")
            elif not number.isdigit():
                self.behind_figures.append((end, number))

    def rest_of(self, number: str) -> str:
        """Give what a number has behind that of the element: ``t/m5`` of 1 t/m 5; or nothing."""
        rest = number.removeprefix(self.number)
        return "" if rest == number or rest[:1].isdigit() else rest

    def lost(self) -> tuple[Lost, ...]:
        """Give what was not found."""
        return tuple(Lost(start, words) for start, words in stretches(self.left))


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


def stretches(left: str) -> Iterator[tuple[int, str]]:
    """Give the stretches of a text that are left, each with its start."""
    for found in _LEFT.finditer(left):
        yield found.start(), found[0]


def common(one: str, other: str) -> int:
    """Give how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
