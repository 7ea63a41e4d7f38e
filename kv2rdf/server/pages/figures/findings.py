"""What a table shows, in the values of one sentence, such as its highest row."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from kv2rdf.server.pages.figures.figure import FigureRow, FigureValue, Share

ENOUGH = 20
"""The number of cases from which a share or a median says something."""

Finding: TypeAlias = Callable[[tuple[FigureRow, ...]], Mapping[str, FigureValue] | None]


def highest(column: int, value: int | None = None) -> Finding:
    """Return the finding of the row with the highest number in a column.

    Its values are the first value of that row, as ``year`` or ``name``, and ``value``: that in the
    column ``value``, or else the number itself. Nothing is found if the highest number is 0, if
    several rows have it, or if there is only one row. Rows whose name is not known are left out.
    """

    def found(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
        named = [row for row in rows if row[0] is not None]
        most = max((n for row in named if isinstance(n := row[column], int)), default=0)
        best = [row for row in named if row[column] == most]
        if not most or len(named) < 2 or len(best) > 1:
            return None
        name = best[0][0]
        key = "year" if isinstance(name, int) else "name"
        return {key: name, "value": best[0][column if value is None else value]}

    return found


def first_and_last(column: int, cases: int) -> Finding:
    """Return the finding of the first and the last year of a table, for a value in a column.

    Its values are ``first_year``, ``first``, ``last_year`` and ``last``. Years with fewer cases
    than ``ENOUGH`` in the column ``cases`` are left out. Without two years, nothing is found.
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
    """Whether a number of cases, or the whole of a share, is enough for a measure."""
    number = value.whole if isinstance(value, Share) else value
    return isinstance(number, int) and number >= ENOUGH
