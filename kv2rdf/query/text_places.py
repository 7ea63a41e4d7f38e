"""The cases and kinds of all texts in the text index, held in memory.

A search for a common word finds most texts. Looking up the case of each of them in the index takes
longer than finding them, so the cases of all texts are read once and then looked up in memory. A
text is identified by the number of its row, and a case by its number.
"""

from array import array
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, count
from operator import add
from typing import Self, TypeAlias

from kv2rdf.query.case_facets import FoundKinds
from kv2rdf.query.found_texts import Rows, SearchOrder

_LAST_TEXT = "SELECT coalesce(max(rowid), 0) FROM text"
_CASES = "SELECT number, day, process FROM dossier ORDER BY address"
_PLACES = """
SELECT text_row, dossier, kind FROM place CROSS JOIN dossier ON dossier.number = place.dossier
"""
_TEXT_BITS = 40
"""The number of bits of a sort key that contain the number of a text."""

PlaceSet: TypeAlias = Set[int] | None
"""The places (see ``TextPlaces``) that a filter selects, or None if it selects all texts."""
_Numbers: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class SelectedTexts:
    """The texts that a filter selects.

    ``texts`` contains each text whose first place is selected. ``moved`` maps each of the other
    selected texts to the first of its places that the filter selects.
    """

    texts: Sequence[int]
    moved: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlaces:
    """The places of all texts. A place is a number that combines a case and a kind of text.

    ``first`` contains the place of each text in the first of its cases, or 0 if it belongs to no
    case. ``all_of`` contains all places of each text that belongs to several cases. For each order,
    ``ranks`` contains the position of each case, and ``keys`` contains the number by which each
    text is sorted.
    """

    kinds: tuple[str, ...]
    first: _Numbers
    all_of: Mapping[int, tuple[int, ...]]
    ranks: Mapping[SearchOrder, _Numbers]
    keys: Mapping[SearchOrder, _Numbers]

    @classmethod
    def read(cls, rows: Rows) -> Self:
        """Read the places of all texts. ``rows`` returns the rows of an SQL query."""
        cases, places = rows(_CASES, {}), rows(_PLACES, {})
        processes = {number: process or "" for number, _, process in cases}
        kinds = tuple(sorted({kind for *_, kind in places}))
        codes, width = {kind: code for code, kind in enumerate(kinds)}, len(kinds) or 1
        ((last,),) = rows(_LAST_TEXT, {})
        first = array("q", bytes(8 * (last + 1)))
        several: dict[int, set[int]] = defaultdict(set)
        for text, case, kind in places:
            place = case * width + codes[kind]
            if first[text]:
                several[text] |= {first[text], place}
            first[text] = place
        all_of = {
            text: tuple(sorted(found, key=lambda place: processes[place // width]))
            for text, found in several.items()
        }
        for text, found in all_of.items():
            first[text] = found[0]
        ranks = _ranks(cases)
        keys: dict[SearchOrder, _Numbers] = {}
        for order, ranks_of_cases in ranks.items():
            starts = [_key(rank, 0) for rank in ranks_of_cases for _ in range(width)]
            keys[order] = array("q", map(add, map(starts.__getitem__, first), count()))
        return cls(kinds=kinds, first=first, all_of=all_of, ranks=ranks, keys=keys)

    def places(self, cases: Iterable[int] | None, kinds: Container[str] | None) -> PlaceSet:
        """Return the places of the given cases and kinds. None selects all cases or all kinds."""
        if cases is None and kinds is None:
            return None
        every_case = range(1, len(self.ranks[SearchOrder.DAY]))
        codes = [n for n, kind in enumerate(self.kinds) if kinds is None or kind in kinds]
        width, chosen = len(self.kinds), every_case if cases is None else cases
        return {case * width + code for case in chosen for code in codes}

    def selected_texts(self, texts: Sequence[int], wanted: PlaceSet) -> SelectedTexts:
        """Return those of the given texts that have a wanted place."""
        if wanted is None:
            return SelectedTexts(texts, {})
        moved = {
            text: places[0]
            for text in self.all_of.keys() & texts
            if self.first[text] not in wanted and (places := self._selected_places(text, wanted))
        }
        first = self.first
        return SelectedTexts([text for text in texts if first[text] in wanted], moved)

    def first_texts(
        self, found: SelectedTexts, order: SearchOrder, most: int
    ) -> list[tuple[int, int]]:
        """Return the first ``most`` texts, sorted by date, each with the number of its case.

        If a text belongs to no case, this number is 0. ``order`` is ``DAY`` or ``OLDEST``.
        """
        width, ranks = len(self.kinds) or 1, self.ranks[order]
        keys = map(self.keys[order].__getitem__, found.texts)
        moved = (_key(ranks[place // width], text) for text, place in found.moved.items())
        listed = (key % (1 << _TEXT_BITS) for key in nsmallest(most, chain(keys, moved)))
        return [(text, found.moved.get(text, self.first[text]) // width) for text in listed]

    def found_kinds(self, found: SelectedTexts, wanted: PlaceSet) -> FoundKinds:
        """Return the cases and kinds of the texts found, for the wanted places only."""
        places = {*map(self.first.__getitem__, found.texts)}
        for text in self.all_of.keys() & chain(found.texts, found.moved):
            places.update(self._selected_places(text, wanted))
        cases: dict[int, set[int]] = defaultdict(set)
        width = len(self.kinds) or 1
        for place in places - {0}:
            cases[place % width].add(place // width)
        return FoundKinds(
            frozenset().union(*cases.values()),
            {self.kinds[code]: found_cases for code, found_cases in cases.items()},
        )

    def _selected_places(self, text: int, wanted: PlaceSet) -> tuple[int, ...]:
        return tuple(p for p in self.all_of[text] if wanted is None or p in wanted)


def _key(rank: int, text: int) -> int:
    """Return the sort key of a text: the rank of its case, followed by the number of the text."""
    return (rank << _TEXT_BITS) | text


def _ranks(cases: Sequence[tuple[int, str | None, str]]) -> Mapping[SearchOrder, _Numbers]:
    """Return, for each order by date, an array that contains the position of each case.

    The arrays are indexed by the numbers of the cases. ``cases`` contains the number in the index,
    the date and the case number of each case, sorted by address. Cases without a date come last,
    followed by the number 0, which is used for texts without a case.
    """
    dated = [(day, number) for number, day, _ in cases if day is not None]
    undated = [number for number, day, _ in cases if day is None]
    orders = {SearchOrder.DAY: True, SearchOrder.OLDEST: False}
    size = 1 + max((number for number, *_ in cases), default=0)
    ranks = {order: array("q", [size] * size) for order in orders}
    for order, is_newest_first in orders.items():
        by_day = sorted(dated, key=lambda pair: pair[0], reverse=is_newest_first)
        for rank, number in enumerate([*(number for _, number in by_day), *undated]):
            ranks[order][number] = rank
    return ranks
