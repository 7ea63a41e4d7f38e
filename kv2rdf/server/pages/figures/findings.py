"""The functions that find the values in the sentence that summarises a table."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from kv2rdf.server.pages.figures.figure import FigureRow, FigureValue, Share
from kv2rdf.server.pages.year_chart import ENOUGH

Finding: TypeAlias = Callable[[tuple[FigureRow, ...]], Mapping[str, FigureValue] | None]


def highest(column: int, value: int | None = None) -> Finding:
    """Return a function that finds the row with the highest number in a column.

    ``column`` and ``value`` are positions of columns. The result of the function maps "year" or
    "name" to the first value of the row, and "value" to the value in the column ``value`` or, if
    ``value`` is None, to the highest number. The function returns None if the highest number is 0,
    if several rows have this number, or if there is only one row. Rows whose name is not known, or
    is the key of a text, are left out.
    """

    def found(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
        named = [row for row in rows if row[0] is not None and not isinstance(row[0], str)]
        most = max((n for row in named if isinstance(n := row[column], int)), default=0)
        best = [row for row in named if row[column] == most]
        if not most or len(named) < 2 or len(best) > 1:
            return None
        name = best[0][0]
        key = "year" if isinstance(name, int) else "name"
        return {key: name, "value": best[0][column if value is None else value]}

    return found


def first_and_last(column: int, cases: int) -> Finding:
    """Return a function that finds the first and the last year, with their values in a column.

    ``column`` and ``cases`` are positions of columns. The function ignores years with fewer than
    ``ENOUGH`` cases in the column ``cases``. It returns a mapping with the keys "first_year",
    "first", "last_year" and "last", or None if fewer than two years remain.
    """

    def found(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
        years = [row for row in rows if row[0] is not None and is_enough(row[cases])]
        if len(years) < 2:
            return None
        first, last = years[0], years[-1]
        return {
            "first_year": first[0],
            "first": first[column],
            "last_year": last[0],
            "last": last[column],
        }

    return found


def is_enough(value: FigureValue) -> bool:
    """Whether a number of cases, or the whole of a share, is at least ``ENOUGH``."""
    number = value.whole if isinstance(value, Share) else value
    return isinstance(number, int) and number >= ENOUGH
