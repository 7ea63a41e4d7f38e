"""The clock of a case."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.deadline import clock
from kv2rdf.model.dossier import Clock
from kv2rdf.model.kinds import Chamber
from tests.papers import real_seeds

TERMS = real_seeds().register.terms
TABLED = date(2022, 1, 18)


@pytest.mark.parametrize(
    ("answered", "days", "in_time"),
    [
        (date(2022, 2, 8), 21, True),
        (date(2022, 2, 9), 22, False),
        (date(2022, 1, 18), 0, True),
        (date(2022, 2, 25), 38, False),
        (None, None, None),
    ],
)
def test_a_minister_has_three_weeks(
    answered: date | None, days: int | None, in_time: object
) -> None:
    found = clock(Chamber.TK, TABLED, answered, TERMS)
    assert (found.days, found.due, found.in_time) == (days, date(2022, 2, 8), in_time)
    assert found.term is not None
    assert found.term.article.endswith("(2021)")


@pytest.mark.parametrize(
    ("tabled", "article"),
    [
        (date(1990, 5, 27), None),
        (date(1990, 5, 28), "artikel 121"),
        (date(1994, 11, 24), "artikel 121"),
        (date(1994, 11, 25), "artikel 135"),
        (date(2021, 3, 30), "artikel 135"),
        (date(2021, 3, 31), "(2021)"),
    ],
)
def test_the_article_is_that_of_the_day_of_tabling(tabled: date, article: str | None) -> None:
    found = clock(Chamber.TK, tabled, tabled + timedelta(days=30), TERMS)
    assert found.days == 30
    if article is None:
        assert (found.term, found.due, found.in_time) == (None, None, None)
    else:
        assert found.term is not None
        assert found.term.article.endswith(article)


def test_the_eerste_kamer_sets_no_term() -> None:
    found = clock(Chamber.EK, TABLED, date(2022, 3, 1), TERMS)
    assert found == Clock(days=42)


def test_nothing_follows_for_a_case_whose_day_of_tabling_is_not_known() -> None:
    assert clock(Chamber.TK, None, date(2022, 3, 1), TERMS) == Clock()


@given(st.dates(date(1995, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_in_time_is_within_the_days_of_the_term(tabled: date, days: int) -> None:
    found = clock(Chamber.TK, tabled, tabled + timedelta(days=days), TERMS)
    assert found.in_time == (days <= 21)
