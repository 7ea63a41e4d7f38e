"""The chart of all years in a report."""

from dataclasses import replace
from pathlib import Path

from lxml import html

from kv2rdf.pipeline.reports.labels import labels
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import Report
from kv2rdf.release.report_page.write import write_report
from kv2rdf.release.report_page.year_charts import year_panels
from tests.release.sample_report import report


def with_years(*years: tuple[str, int, int, int]) -> Report:
    """Return a report with years, each with its numbers of cases, of answers in time and late."""
    rows = {
        year: {"cases": cases, "questions": cases, "in_time": in_time, "late": late}
        for year, cases, in_time, late in years
    }
    return replace(report(), years=rows)


FOUR = with_years(
    ("0030", 1, 0, 0), ("1989", 50, 0, 0), ("1990", 60, 15, 45), ("1991", 40, 30, 30),
    ("2022", 1, 0, 1), ("unknown", 7, 0, 0),
)  # fmt: skip


def test_both_halves_have_the_same_years_and_the_share_begins_where_it_is_known() -> None:
    cases, late = year_panels(FOUR)
    for (_, first), (_, second) in zip(cases.charts, late.charts, strict=True):
        assert first.years == second.years
        assert next(year for _, year in first.years) == 1989
        assert [year for _, year in first.years][-1] == 2022
    (line,) = cases.charts[0][1].lines
    assert [len(run.split()) for run in line.runs] == [3]
    assert len(line.dots) == 1
    (share,) = late.charts[0][1].lines
    assert [len(run.split()) for run in share.runs] == [2]
    assert late.charts[0][1].values[-1][1] == 100


def test_few_years_have_no_chart_and_without_deadlines_there_is_no_share() -> None:
    assert year_panels(with_years(("1990", 60, 15, 45), ("1991", 40, 30, 30))) == ()
    (only,) = year_panels(with_years(*((str(year), 9, 0, 0) for year in range(1984, 1988))))
    assert only.measure == "chart_cases"


def test_the_chart_has_a_name_in_both_languages_and_a_table_beside_it(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    write_report(files, FOUR, labels())
    for path in (files.report_page, files.english_report_page):
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        charts = page.xpath("//figure/svg")
        assert [chart.get("role") for chart in charts] == ["img"] * 4
        for chart in charts:
            assert page.get_element_by_id(chart.get("aria-labelledby")).text
            assert page.get_element_by_id(chart.get("aria-describedby")).tag == "table"


def test_without_its_style_sheet_a_chart_has_lines_and_no_filled_areas(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    write_report(files, FOUR, labels())
    page = html.document_fromstring(files.report_page.read_text(encoding="utf-8"))
    lines = page.xpath("//svg//polyline")
    assert {(line.get("fill"), bool(line.get("stroke"))) for line in lines} == {("none", True)}
    assert set(page.xpath("//svg//line/@stroke"))
    assert page.xpath("//svg//text[not(@font-size)]") == []
