"""The expectations of people and seats, each just within and just beyond its limit."""

from datetime import date

import msgspec
import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.model.evidence import DatePrecision, SeatCount
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.participants import Role
from kv2rdf.model.register import Register
from tests.every_case import every_case
from tests.pipeline.reports.expected_cases import (
    DAY,
    EVA,
    KNOWN,
    SPELL,
    breach,
    case,
    compared,
    found_words,
    part,
)


def test_whoever_asks_is_eighteen() -> None:
    younger = msgspec.structs.replace(EVA, born=date(1986, 6, 2))
    known = msgspec.structs.replace(KNOWN, persons=(younger,))
    assert found_words(compared([case(1, part())])) is None
    assert found_words(compared([case(1, part())], known)) == "age of askers: eva: 17 on 2004-06-01"


@every_case(
    ("precision", "day", "found"),
    [
        (DatePrecision.DAY, "2004-06-01", None),
        (DatePrecision.DAY, "2004-06-02", "seats of askers: eva: none on 2004-06-02"),
        (DatePrecision.NOT_AFTER, "2004-06-02", "seats of askers: eva: none on 2004-06-02"),
        (DatePrecision.NOT_BEFORE, "2004-06-02", None),
    ],
)
def test_nobody_asks_after_the_end_of_a_membership(
    precision: DatePrecision, day: str, found: str | None
) -> None:
    held = msgspec.structs.replace(SPELL, until_precision=precision)
    known = msgspec.structs.replace(KNOWN, memberships=(held,))
    asked = case(1, part(), day=date.fromisoformat(day))
    assert found_words(compared([asked], known)) == found


def test_whoever_asks_needs_no_office_and_whoever_replies_no_seat() -> None:
    seated = msgspec.structs.replace(KNOWN, tenures=())
    assert found_words(compared([case(1, part())], seated)) is None
    in_office = msgspec.structs.replace(KNOWN, memberships=())
    assert found_words(compared([case(1, part(Role.ADDRESSEE))], in_office)) is None


def test_a_membership_may_have_begun_before_its_latest_possible_day() -> None:
    asked = case(1, part())
    for precision, found in (
        (DatePrecision.NOT_AFTER, None),
        (DatePrecision.NOT_BEFORE, "seats of askers: eva: none on 2004-06-01"),
    ):
        held = msgspec.structs.replace(
            SPELL, since=date(2004, 6, 2), since_precision=precision, until=None
        )
        known = msgspec.structs.replace(KNOWN, memberships=(held,))
        assert found_words(compared([asked], known)) == found


@pytest.mark.parametrize(("day", "is_outside"), [("2004-06-08", False), ("2004-06-09", True)])
def test_nobody_acts_in_an_office_that_ended(day: str, is_outside: bool) -> None:  # noqa: FBT001
    acting = part(Role.ANSWERER, person=None, office="m")
    found = found_words(compared([case(1, acting, day=date.fromisoformat(day))]))
    assert found == (f"existence of offices: m: {day}" if is_outside else None)


@pytest.mark.parametrize(("day", "is_outside"), [("2004-06-08", False), ("2004-06-09", True)])
def test_nobody_replies_after_the_end_of_a_tenure(day: str, is_outside: bool) -> None:  # noqa: FBT001
    acting = part(Role.ANSWERER)
    found = found_words(compared([case(1, acting, day=date.fromisoformat(day))]))
    assert found == (f"tenures of officers: eva: none on {day}" if is_outside else None)


def test_no_group_has_more_members_than_seats() -> None:
    begin = SPELL.since or date.min
    others = [msgspec.structs.replace(SPELL, key=str(n), person=str(n)) for n in range(3)]
    for members, seats, found in (
        (1, 2, None),
        (2, 2, None),
        (2, 1, f"members of a group: abc, tk, {begin}: 2"),
    ):
        counts = (
            SeatCount(chamber=Chamber.TK, first_sitting=begin, party="abc", seats=seats),
            SeatCount(chamber=Chamber.TK, first_sitting=begin, party="rest", seats=2 - seats),
        )
        known = Register(memberships=tuple(others[:members]), seat_counts=counts)
        assert found_words(compared([], known)) == found
    known = Register(memberships=tuple(others))
    assert found_words(compared([], known)) == f"members of a chamber: tk, {begin}: 3"
    uncertain = msgspec.structs.replace(others[2], since_precision=DatePrecision.NOT_BEFORE)
    assert compared([], Register(memberships=(*others[:2], uncertain))).breaches == ()
    successor = msgspec.structs.replace(others[2], since=DAY, until=None)
    assert compared([], Register(memberships=(*others[:2], successor))).breaches == ()


def test_the_seats_of_a_term_are_those_of_the_chamber() -> None:
    begin = date(2004, 1, 1)
    for seats, found in ((1, "1"), (2, None), (3, "3")):
        count = SeatCount(chamber=Chamber.TK, first_sitting=begin, party="abc", seats=seats)
        broken = breach(compared([], Register(seat_counts=(count,))))
        assert (broken and broken["found"]) == found
    elsewhere = SeatCount(chamber=Chamber.EK, first_sitting=begin, party="abc", seats=75)
    assert breach(compared([], Register(seat_counts=(elsewhere,)))) is None


def test_what_cannot_be_true_of_a_person_stops_the_release() -> None:
    late = [case(n, part(), day=date(2004, 6, 2)) for n in range(2)]
    compared(late).refuse_fatal()
    with pytest.raises(ReleaseError, match=r"seats of askers: eva: expected a seat .* none on"):
        compared(late, stop=True).refuse_fatal()
    seats = (SPELL, msgspec.structs.replace(SPELL, key="els-tk", person="els"))
    known = msgspec.structs.replace(
        KNOWN,
        persons=(EVA, msgspec.structs.replace(EVA, key="els")),
        memberships=seats,
    )
    two = [*late, case(9, part(person="els"), day=date(2004, 6, 2))]
    with pytest.raises(ReleaseError, match=r"\(and 1 more\)$"):
        compared(two, known, stop=True).refuse_fatal()
    compared([case(1, day=date(1900, 1, 1))], stop=True).refuse_fatal()
