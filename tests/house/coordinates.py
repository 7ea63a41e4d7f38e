"""The position of each place of the drawing on its floor, chosen to make arrows straight."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from tests.house.order import Place, order, segments

WIDTH = 880
LEFT, RIGHT = 24.0, WIDTH - 24.0
BOX = 100.0
_ROUNDS = 80
_BETWEEN_BOXES = 64.0
_BETWEEN_LINES = 36.0
_STRAIGHT = 4.0
"""The weight of a straight line through a floor, compared with an arrow that ends at a room."""


@cache
def middles() -> Mapping[Place, float]:
    """Return the middle of each place, as a distance from the left side of the drawing."""
    found = {
        place: LEFT + (RIGHT - LEFT) * (number + 0.5) / len(row)
        for row in order()
        for number, place in enumerate(row)
    }
    neighbours = _neighbours()
    for _ in range(_ROUNDS):
        for row in order():
            wanted = [_wanted(place, neighbours[place], found) for place in row]
            found |= dict(zip(row, _apart(row, wanted), strict=True))
    free_left = min(middle - half(place) for place, middle in found.items())
    free_right = WIDTH - max(middle + half(place) for place, middle in found.items())
    return {place: middle + (free_right - free_left) / 2 for place, middle in found.items()}


def half(place: Place) -> float:
    """Return half of the width of a place."""
    return BOX / 2 if place.room else 0.0


def _neighbours() -> dict[Place, list[Place]]:
    near: dict[Place, list[Place]] = {place: [] for row in order() for place in row}
    for above, below in sorted(segments(), key=str):
        near[above].append(below)
        near[below].append(above)
    return near


def _wanted(place: Place, near: Sequence[Place], found: Mapping[Place, float]) -> float:
    if not near:
        return found[place]
    weights = [1.0 if place.room or other.room else _STRAIGHT for other in near]
    total = sum(weight * found[other] for weight, other in zip(weights, near, strict=True))
    return total / sum(weights)


def _apart(row: Sequence[Place], wanted: Sequence[float]) -> list[float]:
    """Return the positions nearest to the wanted ones that preserve the order and the distances."""
    starts = [0.0]
    for left, right in pairwise(row):
        gap = _BETWEEN_BOXES if left.room and right.room else _BETWEEN_LINES
        starts.append(starts[-1] + half(left) + gap + half(right))
    # The mean of the positions that some neighbours want, and their number.
    blocks: list[tuple[float, int]] = []
    for want, start in zip(wanted, starts, strict=True):
        mean, count = want - start, 1
        while blocks and blocks[-1][0] > mean:
            other, number = blocks.pop()
            mean = (mean * count + other * number) / (count + number)
            count += number
        blocks.append((mean, count))
    low, high = LEFT + half(row[0]), RIGHT - half(row[-1]) - starts[-1]
    shifts = [min(max(mean, low), high) for mean, count in blocks for _ in range(count)]
    return [shift + start for shift, start in zip(shifts, starts, strict=True)]
