"""The dates in a record."""

from datetime import date

import pytest

from tests.papers import read_paper
from tests.sources.odata.examples import record


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2031-01-13T00:00:00+01:00", date(2031, 1, 13)),
        ("2031-01-12T23:00:00Z", date(2031, 1, 13)),
        ("2031-01-12T22:59:59Z", date(2031, 1, 12)),
        ("2031-07-08T00:00:00+02:00", date(2031, 7, 8)),
        ("2031-07-07T22:00:00Z", date(2031, 7, 8)),
        ("2031-07-07T21:59:59Z", date(2031, 7, 7)),
        ("2031-07-08T00:00:00", date(2031, 7, 8)),
    ],
)
def test_a_moment_belongs_to_the_day_in_the_netherlands(
    printed: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    assert read_paper(record(GestartOp=printed)).tabled == day


def test_a_record_may_lack_the_day() -> None:
    assert read_paper(record(GestartOp=None)).tabled is None


@pytest.mark.parametrize("printed", ["2031-02-03T00:00:00Z", "2031-02-03T00:00:00+01:00"])
def test_a_deadline_is_the_printed_day(printed: str) -> None:
    made = read_paper(record(Termijn=printed)).record
    assert made is not None
    assert made.due == date(2031, 2, 3)
