"""The coordinates of a line chart over the years, for an SVG picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from kv2rdf.charts.chart_axes import axis_step, years_on_axis

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 96, 16, 34
_LABEL_HEIGHT = 16

CHART_SIZES: Final = ((720, 300), (360, 260))
"""The width and height of a chart for wide screens, and of the same chart for phones."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line. ``runs`` are the points of consecutive years, in the syntax of SVG polylines.

    ``dots`` are the points of years without a neighbour, and of a year that has not ended.
    ``label`` is the position of the name of the line.
    """

    name: str
    runs: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    label: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """A chart. ``years`` and ``values`` are the numbers on the axes, with their positions."""

    width: int
    height: int
    lines: tuple[ChartLine, ...]
    years: tuple[tuple[float, int], ...]
    values: tuple[tuple[float, int], ...]
    left: int = _LEFT

    @property
    def right(self) -> int:
        """The x coordinate at which the horizontal lines of the chart end."""
        return self.width - _RIGHT

    @property
    def base(self) -> int:
        """The y coordinate of the horizontal line for the value 0."""
        return self.height - _BOTTOM


def line_chart(
    lines: Mapping[str, Mapping[int, float]],
    width: int,
    height: int,
    *,
    most: int | None = None,
    period: tuple[int, int] | None = None,
    unfinished: int | None = None,
) -> LineChart:
    """Return a chart. ``lines`` maps the name of each line to its values by year.

    At least one line must have a value. The axis of values begins at 0 and ends at ``most`` or, if
    that is None, at the highest value, rounded up to a round number. ``period`` contains two years
    that the axis of years includes even if they have no values. ``unfinished`` is the year that has
    not ended, if any.
    """
    years = sorted({year for values in lines.values() for year in values} | {*(period or ())})
    top = ceil(max(value for values in lines.values() for value in values.values()))
    step = axis_step(most or max(1, top))
    highest = most or step * max(1, ceil(top / step))
    span = max(1, years[-1] - years[0])

    def x(year: int) -> float:
        return round(_LEFT + (width - _LEFT - _RIGHT) * (year - years[0]) / span, 1)

    def y(value: float) -> float:
        return round(height - _BOTTOM - (height - _TOP - _BOTTOM) * value / highest, 1)

    def line(name: str, values: Mapping[int, float]) -> ChartLine:
        runs = _runs(sorted(values))
        return ChartLine(
            name,
            tuple(" ".join(f"{x(n)},{y(values[n])}" for n in run) for run in runs if len(run) > 1),
            tuple(
                (x(run[-1]), y(values[run[-1]]))
                for run in runs
                if len(run) == 1 or run[-1] == unfinished
            ),
            (x(max(values)) + 8, y(values[max(values)]) + 4),
        )

    return LineChart(
        width=width,
        height=height,
        lines=_apart([line(name, values) for name, values in lines.items() if values]),
        years=tuple((x(year), year) for year in years_on_axis(years[0], years[-1], x)),
        values=tuple((y(value), value) for value in range(0, highest + 1, step)),
    )


def _runs(years: Sequence[int]) -> list[list[int]]:
    """Return the runs of consecutive years in ``years``, which must be sorted."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs


def _apart(lines: list[ChartLine]) -> tuple[ChartLine, ...]:
    """Return the lines with their labels moved down where labels would overlap."""
    placed: dict[str, ChartLine] = {}
    lowest = float("-inf")
    for line in sorted(lines, key=lambda line: line.label[1]):
        lowest = max(line.label[1], lowest + _LABEL_HEIGHT)
        placed[line.name] = ChartLine(line.name, line.runs, line.dots, (line.label[0], lowest))
    return tuple(placed[line.name] for line in lines)
