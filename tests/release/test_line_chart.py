"""The chart of counts by year."""

from kv2rdf.release.line_chart import line_chart


def test_a_line_chart_begins_at_zero_and_ends_at_the_last_year() -> None:
    chart = line_chart({2000: 10, 2002: 40}, 720, 300)
    first, middle, last = chart.points.split()
    assert first.startswith("52.0,")
    assert middle.endswith(f",{float(chart.base)}")
    assert last.startswith(f"{float(chart.right)},")
    assert chart.values[0] == (float(chart.base), 0)
    assert [year for _, year in chart.years] == [2000, 2002]
