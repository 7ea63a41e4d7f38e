"""A line chart of counts by year, as the coordinates of an SVG picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 20, 16, 34
_LINES = 4
_APART = 40
"""The minimum distance between the years on the axis."""


@dataclass(frozen=True, slots=True)
class LineChart:
    """A chart. ``points`` is the line, and ``years`` and ``values`` are the words on the axes."""

    width: int
    height: int
    points: str
    years: tuple[tuple[float, int], ...]
    values: tuple[tuple[float, int], ...]
    left: int = _LEFT

    @property
    def right(self) -> int:
        """The coordinate at which the lines end."""
        return self.width - _RIGHT

    @property
    def base(self) -> int:
        """The coordinate of the base line."""
        return self.height - _BOTTOM


def line_chart(counts: Mapping[int, int], width: int, height: int) -> LineChart:
    """Return the chart of counts by year. The value of a year without a count is 0."""
    first, last = min(counts), max(counts)
    step = axis_step(max(counts.values()))
    highest = step * -(-max(counts.values()) // step)
    years = range(first, last + 1)

    def x(year: int) -> float:
        return round(_LEFT + (width - _LEFT - _RIGHT) * (year - first) / max(1, last - first), 1)

    def y(count: int) -> float:
        return round(height - _BOTTOM - (height - _TOP - _BOTTOM) * count / highest, 1)

    return LineChart(
        width=width,
        height=height,
        points=" ".join(f"{x(year)},{y(counts.get(year, 0))}" for year in years),
        years=tuple((x(year), year) for year in years_on_axis(first, last, x)),
        values=tuple((y(value), value) for value in range(0, highest + 1, step)),
    )


def years_on_axis(first: int, last: int, place: Callable[[int], float]) -> tuple[int, ...]:
    """Return the years on the axis: the first, the last, and years between them that end in 0 or 5.

    ``place`` returns the coordinate of a year. A year that is too close to another is left out.
    """
    shown = [first]
    for year in (*(year for year in range(first, last) if year % 5 == 0), last):
        is_free = year == last or place(last) - place(year) >= _APART
        if is_free and place(year) - place(shown[-1]) >= _APART:
            shown.append(year)
    return tuple(shown)


def axis_step(highest: int) -> int:
    """Return the step between the lines of an axis: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * (_LINES + 1) >= highest:
                return step
        power *= 10
