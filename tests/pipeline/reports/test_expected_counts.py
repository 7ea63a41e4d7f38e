"""The expectations of numbers, shares and dates, each just within and just beyond its limit."""

from datetime import date

import pytest

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.participants import Role
from tests.every_case import every_case
from tests.pipeline.reports.expected_cases import breach, case, compared, found_words, part


@every_case(
    ("cases", "documents", "found"),
    [
        (1, 2, None),  # incomplete
        (1, 3, "1"),
        (2, 3, None),
        (4, 1, None),
        (5, 1, "5"),
    ],
)
def test_the_cases_of_a_year_are_counted_if_the_year_is_complete(
    cases: int, documents: int, found: str | None
) -> None:
    checks = compared(case(n, documents=documents) for n in range(cases))
    broken = breach(checks)
    assert (broken and (broken["about"], broken["expected"], broken["found"])) == (
        found and ("kvr-xml 2004", "2 to 4", found)
    )


def test_copies_of_a_document_do_not_make_a_year_complete() -> None:
    copies = (case(1, documents=2), case(1, documents=2))
    assert breach(compared(copies)) is None
    assert breach(compared((*copies, case(2)))) is None
    assert compared(copies).not_applied > compared((*copies, case(2))).not_applied


@pytest.mark.parametrize(
    ("identified", "cases", "found"), [(1, 2, None), (1, 3, "33.33% (1 of 3)"), (0, 1, None)]
)
def test_a_share_may_be_as_small_as_expected(
    identified: int, cases: int, found: str | None
) -> None:
    people = [part(person="eva" if n < identified else None) for n in range(cases)]
    checks = compared(case(n, one, documents=2) for n, one in enumerate(people))
    broken = breach(checks)
    assert (broken and broken["found"]) == found


def test_only_printed_names_and_offices_count_in_a_share() -> None:
    named = case(0, part())
    without_name = [case(n, part(person=None, has_name=False)) for n in range(1, 4)]
    assert compared([named, *without_name]).breaches == ()
    reply, no_office = part(Role.ANSWERER, office="m"), part(Role.ANSWERER, person=None)
    assert compared(case(n, reply, no_office) for n in range(3)).breaches == ()
    unknown = part(Role.ANSWERER, person=None, has_office=True)
    found = breach(compared(case(n, reply, unknown) for n in range(3)))
    assert found is not None
    assert found["found"] == "50.00% (3 of 6)"


def test_a_share_over_two_years_needs_both_to_be_complete() -> None:
    one_year = [case(n, part(is_party_known=False)) for n in range(3)]
    assert found_words(compared(one_year)) is None
    both = [*one_year, case(3, day=date(2005, 1, 1))]
    share, days = compared(both).breaches
    assert share["expectation"] == "share identified (party of indiener)"
    assert share["found"] == "0.00% (0 of 3)"
    assert days["expectation"] == "days of documents"


@every_case(
    ("day", "is_outside"),
    [("2003-12-31", True), ("2004-01-01", False), ("2004-12-31", False), ("2005-01-01", True)],
)
def test_a_day_outside_the_period_of_the_source_is_named(day: str, is_outside: bool) -> None:  # noqa: FBT001
    broken = breach(compared([case(1, day=date.fromisoformat(day))]))
    found = (f"case 1: {day}",)
    assert (broken["examples"] if broken else ()) == (found if is_outside else ())


def test_only_days_that_are_known_are_in_the_period_of_their_own_source() -> None:
    assert breach(compared([case(1, day=None)])) is None
    assert breach(compared([case(1, day=date(1990, 1, 1), kind=SourceKind.OPENKAMER)])) is None


def test_the_cases_of_a_breach_are_listed_in_order_and_not_all() -> None:
    broken = breach(compared(case(n, part(), day=date(2004, 6, 2)) for n in range(4)))
    assert broken is not None
    assert broken["examples"] == ("case 0", "case 1", "case 2", "case 3")
    many = [case(n, day=date(1990, 1, n)) for n in range(1, 20)]
    (days,) = compared(many).breaches
    assert (days["found"], len(days["examples"])) == ("19 outside: 1990-01-01 to 1990-01-19", 10)
