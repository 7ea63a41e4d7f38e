"""The years and the values on the axes of a chart."""

from kv2rdf.charts.chart_axes import axis_step, years_on_axis
from tests.every_case import every_case


@every_case(
    ("highest", "step"), [(1, 1), (5, 1), (6, 2), (10, 2), (11, 5), (25, 5), (26, 10), (2500, 500)]
)
def test_an_axis_has_at_most_six_lines_at_round_values(highest: int, step: int) -> None:
    assert axis_step(highest) == step


@every_case(
    ("width", "shown"),
    [
        (8, (1984, 1990, 1995, 2000, 2008)),
        (7.9, (1984, 1990, 2000, 2008)),
        (2, (1984, 2008)),
        (1, (1984,)),
    ],
)
def test_a_year_that_is_too_close_to_another_is_left_out(
    width: float, shown: tuple[int, ...]
) -> None:
    assert years_on_axis(1984, 2008, lambda year: (year - 1984) * width) == shown


def test_a_chart_of_one_year_shows_it_once() -> None:
    assert years_on_axis(2022, 2022, lambda _: 52) == (2022,)
