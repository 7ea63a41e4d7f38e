"""The axis of the values of a line chart."""

from kv2rdf.charts.line_chart import line_chart
from tests.every_case import every_case


@every_case("highest", [0.4, 1.0, 2.0, 2.5, 10.0, 10.5, 99.5])
def test_every_value_is_inside_the_chart(highest: float) -> None:
    chart = line_chart({"a": {1990: 0, 1991: 1, 1992: highest}}, 720, 300)
    (line,) = chart.lines
    heights = [float(point.split(",")[1]) for run in line.runs for point in run.split()]
    assert len(heights) == 3
    assert 0 <= min(heights) <= max(heights) <= chart.base
