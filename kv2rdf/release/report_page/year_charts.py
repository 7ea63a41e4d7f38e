"""The chart of the years in a report: the numbers of cases, and the shares of late answers."""

from dataclasses import dataclass

from kv2rdf.charts.line_chart import LineChart, line_chart
from kv2rdf.release.report import Report
from kv2rdf.release.report_page.case_tables import late_share

_SIZES = {"broad": (720, 220), "narrow": (360, 200)}
_FEWEST_YEARS = 3
_FIRST_YEAR = 1815
"""The year of the first session of the States General. Any earlier year is a misprint."""


@dataclass(frozen=True, slots=True)
class YearPanel:
    """One half of the chart.

    ``measure`` is the key of its title, and ``unit`` is printed after numbers. ``label`` is the key
    of the word beside the line.
    """

    measure: str
    label: str
    unit: str
    charts: tuple[tuple[str, LineChart], ...]
    """The chart for each screen width, "broad" or "narrow"."""


def year_panels(report: Report) -> tuple[YearPanel, ...]:
    """Return the halves of the chart that have values, or () if there are too few years."""
    known = {int(year): counts for year, counts in report.years.items() if year.isdigit()}
    years = {year: counts for year, counts in known.items() if year >= _FIRST_YEAR}
    if len(years) < _FEWEST_YEARS:
        return ()
    cases = {year: counts["cases"] for year, counts in years.items()}
    shares = {year: late_share(counts) for year, counts in years.items()}
    late = {year: share for year, share in shares.items() if share is not None}
    period = (min(years), max(years))
    panels = [_panel("chart_cases", "chart_cases_short", "", cases, None, period)]
    if late:
        panels.append(_panel("chart_late", "chart_late_short", "%", late, 100, period))
    return tuple(panels)


def _panel(
    measure: str,
    label: str,
    unit: str,
    values: dict[int, int],
    most: int | None,
    period: tuple[int, int],
) -> YearPanel:
    charts = tuple(
        (size, line_chart({measure: values}, width, height, most=most, period=period))
        for size, (width, height) in _SIZES.items()
    )
    return YearPanel(measure, label, unit, charts)
