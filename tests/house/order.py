"""The places on each floor of the drawing, in an order in which few arrows cross.

Each room has a place on its floor. An arrow that crosses a floor also has a place there, so that it
does not cover a room. The order is found in two steps: places are sorted by the average position of
their neighbours, and then neighbouring places are exchanged as long as this removes a crossing.
"""

from collections.abc import Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from tests.house.contracts import Arrow, arrows, floors

_SWEEPS = 24


class Place(NamedTuple):
    """A place on a floor: a room, or the point where ``arrow`` passes the floor."""

    floor: int
    room: str = ""
    arrow: Arrow | None = None


@cache
def route(arrow: Arrow) -> tuple[Place, ...]:
    """Return the places of an arrow, from the room above to the room below."""
    floor_of = {room: number for number, floor in enumerate(floors()) for room in floor}
    start, end = floor_of[arrow.above], floor_of[arrow.below]
    passed = (Place(floor, arrow=arrow) for floor in range(start + 1, end))
    return (Place(start, arrow.above), *passed, Place(end, arrow.below))


@cache
def segments() -> frozenset[tuple[Place, Place]]:
    """Return the pieces of all arrows, each from a place to a place on the next floor."""
    return frozenset(pair for arrow in arrows() for pair in pairwise(route(arrow)))


@cache
def order() -> tuple[tuple[Place, ...], ...]:
    """Return the places of each floor, from left to right."""
    rows = [[Place(number, room) for room in floor] for number, floor in enumerate(floors())]
    for arrow in arrows():
        for place in route(arrow)[1:-1]:
            rows[place.floor].append(place)
    candidates = [rows]
    for number in range(_SWEEPS):
        rows = _swept(rows, downwards=number % 2 == 0)
        candidates.append(_with_exchanges(rows))
    best = min(candidates, key=crossings)
    return tuple(map(tuple, best))


def crossings(rows: Sequence[Sequence[Place]]) -> int:
    """Return the number of crossings of two arrows."""
    return sum(_crossings_between(above, below) for above, below in pairwise(rows))


def _crossings_between(above: Sequence[Place], below: Sequence[Place]) -> int:
    left, right = ({place: n for n, place in enumerate(row)} for row in (above, below))
    ends = [(left[a], right[b]) for a, b in segments() if a in left and b in right]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))


def _swept(rows: Sequence[Sequence[Place]], *, downwards: bool) -> list[list[Place]]:
    """Return the rows, each sorted by the middle of its neighbours in the row before it."""
    ordered = list(rows) if downwards else list(reversed(rows))
    result = [list(ordered[0])]
    for row in ordered[1:]:
        position = {place: float(number) for number, place in enumerate(result[-1])}
        middles = {place: _middle(place, position, row.index(place)) for place in row}
        result.append(sorted(row, key=middles.__getitem__))
    return result if downwards else result[::-1]


def _middle(place: Place, position: dict[Place, float], otherwise: float) -> float:
    pairs = [(a, b) for a, b in segments() if place in {a, b}]
    near = [position[end] for pair in pairs for end in pair if end in position]
    return sum(near) / len(near) if near else otherwise


def _with_exchanges(rows: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """Return the rows after every exchange of two neighbours that removes a crossing."""
    best, fewest = [list(row) for row in rows], crossings(rows)
    is_better = True
    while is_better:
        is_better = False
        for row in best:
            for left in range(len(row) - 1):
                row[left : left + 2] = row[left + 1], row[left]
                found = crossings(best)
                if found < fewest:
                    fewest, is_better = found, True
                else:
                    row[left : left + 2] = row[left + 1], row[left]
    return best
