"""The answer deadline of a case."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.linking.deadline import answer_deadline
from kv2rdf.model.dossier import AnswerDeadline
from kv2rdf.model.kinds import Chamber
from tests.every_case import every_case
from tests.papers import real_seeds

TERMS = real_seeds().register.answer_terms
TABLED = date(2022, 1, 18)


@every_case(
    ("answered", "days", "is_in_time"),
    [
        (date(2022, 2, 8), 21, True),
        (date(2022, 2, 9), 22, False),
        (date(2022, 1, 18), 0, True),
        (date(2022, 2, 25), 38, False),
        (None, None, None),
    ],
)
def test_a_minister_has_three_weeks(
    answered: date | None, days: int | None, is_in_time: object
) -> None:
    deadline = answer_deadline(Chamber.TK, TABLED, answered, None, None, TERMS)
    assert (deadline.days, deadline.due, deadline.is_in_time) == (
        days,
        date(2022, 2, 8),
        is_in_time,
    )
    assert deadline.term is not None
    assert deadline.term.article.endswith("(2021)")


@every_case(
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
def test_the_term_in_force_on_the_day_of_tabling_applies(tabled: date, article: str | None) -> None:
    deadline = answer_deadline(Chamber.TK, tabled, tabled + timedelta(days=30), None, None, TERMS)
    assert deadline.days == 30
    if article is None:
        assert (deadline.term, deadline.due, deadline.is_in_time) == (None, None, None)
    else:
        assert deadline.term is not None
        assert deadline.term.article.endswith(article)


def test_the_eerste_kamer_sets_no_term() -> None:
    deadline = answer_deadline(Chamber.EK, TABLED, date(2022, 3, 1), None, None, TERMS)
    assert deadline == AnswerDeadline(days=42)


def test_without_a_day_of_tabling_nothing_is_known() -> None:
    assert (
        answer_deadline(Chamber.TK, None, date(2022, 3, 1), None, None, TERMS) == AnswerDeadline()
    )


@given(st.dates(date(1995, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_an_answer_is_in_time_within_the_days_of_the_term(tabled: date, days: int) -> None:
    deadline = answer_deadline(Chamber.TK, tabled, tabled + timedelta(days=days), None, None, TERMS)
    assert deadline.is_in_time == (days <= 21)


def test_the_last_day_in_a_record_replaces_that_of_the_term() -> None:
    due = date(2022, 3, 1)
    in_time = answer_deadline(Chamber.TK, TABLED, due, due, None, TERMS)
    late = answer_deadline(Chamber.TK, TABLED, due + timedelta(days=1), due, None, TERMS)
    assert in_time == AnswerDeadline(days=42, due=due, is_in_time=True, term=None)
    assert late == AnswerDeadline(days=43, due=due, is_in_time=False, term=None)


@pytest.mark.parametrize(("days", "is_met"), [(0, True), (1, False)])
def test_a_notice_may_extend_the_deadline(days: int, *, is_met: bool) -> None:
    extended = date(2022, 2, 9)
    answered = extended + timedelta(days=days)
    deadline = answer_deadline(Chamber.TK, TABLED, answered, None, extended, TERMS)
    assert (deadline.due, deadline.is_in_time) == (date(2022, 2, 8), False)
    assert (deadline.extended, deadline.is_in_extended_time) == (extended, is_met)


@pytest.mark.parametrize(
    ("chamber", "extended"), [(Chamber.TK, date(2022, 2, 8)), (Chamber.EK, date(2022, 3, 1))]
)
def test_a_day_that_is_not_later_or_has_no_deadline_to_extend_does_not_count(
    chamber: Chamber, extended: date
) -> None:
    deadline = answer_deadline(chamber, TABLED, date(2022, 2, 8), None, extended, TERMS)
    assert (deadline.extended, deadline.is_in_extended_time) == (None, None)


def test_without_an_answer_the_extended_deadline_is_neither_met_nor_missed() -> None:
    extended = date(2022, 3, 1)
    deadline = answer_deadline(Chamber.TK, TABLED, None, None, extended, TERMS)
    assert (deadline.extended, deadline.is_in_extended_time) == (extended, None)
