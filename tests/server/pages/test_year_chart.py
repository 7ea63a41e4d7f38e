"""Charts of the numbers of cases and of late answers by year."""

import re

import pytest

from kv2rdf.server.pages.case_totals import CaseTotals, case_totals
from kv2rdf.server.pages.listed_cases import ListedCase
from kv2rdf.server.pages.year_chart import late_chart, year_chart
from tests.server.pages.case_pages import site


def totals(*years: tuple[int, int, int]) -> CaseTotals:
    """Return the totals of years, each with its late answers and its answers in time."""
    return case_totals(
        ListedCase(0, "beantwoord", is_in_time, year)
        for year, late, in_time in years
        for is_in_time in (False,) * late + (True,) * in_time
    )


def test_the_late_answers_of_a_year_are_counted_among_those_with_a_deadline() -> None:
    found = totals((2001, 0, 2), (1999, 3, 1))
    unknown = case_totals(
        [ListedCase(0, "beantwoord", None, 1999), ListedCase(1, "x", is_in_time=True, year=None)]
    )
    assert found.late_by_year == {1999: (3, 4), 2001: (0, 2)}
    assert list(found.late_by_year) == [1999, 2001]
    assert unknown.late_by_year == {}


@pytest.mark.parametrize(("answers", "points"), [(20, 3), (19, 0)])
def test_a_year_with_fewer_than_twenty_deadlines_is_not_drawn(answers: int, points: int) -> None:
    counts = totals((1999, 5, 15), (2000, 20, 0), (2001, 0, answers))
    chart = late_chart(counts, site())
    assert (chart is not None) == bool(points)
    if chart:
        assert [len(c.lines[0].runs[0].split()) for c in chart.charts] == [points, points]
        assert chart.described == (
            "Te laat: 25% in 1999, 0% in 2001; het hoogst 100% in 2000, het laagst 0% in 2001."
        )


@pytest.mark.parametrize(("years", "is_drawn"), [(range(1999, 2002), True), ((1999, 2000), False)])
def test_two_years_are_not_a_line(years: range, is_drawn: bool) -> None:  # noqa: FBT001 - a table
    chart = year_chart({"cases": dict.fromkeys(years, 7.0), "questions": {}}, site())
    assert bool(chart) == is_drawn
    if chart:
        assert [line.name for line in chart.charts[0].lines] == ["cases"]


def test_the_point_of_the_year_that_has_not_ended_is_hollow() -> None:
    chart = year_chart({"cases": {2020: 1, 2021: 2, 2022: 3}}, site())
    assert chart
    assert len(chart.charts[0].lines[0].dots) == 1
    assert re.fullmatch(r".*3 in 2022; .*", chart.described)
