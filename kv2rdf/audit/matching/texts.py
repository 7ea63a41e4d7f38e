"""The two sides of a comparison: printed texts and texts of the graph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kv2rdf.audit.matching.spans import Span, unused_spans, with_used

_UNPRINTED = re.compile(rb"\x00+")
_RULES_WITH_NUMBERS = frozenset({"opschrift-als-onderdeel", "tekst-van-ander-stuk"})
"""Rules of findings that contain whole parts, with the printed number in front of the text."""


@dataclass(slots=True, eq=False)
class GraphText:
    """A text of the graph, with a record of which of its characters are printed in the sources.

    ``subject`` is the address of the entity that the text belongs to. If a finding contains the
    text, ``rule`` is the rule of the finding. Otherwise, ``rule`` is empty. ``number`` is the
    number of the part that the text belongs to, without white space.
    """

    subject: str
    text: str
    rule: str
    number: str = ""
    is_printed: bytearray = field(init=False)
    """One byte per character: 1 if the character is printed in a source, and 0 if it is not."""

    def __post_init__(self) -> None:
        self.is_printed = bytearray(len(self.text))

    def mark_printed(self, start: int, length: int) -> None:
        """Record that ``length`` characters from ``start`` are printed in a source."""
        self.is_printed[start : start + length] = b"\x01" * length

    def unprinted(self) -> Iterator[str]:
        """Yield the spans of the text that are not printed in any source."""
        for found in _UNPRINTED.finditer(self.is_printed):
            yield self.text[found.start() : found.end()]

    def may_have_number_before(self, start: int, number: str) -> bool:
        """Whether this text may contain the number of a printed element directly before ``start``.

        The text of the element begins at ``start``.

        The editors of the archive may have mistaken digits between two texts for a number. Such
        digits can begin a text of the graph only if the text has no number, or if it is in a
        finding that contains parts with their numbers.
        """
        return start > len(number) or self.rule in _RULES_WITH_NUMBERS or not self.number


@dataclass(frozen=True, slots=True)
class Match:
    """A text that was found: its length, and the rule of the finding that contains it, or ""."""

    length: int
    rule: str


@dataclass(slots=True, eq=False)
class PrintedText:
    """A printed text, with a record of which of its characters were found.

    ``number`` is the printed number of its element, without white space.
    """

    text: str
    number: str = ""
    remaining: str = field(init=False)
    """The text in which each character that was found is replaced by ``USED``."""
    matches: list[Match] = field(default_factory=list)
    numbers_after_digits: list[tuple[int, str]] = field(default_factory=list)
    """The numbers that directly follow a digit.

    Each item is a pair: the offset at which the number ends, and the number.

    Only numbers such as ``t/m5``, which do not consist only of digits, are listed. The digit may
    belong to the number.
    """

    def __post_init__(self) -> None:
        self.remaining = self.text

    def use(self, start: int, length: int, rule: str) -> None:
        """Record that ``length`` characters from ``start`` were found.

        ``rule`` is the rule of the finding that contains them, or "".
        """
        self.remaining = with_used(self.remaining, start, length)
        self.matches.append(Match(length, rule))

    def use_number(self, end: int, number: str) -> None:
        """Record that the number of a part was found, if it is printed directly before ``end``.

        At the start of an element, the rest of the number is sufficient (see ``rest_of_number``). A
        number that directly follows a digit is not recorded, but may be added to
        ``numbers_after_digits``.
        """
        rest = self.rest_of_number(number)
        if rest and self.remaining[:end] == rest:
            self.use(0, end, "")
        elif self.remaining[:end].endswith(number):
            before = self.remaining[: end - len(number)]
            if not before[-1:].isdigit():
                self.use(len(before), len(number), "")
            elif not number.isdigit():
                self.numbers_after_digits.append((end, number))

    def rest_of_number(self, number: str) -> str:
        """Return ``number`` without the element's number at its start: ``t/m5`` for ``1t/m5``.

        The result is empty if ``number`` does not begin with the number of the element, or if a
        digit follows the number of the element.
        """
        rest = number.removeprefix(self.number)
        return "" if rest == number or rest[:1].isdigit() else rest

    def lost(self) -> tuple[Span, ...]:
        """Return the spans that were not found."""
        return tuple(unused_spans(self.remaining))
