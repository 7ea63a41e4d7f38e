"""The selection of a year in a table by year."""

from collections import defaultdict

from kv2rdf.errors import QueryError
from kv2rdf.server.pages.figures.figure import Figure, FigureRow, FigureValue


def years_of(figure: Figure, rows: tuple[FigureRow, ...]) -> tuple[int, ...]:
    """Return the known years in the rows, in order, or () if the figure is not by year."""
    if not figure.is_by_year:
        return ()
    return tuple(sorted({row[0] for row in rows if isinstance(row[0], int)}))


def requested_year(years: tuple[int, ...], written: str | None) -> int | None:
    """Return the year that a reader chose, or None (all years) if ``written`` is None.

    Raises QueryError if ``written`` is not one of ``years``.
    """
    if written is None:
        return None
    if written not in map(str, years):
        raise QueryError(f"jaar: {written!r} is not a year of this figure")
    return int(written)


def chosen_rows(
    figure: Figure, rows: tuple[FigureRow, ...], year: int | None
) -> tuple[FigureRow, ...]:
    """Return the rows of a year or, if ``year`` is None, the sums over all years.

    The year itself is removed from the rows. The rows are sorted by the column that is drawn as
    bars or, if there is none, by the last column, with the highest values first. The rows of a
    figure that is not by year are returned unchanged.
    """
    if not figure.is_by_year:
        return rows
    sums: dict[FigureValue, list[int]] = defaultdict(lambda: [0] * (len(figure.columns) - 2))
    for row_year, name, *numbers in rows:
        if year in (None, row_year):
            counts = (number if isinstance(number, int) else 0 for number in numbers)
            sums[name] = [a + b for a, b in zip(sums[name], counts, strict=True)]
    place = figure.columns.index(figure.bar or figure.columns[-1]) - 1
    added: list[FigureRow] = [(name, *numbers) for name, numbers in sums.items()]
    return tuple(sorted(added, key=lambda row: -int(str(row[place]))))
