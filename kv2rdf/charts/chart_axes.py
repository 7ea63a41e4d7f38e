"""The years and values on the axes of a chart."""

from collections.abc import Callable

_LINES = 4
_APART = 40
"""The minimum distance between two years on the axis, in the units of the SVG picture."""


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
    """Return the step between the lines of an axis that reaches ``highest``.

    It is 1, 2 or 5 times a power of ten.
    """
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * (_LINES + 1) >= highest:
                return step
        power *= 10
