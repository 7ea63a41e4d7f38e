"""Dates as printed in the sources."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.model.dutch_months import MONTHS
from kv2rdf.sources.phrases.dutch_dates import (
    day_at_start,
    days_within,
    tabling_day_in,
    whole_day,
)
from tests.every_case import every_case


@every_case(
    ("printed", "day", "rest"),
    [
        ("2005-02-05", date(2005, 2, 5), ""),
        ("2005-02-5", date(2005, 2, 5), ""),
        ("2005-2-5) Ja.", date(2005, 2, 5), ") Ja."),
        ("17 oktober 1988)", date(1988, 10, 17), ")"),
        ("10januari 2001", date(2001, 1, 10), ""),
        ("10 januari2001", date(2001, 1, 10), ""),
        ("op 3 mei 2004 (vraagnummer)", date(2004, 5, 3), " (vraagnummer)"),
        ("d.d. 3 mei 2004", date(2004, 5, 3), ""),
        ("3\u00a0mei 2004", date(2004, 5, 3), ""),
        ("29 februari 2004", date(2004, 2, 29), ""),
    ],
)
def test_a_date_at_the_start_is_read(printed: str, day: date, rest: str) -> None:
    assert day_at_start(printed) == (day, rest)


@every_case(
    "printed",
    [
        "",
        "juni 2007",
        "99-99-9999",
        "2007-04-31",
        "31 april 2007",
        "29 februari 2005",
        "2005-02-051",
        "5 februari 20051",
        "U oktober 1993",
        "3 januan 1990",
        "de 3 mei 2004",
        "9-12-'91",
        "0 mei 2004",
        "9999-12-31",
        "2001-09-2S",
        "0001-01-01",
        "200-02-05",
        "2005--05",
        "2005-02-",
        "2005-012-05",
        "2005-02-005",
        "005 februari 2005",
        "5 februari 200",
    ],
)
def test_a_text_without_a_date_is_returned_unchanged(printed: str) -> None:
    assert day_at_start(printed) == (None, printed)
    assert whole_day(printed) is None


@pytest.mark.parametrize("printed", ["3 mei 2004)", "2004-05-03.", "3 mei 2004 3 mei 2004"])
def test_a_date_with_more_text_is_not_a_whole_day(printed: str) -> None:
    assert whole_day(printed) is None


def test_white_space_around_a_date_is_ignored() -> None:
    assert whole_day("\n 2004-05-03 ") == date(2004, 5, 3)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_date_is_read_in_every_form(day: date) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    for form in (day.isoformat(), f"{day.year}-{day.month}-{day.day}", written, f"op {written}"):
        assert whole_day(form) == day


@given(st.text())
def test_the_rest_is_the_end_of_the_text(text: str) -> None:
    _, rest = day_at_start(text)
    assert text.endswith(rest)


@every_case(
    ("printed", "day"),
    [
        ("9 maart 2004", date(2004, 3, 9)),
        ("19 maart 2004", date(2004, 3, 19)),
        ("009 maart 2004", None),
        ("9 maart 204", None),
    ],
)
def test_a_title_gives_the_day_of_tabling_in_full(printed: str, day: date | None) -> None:
    assert tabling_day_in(f"Vragen van het lid Bij, op {printed} medegedeeld aan") == day


def test_days_within_a_text_are_found_in_order_and_must_exist() -> None:
    text = "op 5 februari 2005 en 31 april 2005, 2005-2-7 en 12005-02-08; 106 mei 2005"
    assert list(days_within(text)) == [date(2005, 2, 5), date(2005, 2, 7)]
