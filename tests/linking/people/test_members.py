"""The member to whom a printed name refers, and the candidates if it is not certain."""

from datetime import date

import pytest

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.evidence import DatePrecision, SeatCount, Speaker
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Membership, Party, Person, Register
from kv2rdf.model.rules import Lack
from tests.every_case import every_case

TERM, DAY, NEXT_TERM = date(2003, 1, 30), date(2005, 2, 5), date(2006, 11, 30)
THIRD_TERM = date(2010, 6, 17)
ABC = Party(key="abc", name="Alle Burgers Club", abbreviation="ABC")
GROUP, SEAT, PARTY = MembershipKind.GROUP_TK, MembershipKind.SEAT_TK, MembershipKind.PARTY


def person(key: str, given: str, family: str, prefix: str = "", initials: str = "") -> Person:
    """Return a person with a key and these parts of a name."""
    name = " ".join(filter(None, (given, prefix, family)))
    return Person(key=key, name=name, given=given, prefix=prefix, family=family, initials=initials)


def spell(
    of: str, kind: MembershipKind = GROUP, since: date | None = TERM, until: date | None = None
) -> Membership:
    """Return a membership of the party or, for a seat, of no party."""
    party = None if kind in (SEAT, MembershipKind.SEAT_EK) else "abc"
    return Membership(
        key=f"{of}-{kind}", person=of, party=party, kind=kind, since=since, until=until
    )


EVA, ELS = (
    person("eva", "Eva", "Naam", "van", "E.A."),
    person("els", "Els", "Naam", "van", "L.B."),
)
DOUBLE = person("dubbel", "Ine", "Eerste-Tweede", initials="I.")
ALONE = (spell("eva"),)
BOTH = (spell("eva"), spell("els"))


def asker(
    memberships: tuple[Membership, ...],
    name: str,
    party: str | None = "ABC",
    day: date = DAY,
    speakers: tuple[Speaker, ...] = (),
    seats: int = 1,
    chamber: Chamber = Chamber.TK,
) -> Participant:
    """Return the participant for an asker, with a register of three persons."""
    counts = tuple(
        SeatCount(chamber=Chamber.TK, first_sitting=first_day, party="abc", seats=seats)
        for first_day in (TERM, NEXT_TERM, THIRD_TERM)
    )
    register = Register(
        persons=(EVA, ELS, DOUBLE), parties=(ABC,), memberships=memberships,
        speakers=speakers, seat_counts=counts,
    )  # fmt: skip
    mention = Mention(printed=name, name=name, party=party)
    matcher = PersonMatcher.of(register)
    (found,) = matcher.participants(Role.ASKER, [mention], day, chamber)
    return found


def speaker(name: str, first: date = TERM, last: date = NEXT_TERM) -> Speaker:
    """Return a speaker of the party."""
    return Speaker(name=name, party="abc", chamber=Chamber.TK, first=first, last=last)


def key_and_rule(found: Participant) -> tuple[str | None, str | None]:
    """Return the key of the person, and the rule by which the person was found."""
    return found.person.key if found.person else None, found.person_rule


def lacks(found: Participant) -> dict[str, tuple[Lack, ...]]:
    """Return the evidence that each candidate lacks, by the key of the person."""
    return {candidate.person.key: candidate.lacks for candidate in found.candidates}


@every_case(
    ("name", "rule"),
    [
        ("Van Naam", "zetel-op-de-dag"),
        ("vanNaam", "zetel-op-de-dag"),
        ("van Naam E.A.", "zetel-op-de-dag"),
        ("E. van Naam", "zetel-op-de-dag"),
        ("Eva van Naam", "naam-en-fractie-op-de-dag"),
    ],
)
def test_a_surname_with_party_and_day_identifies_the_only_member(name: str, rule: str) -> None:
    assert key_and_rule(asker(ALONE, name)) == ("eva", rule)


def test_a_member_of_a_group_in_the_eerste_kamer_is_identified_there_only() -> None:
    held = (spell("eva", MembershipKind.GROUP_EK),)
    found = asker(held, "Van Naam", chamber=Chamber.EK)
    assert key_and_rule(found) == ("eva", "zetel-op-de-dag")
    assert key_and_rule(asker(held, "Van Naam")) == (None, None)


def test_a_member_of_the_other_chamber_is_not_a_namesake_on_that_day() -> None:
    held = (spell("eva"), spell("els", MembershipKind.GROUP_EK))
    assert key_and_rule(asker(held, "Van Naam")) == ("eva", "zetel-op-de-dag")
    ended = spell("els", MembershipKind.GROUP_EK, until=TERM)
    found = asker((spell("eva", MembershipKind.PARTY), ended), "Van Naam")
    assert set(lacks(found)) == {"eva", "els"}


def test_a_seat_in_the_eerste_kamer_without_a_group_is_not_enough() -> None:
    held = (spell("eva", MembershipKind.SEAT_EK),)
    found = asker(held, "Van Naam", chamber=Chamber.EK)
    assert key_and_rule(found) == (None, None)


def test_initials_never_exclude_the_only_member() -> None:
    assert key_and_rule(asker(ALONE, "X.Y. van Naam")) == ("eva", "zetel-op-de-dag")


@pytest.mark.parametrize(
    ("name", "key"), [("E.A. van Naam", "eva"), ("van Naam L.", "els"), ("Els van Naam", "els")]
)
def test_initials_and_given_names_separate_namesakes(name: str, key: str) -> None:
    assert key_and_rule(asker(BOTH, name))[0] == key


