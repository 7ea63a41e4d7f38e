"""The values of figures: quantiles, findings, charts, and measures of too few cases."""

from dataclasses import replace

from kv2rdf.charts.line_chart import line_chart
from kv2rdf.server.pages.figures.answer_figures import quantile
from kv2rdf.server.pages.figures.figure import FigureName, FigureRow, Share
from kv2rdf.server.pages.figures.figure_csv import figure_csv
from kv2rdf.server.pages.figures.figure_page import figure_finding
from kv2rdf.server.pages.figures.findings import first_and_last, highest
from kv2rdf.server.pages.figures.release_figures import FIGURES
from kv2rdf.server.pages.figures.row_values import clear_row, scale_end, shown_rows
from kv2rdf.server.pages.figures.year_choice import chosen_rows
from tests.every_case import every_case
from tests.server.pages.case_pages import site

LATE: tuple[FigureRow, ...] = (
    (1990, Share(10, 20), 10, 20), (1991, Share(1, 2), 1, 2), (1993, Share(30, 40), 30, 40),
)  # fmt: skip


@every_case(("share", "days"), [(0.25, 10), (0.26, 20), (0.5, 20), (0.75, 30), (1.0, 90)])
def test_a_quantile_is_the_day_on_which_that_share_was_answered(share: float, days: int) -> None:
    assert quantile({10: 1, 20: 1, 30: 1, 90: 1}, share) == days


def test_a_finding_has_the_highest_row_unless_two_are_equal() -> None:
    cda, vvd = FigureName("CDA"), FigureName("VVD")
    assert highest(1)(((cda, 3), (vvd, 5), (None, 9))) == {"name": vvd, "value": 5}
    assert highest(2, value=1)(((1990, 3, 7), (1991, 5, 6))) == {"year": 1990, "value": 3}
    assert highest(1)(((cda, 5), (vvd, 5))) is None
    assert highest(1)(((cda, 5),)) is None
    assert highest(1)(((cda, 0), (vvd, 0))) is None


def test_a_finding_compares_only_years_with_enough_cases() -> None:
    found = first_and_last(1, 3)
    assert found(LATE) == {
        "first_year": 1990, "first": Share(10, 20), "last_year": 1993, "last": Share(30, 40),
    }  # fmt: skip
    assert found(LATE[:2]) is None


def test_the_sentence_of_a_figure_leaves_out_the_year_in_which_the_data_ends() -> None:
    rows: tuple[FigureRow, ...] = (*LATE, (2022, Share(20, 80), 20, 80))
    for day, year in (("2022-02-25", 1993), ("2022-12-31", 2022), ("2023-01-31", 2022)):
        finding = figure_finding(replace(site(), day=day), FIGURES["te-laat"], rows)
        assert finding is not None
        assert f"in {year}" in finding


def test_a_sentence_gives_no_share_for_few_answers() -> None:
    figure = FIGURES["dagen"]
    few, enough = (figure.table((("2000", "7", "5"), ("2000", "22", n))) for n in ("9", "15"))
    assert figure.finding(few) is None
    assert figure.finding(enough) == {"value": Share(5, 20)}


def test_a_measure_over_too_few_cases_is_not_shown_or_drawn() -> None:
    figure = FIGURES["te-laat"]
    assert clear_row(figure, figure.columns, LATE[1]) == (1991, "too_few_short", 1, 2)
    assert clear_row(figure, figure.columns, LATE[0]) == LATE[0]
    ministries: tuple[FigureRow, ...] = tuple((FigureName("A"), *row[1:]) for row in LATE)
    by_ministry = FIGURES["te-laat-per-ministerie"]
    rows = shown_rows(by_ministry, by_ministry.columns, ministries, site())
    assert [row.marks for row in rows] == [(50.0,), (), (75.0,)]
    assert [row.values[1].text for row in rows] == ["50%", "te weinig", "75%"]


def test_bars_are_drawn_from_zero_to_the_highest_number() -> None:
    figure = FIGURES["onderwerpen"]
    rows: tuple[FigureRow, ...] = ((FigureName("A"), 8, 1), (FigureName("B"), 2, 1))
    assert [row.marks for row in shown_rows(figure, figure.columns, rows, site())] == [
        (100.0,), (25.0,),
    ]  # fmt: skip


def test_the_end_of_the_scale_is_the_highest_number_that_is_drawn() -> None:
    figure = FIGURES["dagen-per-jaar"]
    rows: tuple[FigureRow, ...] = ((1990, 10, 20, 40, 25), (1991, 90, 91, 92, 3))
    assert scale_end(figure, figure.columns, rows) == 40
    assert [row.marks for row in shown_rows(figure, figure.columns, rows, site())] == [
        (25.0, 50.0, 100.0), (),
    ]  # fmt: skip
    assert scale_end(figure, figure.columns, ()) == 0


def test_a_topic_has_the_name_of_the_topic_above_it_once() -> None:
    rows = (
        ("https://x/a", "Gemeenten", "Bestuur", "4", "9"), ("https://x/b", "Recht", "", "1", "2"),
        ("https://x/c", "Recht (Straf)", "Recht", "1", "2"),
    )  # fmt: skip
    names = [row[0] for row in FIGURES["onderwerpen"].table(rows)]
    assert [name.dutch for name in names if isinstance(name, FigureName)] == [
        "Bestuur: Gemeenten", "Recht", "Recht (Straf)",
    ]  # fmt: skip


def test_the_rows_of_all_years_are_added_up() -> None:
    cda, vvd = FigureName("CDA", address="https://x/cda"), FigureName("VVD")
    rows: tuple[FigureRow, ...] = ((1990, cda, 1, 2), (1991, cda, 3, 4), (1991, vvd, 5, 9))
    assert chosen_rows(FIGURES["fracties"], rows, None) == ((vvd, 5, 9), (cda, 4, 6))
    assert chosen_rows(FIGURES["fracties"], rows, 1990) == ((cda, 1, 2),)


def test_a_table_as_csv_has_addresses_and_whole_numbers() -> None:
    rows: tuple[FigureRow, ...] = (
        (1990, FigureName("A, B", address="https://x/a"), 1000, 2), (None, None, 1, 2),
    )  # fmt: skip
    assert figure_csv(FIGURES["fracties"], rows, site().words) == (
        'year,party,party_address,cases,questions\n1990,"A, B",https://x/a,1000,2\n,,,1,2\n'
    )


def test_a_line_is_broken_where_a_year_is_missing() -> None:
    chart = line_chart({"late_share": {1990: 50, 1991: 60, 1993: 75}}, 720, 300, most=100)
    (line,) = chart.lines
    assert len(line.runs) == 1
    assert line.runs[0].startswith(f"{float(chart.left)},")
    assert line.dots == ((float(chart.right), 78.5),)
    assert [value for _, value in chart.values] == [0, 20, 40, 60, 80, 100]
    assert chart.values[0][0] == chart.base


def test_a_year_that_is_not_over_has_a_dot() -> None:
    values = dict.fromkeys(range(2000, 2009), 10.0)
    finished, unfinished = (
        line_chart({"cases": values}, 720, 300, unfinished=year).lines[0].dots
        for year in (None, 2008)
    )
    assert finished == ()
    assert unfinished == ((624.0, 16.0),)


def test_the_names_of_two_lines_do_not_touch() -> None:
    lines = {"questions": {2000: 5.0, 2001: 5.0}, "cases": {2000: 4.0, 2001: 5.0}}
    first, second = line_chart(lines, 720, 300).lines
    assert abs(first.label[1] - second.label[1]) >= 16
