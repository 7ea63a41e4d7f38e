"""The benchmarks run, and measure what they say they do."""

from pathlib import Path

import pytest

from benchmarks import conversion, documents, growth, judging
from benchmarks.measuring import Bench, row, table


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    made = documents.generated(3, words=12)
    return Bench(documents=made, folder=tmp_path_factory.mktemp("bench"), runs=1)


def test_a_generated_document_is_read_whole(bench: Bench) -> None:
    said = list(conversion.converted(bench))
    assert len(said) == len(bench.documents)
    for lines in said:
        assert sum("/def#Question>" in line for line in lines) == 8
        assert sum("/def#Answer>" in line for line in lines) == 8
    assert documents.generated(3, words=12) == bench.documents


def test_conversion_is_measured_against_parsing(bench: Bench) -> None:
    parse, convert, *others = conversion.rows(bench)
    assert parse.times is None
    assert convert.against == parse.name
    assert convert.times == pytest.approx(convert.seconds / parse.seconds)
    assert all(other.seconds > 0 for other in others)


def test_the_engines_find_the_same(bench: Bench) -> None:
    _, prepared, _ = judging.rows(bench)
    assert prepared.remark == "the same results in 3 of 3 cases"


def test_growth_is_measured_by_the_document(tmp_path: Path) -> None:
    bench = Bench(documents=documents.generated(6, words=12), folder=tmp_path, runs=1)
    few, some, all_ = growth.rows(bench)
    assert [r.number for r in (few, some, all_)] == [1, 2, 6]
    assert all_.against == few.name
    assert all_.times == pytest.approx(all_.seconds / 6 / few.seconds)


def test_a_ratio_is_by_the_thing_and_the_table_has_a_line_a_row() -> None:
    floor = row("floor", 10, 1.0)
    slow = row("slow", 2, 1.0, floor, "why")
    assert slow.times == 5
    lines = table([floor, slow]).splitlines()
    assert len(lines) == 3
    assert lines[2].split() == ["slow", "2", "500.000", "5.00", "floor", "(why)"]
