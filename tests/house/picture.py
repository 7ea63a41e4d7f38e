"""The drawing itself: docs/architecture.svg. ``make generated`` writes it."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tests.house.contracts import Arrow, arrows, floors
from tests.house.coordinates import BOX, WIDTH, half, middles
from tests.house.order import Place, order, route

_TOP = 24
_FLOOR = 74
_BAND = 44
"""The height of the band of a floor. The rest of ``_FLOOR`` is space for arrows."""
_BOX_HEIGHT = 28
_STYLE = """\
  <style>
    svg { font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    .ground { fill: #ffffff; stroke: #d0d7de; }
    .floor { fill: #f3f5f7; }
    .box { fill: #dfe9f3; stroke: #5b7083; stroke-width: 1.2; }
    .line { fill: none; stroke: #5b6874; stroke-width: 1.3; }
    .tip { fill: #5b6874; }
    text { fill: #1c242b; font-size: 14px; font-weight: 600; text-anchor: middle; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #12171c; stroke: #3b4651; }
      .floor { fill: #1a2128; }
      .box { fill: #22384c; stroke: #8fa7bd; }
      .line { stroke: #a3b0bc; }
      .tip { fill: #a3b0bc; }
      text { fill: #eef2f5; }
    }
  </style>
  <defs>
    <marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" \
orient="auto">
      <path class="tip" d="M0,0 L10,5 L0,10 z"/>
    </marker>
  </defs>
"""


def house_svg() -> str:
    """Return the drawing, with a style for light and for dark backgrounds."""
    height = 2 * _TOP + (len(floors()) - 1) * _FLOOR + _BAND
    told = "; ".join(", ".join(floor) for floor in floors())
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc">\n'
            '  <title id="title">The floors and rooms of kv2rdf, and what imports what</title>\n'
            f'  <desc id="desc">The floors from the top: {told}.</desc>\n',
            _STYLE,
            f'  <rect class="ground" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}"'
            ' rx="8"/>\n',
            *_bands(),
            *(f"  {_line(arrow)}\n" for arrow in arrows()),
            *_boxes(),
            "</svg>\n",
        )
    )


def _bands() -> Iterator[str]:
    for floor in range(len(floors())):
        y = _middle_of(floor) - _BAND / 2
        yield f'  <rect class="floor" x="8" y="{y:g}" width="{WIDTH - 16}" height="{_BAND}"/>\n'


def _boxes() -> Iterator[str]:
    for place in (place for row in order() for place in row if place.room):
        x, y = middles()[place], _middle_of(place.floor)
        yield (
            f'  <rect class="box" x="{x - BOX / 2:.0f}" y="{y - _BOX_HEIGHT / 2:g}"'
            f' width="{BOX:g}" height="{_BOX_HEIGHT}" rx="5"/>'
            f'<text x="{x:.0f}" y="{y + 5:g}">{place.room}</text>\n'
        )


def _line(arrow: Arrow) -> str:
    """Return the path of an arrow: straight through a floor, curved between two floors."""
    path = ""
    for above, below in pairwise(route(arrow)):
        x, end = _end(arrow, above, below), _end(arrow, below, above)
        y = _middle_of(above.floor) + (_BOX_HEIGHT if above.room else _BAND) / 2
        stop = _middle_of(below.floor) - (_BOX_HEIGHT if below.room else _BAND) / 2
        bend = (y + stop) / 2
        path += f"{'L' if path else 'M'}{x:.0f},{y:g} C{x:.0f},{bend:g} {end:.0f},{bend:g}"
        path += f" {end:.0f},{stop:g} "
    return f'<path class="line" d="{path.strip()}" marker-end="url(#tip)"/>'


def _end(arrow: Arrow, place: Place, other: Place) -> float:
    """Return the point at which an arrow touches a place.

    The ends are spread over the side of a box.
    """
    if not place.room:
        return middles()[place]
    ends = _ends(place, below=other.floor > place.floor)
    width = 2 * half(place) / (len(ends) + 1)
    return middles()[place] - half(place) + width * (ends.index(arrow) + 1)


@cache
def _ends(place: Place, *, below: bool) -> tuple[Arrow, ...]:
    """Return the arrows at the lower or the upper side of a box, from left to right."""
    nearest = {
        arrow: route(arrow)[1 if below else -2]
        for arrow in arrows()
        if (arrow.above if below else arrow.below) == place.room
    }
    return tuple(sorted(nearest, key=lambda arrow: middles()[nearest[arrow]]))


def _middle_of(floor: int) -> float:
    return _TOP + floor * _FLOOR + _BAND / 2
