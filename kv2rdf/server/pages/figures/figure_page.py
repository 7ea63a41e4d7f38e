"""The page that lists all figures, and the page of a figure with its chart, table and query."""

from dataclasses import dataclass

from kv2rdf.charts.line_chart import CHART_SIZES, LineChart, line_chart
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.data_limits import missing_sentence
from kv2rdf.server.pages.figures.completeness_figure import COMPLETENESS
from kv2rdf.server.pages.figures.figure import NAME_COLUMNS, Figure, FigureRow, Share
from kv2rdf.server.pages.figures.query_link import query_link
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.figures.row_values import (
    amount,
    clear_row,
    known_columns,
    scale_end,
    sentence_value,
    shown_rows,
)
from kv2rdf.server.pages.figures.year_choice import chosen_rows, requested_year, years_of
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.requested_list import late_cases_link
from kv2rdf.server.pages.year_chart import described_line, unfinished_year

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
        ListedFigure(name, _sentence(release, site, figure, chosen_rows(figure, rows, None)))
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
    columns, rows = known_columns(figure, columns, rows)
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
        remark=figure.remark(release, site.words) if figure.remark else None,
        rows=shown_rows(figure, columns, rows[:most], site),
        scale_end=round(scale_end(figure, columns, rows)),
        more=len(rows) - min(most, len(rows)),
        charts=_charts(figure, rows, lines, site),
        described=" ".join(described_line(site, *line) for line in lines.items()),
        unfinished=_unfinished_year(figure, rows, site),
        missing=None if figure is COMPLETENESS else missing_sentence(release, site),
        years=years,
        year=year,
        query_link=query_link(site, figure.query),
        late_cases=late_cases_link(site),
    )


def _sentence(
    release: Release, site: PageSite, figure: Figure, rows: tuple[FigureRow, ...]
) -> str | None:
    """Return the sentence for a figure in the list: its finding or, if none, its remark."""
    finding = figure_finding(site, figure, rows)
    return figure.remark(release, site.words) if figure.remark and not finding else finding


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
    year = unfinished_year(site)
    is_last = figure.columns[0] == "year" and any(row[0] == year for row in rows)
    return year if is_last else None
