"""The page that lists all figures, and the page of a figure with its chart, table and query."""

from dataclasses import dataclass

from kv2rdf.charts.line_chart import CHART_SIZES, LineChart, line_chart
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.figures.figure import NAME_COLUMNS, Figure, FigureRow, Share
from kv2rdf.server.pages.figures.query_link import query_link
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.figures.row_values import (
    amount,
    clear_row,
    scale_end,
    sentence_value,
    shown_rows,
)
from kv2rdf.server.pages.figures.year_choice import chosen_rows, requested_year, years_of
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html

_MOST_NAMES = 60
"""The maximum number of rows with names on a page. Rows of years and sessions are all shown."""
_YEARS = ("year", "first_year", "last_year")
"""The keys of the values in a finding that are years."""


@dataclass(frozen=True, slots=True)
class ListedFigure:
    """A figure in the list: its name, and the sentence that summarises it, or None."""

    name: str
    finding: str | None


def figures_html(release: Release, site: PageSite) -> str:
    """Return the page with all figures. Raises ReleaseError if the store cannot be read."""
    listed = [
        ListedFigure(name, figure_finding(site, figure, chosen_rows(figure, rows, None)))
        for name, figure in FIGURES.items()
        for rows in (figure_rows(release, figure),)
    ]
    return page_html(site, "figures.html.j2", figures=listed)


def figure_html(release: Release, site: PageSite, figure: Figure, year: str | None = None) -> str:
    """Return the page of a figure. ``year`` is the year that a reader chose, or None for all years.

    Raises QueryError if the figure has no such year, and ReleaseError if the store cannot be read.
    """
    all_rows = figure_rows(release, figure)
    years = years_of(figure, all_rows)
    columns = figure.columns[1:] if figure.is_by_year else figure.columns
    rows = chosen_rows(figure, all_rows, requested_year(years, year))
    lines = _lines(figure, rows)
    has_names = columns[0] in NAME_COLUMNS
    most = _MOST_NAMES if has_names else len(rows)
    return page_html(
        site,
        "figure.html.j2",
        figure=figure,
        columns=columns,
        has_names=has_names,
        finding=figure_finding(site, figure, rows),
        rows=shown_rows(figure, columns, rows[:most], site),
        scale_end=round(scale_end(figure, columns, rows)),
        more=len(rows) - min(most, len(rows)),
        charts=_charts(figure, rows, lines, site),
        described=" ".join(_described_line(site, *line) for line in lines.items()),
        unfinished=_unfinished_year(figure, rows, site),
        years=years,
        year=year,
        query_link=query_link(site, figure.query),
    )


def figure_finding(site: PageSite, figure: Figure, rows: tuple[FigureRow, ...]) -> str | None:
    """Return the sentence that summarises the rows, or None. An unfinished year is left out."""
    unfinished = _unfinished_year(figure, rows, site)
    found = figure.finding(tuple(row for row in rows if unfinished is None or row[0] != unfinished))
    if found is None:
        return None
    texts = {
        name: str(value) if name in _YEARS else sentence_value(value, site.words)
        for name, value in found.items()
    }
    return site.words.text(f"finding_{figure.name}", **texts)


def _lines(figure: Figure, rows: tuple[FigureRow, ...]) -> dict[str, dict[int, float]]:
    """Return the values of each line by year. Lines without values are left out."""
    lines: dict[str, dict[int, float]] = {}
    for row in (clear_row(figure, figure.columns, row) for row in rows):
        for column in figure.lines:
            value = amount(row[figure.columns.index(column)])
            if isinstance(row[0], int) and value is not None:
                lines.setdefault(column, {})[row[0]] = value
    return lines


def _described_line(site: PageSite, name: str, values: dict[int, float]) -> str:
    """Return a description of a line: its first, last, highest and lowest values.

    ``name`` is the key of its column, and ``values`` maps years to values.
    """
    highest, lowest = (choose(values, key=lambda y: values[y]) for choose in (max, min))
    first, last = min(values), max(values)
    return site.words.text(
        "chart_described",
        name=site.words.text(f"column_{name}"),
        **{
            f"{word}_{what}": found
            for word, year in (
                ("first", first),
                ("last", last),
                ("highest", highest),
                ("lowest", lowest),
            )
            for what, found in (("year", year), ("value", site.words.number(round(values[year]))))
        },
    )


def _charts(
    figure: Figure,
    rows: tuple[FigureRow, ...],
    lines: dict[str, dict[int, float]],
    site: PageSite,
) -> tuple[LineChart, ...]:
    """Return the charts for wide screens and phones, or () if there are fewer than two years."""
    if len({year for values in lines.values() for year in values}) < 2:
        return ()
    is_share = any(isinstance(value, Share) for row in rows for value in row)
    unfinished = _unfinished_year(figure, rows, site)
    return tuple(
        line_chart(lines, *size, most=100 if is_share else None, unfinished=unfinished)
        for size in CHART_SIZES
    )


def _unfinished_year(figure: Figure, rows: tuple[FigureRow, ...], site: PageSite) -> int | None:
    """Return the last year of the data if it is incomplete and is in the rows, or else None."""
    day = site.data_day
    is_last = figure.columns[0] == "year" and any(row[0] == day.year for row in rows)
    return day.year if is_last and (day.month, day.day) != (12, 31) else None
