"""Line charts of numbers by year, each with a description of its lines for the reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.charts.line_chart import CHART_SIZES, LineChart, line_chart
from kv2rdf.server.pages.case_totals import CaseTotals
from kv2rdf.server.pages.page_site import PageSite

ENOUGH = 20
"""The minimum number of cases for which a share or a median is shown."""
_FEWEST_YEARS = 3
_HIGHEST_SHARE = 100


@dataclass(frozen=True, slots=True)
class YearChart:
    """A chart for wide screens and one for phones. ``described`` describes each line in words."""

    charts: tuple[LineChart, ...]
    described: str


def year_chart(
    lines: Mapping[str, Mapping[int, float]], site: PageSite, *, is_share: bool = False
) -> YearChart | None:
    """Return a chart of numbers by year, or None if there are fewer than three years.

    ``lines`` maps the key of the column of each line to its values. If ``is_share`` is true, the
    values are percentages.
    """
    shown = {name: values for name, values in lines.items() if values}
    if len({year for values in shown.values() for year in values}) < _FEWEST_YEARS:
        return None
    charts = tuple(
        line_chart(
            shown,
            *size,
            most=_HIGHEST_SHARE if is_share else None,
            unfinished=unfinished_year(site),
        )
        for size in CHART_SIZES
    )
    end = "%" if is_share else ""
    described = " ".join(described_line(site, *line, end) for line in shown.items())
    return YearChart(charts, described)


def late_chart(totals: CaseTotals, site: PageSite) -> YearChart | None:
    """Return a chart of the share of late answers by year, or None if there are too few years.

    Years with too few known deadlines are left out.
    """
    shares = {
        year: 100 * late / known
        for year, (late, known) in totals.late_by_year.items()
        if known >= ENOUGH
    }
    return year_chart({"late_share": shares}, site, is_share=True)


def described_line(site: PageSite, name: str, values: Mapping[int, float], end: str = "") -> str:
    """Return a description of a line: its first, last, highest and lowest values.

    ``name`` is the key of its column, and ``values`` maps years to values. ``end`` follows each
    value, such as "%".
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
            for what, found in (
                ("year", year),
                ("value", site.words.number(round(values[year])) + end),
            )
        },
    )


def unfinished_year(site: PageSite) -> int | None:
    """Return the last year of the data if it has not ended in the data, or else None."""
    day = site.data_day
    return None if (day.month, day.day) == (12, 31) else day.year