def test_initials_separate_namesakes_whose_seats_are_not_dated() -> None:
    terms = tuple(
        Membership(
            key=key, person=key, party="abc", kind=GROUP, since=TERM,
            since_precision=DatePrecision.TERM,
        )
        for key in ("eva", "els")
    )  # fmt: skip
    rule = "gekozen-in-de-zittingsperiode"
    assert key_and_rule(asker(terms, "E.A. van Naam", seats=2)) == ("eva", rule)
    assert key_and_rule(asker(terms, "L. van Naam", seats=2)) == ("els", rule)
    for name in ("Van Naam", "X. van Naam"):
        assert asker(terms, name, seats=2).person is None


@pytest.mark.parametrize("name", ["Van Naam", "X. van Naam"])
def test_a_bare_surname_never_decides_between_namesakes(name: str) -> None:
    found = asker(BOTH, name)
    assert found.person is None
    if name == "Van Naam":
        other = (Lack.OTHER_BEARER,)
        assert lacks(found) == {"eva": other, "els": other}


def test_a_member_of_the_party_without_dates_may_be_a_namesake() -> None:
    found = asker((spell("eva"), spell("els", PARTY, None)), "Van Naam")
    assert lacks(found) == {
        "eva": (Lack.OTHER_BEARER,), "els": (Lack.OTHER_BEARER, Lack.SEAT_UNKNOWN)
    }  # fmt: skip


@every_case(
    ("printed", "key"),
    [("Van Naam", "eva"), ("E. van Naam", "eva"), ("B.C. van Naam", None), ("Bo van Naam", None)],
)
def test_a_speaker_of_other_initials_in_the_term_is_a_namesake(
    printed: str, key: str | None
) -> None:
    found = asker(ALONE, "Van Naam", speakers=(speaker(printed, TERM, TERM),))
    assert key_and_rule(found)[0] == key
    earlier = speaker(printed, date(1990, 1, 1), date(1991, 1, 1))
    assert asker(ALONE, "Van Naam", speakers=(earlier,)).person is not None


def test_half_of_a_double_surname_is_never_certain() -> None:
    found = asker((spell("dubbel"),), "Tweede")
    assert (found.person, lacks(found)) == (None, {"dubbel": (Lack.HALF_SURNAME,)})
    assert key_and_rule(asker((spell("dubbel"),), "Eerste-Tweede"))[0] == "dubbel"


def test_nobody_is_found_before_or_after_the_membership() -> None:
    dated = (spell("eva", until=DAY),)
    assert asker(dated, "Van Naam").person is not None
    for day in (date(2003, 1, 29), date(2005, 2, 6)):
        found = asker(dated, "Van Naam", day=day)
        assert (found.person, found.candidates) == (None, ())


def test_who_was_elected_for_the_term_is_certain_if_the_group_is_complete() -> None:
    elected = Membership(
        key="1", person="eva", party="abc", kind=GROUP, since=TERM,
        since_precision=DatePrecision.TERM,
    )  # fmt: skip
    assert key_and_rule(asker((elected,), "Van Naam")) == ("eva", "gekozen-in-de-zittingsperiode")
    assert lacks(asker((elected,), "Van Naam", seats=2)) == {"eva": (Lack.SEAT_UNKNOWN,)}
    assert asker((elected,), "Van Naam", day=THIRD_TERM).person is None


@pytest.mark.parametrize(("elected", "day"), [(TERM, date(2007, 1, 1)), (NEXT_TERM, DAY)])
def test_who_was_elected_for_the_term_before_or_after_is_certain(elected: date, day: date) -> None:
    of_term = Membership(
        key="1", person="eva", party="abc", kind=GROUP, since=elected,
        since_precision=DatePrecision.TERM,
    )  # fmt: skip
    held = (of_term, spell("eva", SEAT, None))
    rule = "gekozen-in-een-aangrenzende-zittingsperiode"
    assert key_and_rule(asker(held, "Van Naam", day=day)) == ("eva", rule)
    assert lacks(asker(held, "Van Naam", day=day, seats=2)) == {"eva": (Lack.SEAT_UNKNOWN,)}
    spoke = speaker("B.C. van Naam", day, day)
    assert asker(held, "Van Naam", day=day, speakers=(spoke,)).person is None
    assert asker((*held, spell("els", PARTY, None)), "Van Naam", day=day).person is None


def test_a_term_that_does_not_adjoin_is_not_enough() -> None:
    of_term = Membership(
        key="1", person="eva", party="abc", kind=GROUP, since=TERM,
        since_precision=DatePrecision.TERM,
    )  # fmt: skip
    held = (of_term, spell("eva", SEAT, None))
    for day in (date(2002, 1, 1), THIRD_TERM):
        expected = {"eva": (Lack.SEAT_UNKNOWN,)}
        assert lacks(asker(held, "Van Naam", day=day)) == expected


def test_who_had_a_seat_and_spoke_before_and_after_is_certain() -> None:
    seat = (spell("eva", SEAT), spell("eva", PARTY, None))
    spoke = (speaker("Van Naam"),)
    assert key_and_rule(asker(seat, "Van Naam", speakers=spoke))[1] == "tussentijds-en-spreekt"
    assert lacks(asker(seat, "Van Naam")) == {"eva": (Lack.SEAT_UNKNOWN,)}


def test_without_a_printed_party_it_is_that_of_the_membership() -> None:
    found = asker(ALONE, "Eva van Naam", party=None)
    assert key_and_rule(found) == ("eva", "naam-en-zetel-op-de-dag")
    assert found.party == ABC
    assert found.party_rule == "fractie-van-het-lid"
    bare = asker(ALONE, "Van Naam", party=None)
    assert (bare.person, bare.party) == (None, None)
    assert lacks(bare) == {"eva": (Lack.PARTY_NOT_PRINTED,)}
