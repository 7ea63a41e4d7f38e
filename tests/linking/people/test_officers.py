"""The minister or state secretary to whom printed words refer."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import (
    Ministry,
    Misprint,
    MisprintKind,
    Office,
    OfficeKind,
    Person,
    Register,
    Tenure,
)
from tests.every_case import every_case

BEGIN, END = date(2004, 1, 1), date(2006, 6, 30)
REGISTER = Register(
    persons=(
        Person(key="eva", name="Eva van der Kade", given="Eva", prefix="van der", family="Kade",
               initials="E.", other_names=("Kade-Brug",)),
        Person(key="bo", name="Bo Poort", given="Bo", family="Poort", initials="B."),
        Person(key="an", name="An Poort", given="An", family="Poort", initials="A."),
        Person(key="cor", name="Cor Sluis-Dam", given="Cor", family="Sluis-Dam", initials="C."),
        Person(key="later", name="Gé Later", given="Gé", family="Later", initials="G."),
    ),
    ministries=(Ministry(key="r", name="Rest"), Ministry(key="i", name="Iets")),
    offices=(
        Office(key="m-r", kind=OfficeKind.MINISTER, label="minister van Rest", label_en="a",
               ministry="r"),
        Office(key="m-i", kind=OfficeKind.MINISTER, label="minister van Iets", label_en="b",
               ministry="i"),
        Office(key="s-i", kind=OfficeKind.STATE_SECRETARY, label="staatssecretaris van Iets",
               label_en="c", ministry="i"),
    ),
    tenures=(
        Tenure(person="eva", office="m-r", since=BEGIN, until=END),
        Tenure(person="later", office="m-r", since=END),
        Tenure(person="cor", office="m-i", since=BEGIN, since_precision=DatePrecision.NOT_BEFORE),
        Tenure(person="bo", office="s-i", since=BEGIN, until=END),
        Tenure(person="an", office="s-i", since=BEGIN),
    ),
)  # fmt: skip
MATCHER = PersonMatcher.of(REGISTER)


def found(
    role: Role, name: str | None, office: str | None, day: date | None
) -> tuple[str | None, str | None]:
    """Return the key of the intended person, and the rule by which the person was found."""
    mention = Mention(printed=name or office or "", name=name, office=office)
    (one,) = MATCHER.participants(role, [mention], day, Chamber.TK)
    return one.person.key if one.person else None, one.person_rule


def answerer(name: str | None, office: str | None, day: date | None = BEGIN) -> Participant:
    mention = Mention(printed=name or office or "", name=name, office=office)
    (one,) = MATCHER.participants(Role.ANSWERER, [mention], day, Chamber.TK)
    return one


@every_case(
    ("name", "office", "key"),
    [
        ("Van der Kade", "minister van Rest", "eva"),
        ("Kade", "minister Rest", "eva"),
        ("E. van der Kade", "minister Rest", "eva"),
        ("Eva van der Kade", "minister Rest", "eva"),
        ("K a d e", "minister Rest", "eva"),
        ("Kade-Brug", "minister Rest", "eva"),
        ("Van der Kade-Vuur", "minister Rest", "eva"),
        ("Van der Kade, minister van Rest.", "minister Rest", "eva"),
        ("Sluis-Dam", "minister Iets", "cor"),
        ("Dam", "minister Iets", "cor"),
        ("A. Poort", "staatssecretaris Iets", "an"),
    ],
)
def test_a_name_and_an_office_on_the_day_identify_a_person(
    name: str, office: str, key: str
) -> None:
    assert found(Role.ANSWERER, name, office, date(2005, 1, 1)) == (key, "naam-en-ambt-op-de-dag")


@every_case(
    ("name", "office", "day"),
    [
        ("Poort", "staatssecretaris Iets", date(2005, 1, 1)),
        ("Kaden", "minister Rest", date(2005, 1, 1)),
        ("Van der Kade", "minister Rest", date(2003, 12, 31)),
        ("Van der Kade", "minister Rest", date(2006, 7, 8)),
        ("Van der Kade", "minister Rest", None),
        ("Dam", "minister Rest", date(2005, 1, 1)),
        ("Kok en minister Kade", "minister Iets", date(2005, 1, 1)),
    ],
)
def test_an_uncertain_name_identifies_nobody(name: str, office: str, day: date | None) -> None:
    assert found(Role.ANSWERER, name, office, day) == (None, None)


def test_an_answer_may_be_dated_seven_days_after_the_end_of_the_office() -> None:
    last = date(2006, 7, 7)
    assert found(Role.ANSWERER, "Kade", "minister Rest", last)[0] == "eva"


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Van der Kade", "minister Iets a.i."),
        ("Van der Kade", "minister Iets"),
        ("Kade-Brug", None),
    ],
)
def test_somebody_who_acts_for_another_is_found_by_the_whole_surname(
    name: str, office: str | None
) -> None:
    rule = "naam-van-ambtsdrager-op-de-dag"
    assert found(Role.ANSWERER, name, office, date(2005, 1, 1)) == ("eva", rule)


@every_case(
    ("role", "office", "day", "key"),
    [
        (Role.ADDRESSEE, "de minister van Rest", date(2005, 1, 1), "eva"),
        (Role.ON_BEHALF_OF, "de minister van Rest", date(2005, 1, 1), "eva"),
        (Role.ADDRESSEE, "de minister van Rest", END, None),
        (Role.ADDRESSEE, "de minister van Rest", date(2006, 7, 1), "later"),
        (Role.ON_BEHALF_OF, "de minister van Rest", date(2006, 7, 7), None),
        (Role.ON_BEHALF_OF, "de minister van Rest", date(2006, 7, 8), "later"),
        (Role.ADDRESSEE, "de minister van Rest a.i.", date(2005, 1, 1), None),
        (Role.ADDRESSEE, "de minister van Rest", None, None),
        (Role.ADDRESSEE, "de minister van Iets", date(2005, 1, 1), None),
        (Role.ADDRESSEE, "de staatssecretaris van Iets", date(2005, 1, 1), None),
        (Role.ADDRESSEE, "de staatssecretaris van Iets", date(2007, 1, 1), "an"),
        (Role.ADDRESSEE, "Rest", date(2005, 1, 1), None),
    ],
)
def test_an_office_without_a_name_refers_to_its_only_holder(
    role: Role, office: str, day: date | None, key: str | None
) -> None:
    rule = "ambtsdrager-op-de-dag" if key else None
    assert found(role, None, office, day) == (key, rule)


@every_case(
    ("office", "key"),
    [
        ("de minister van Rest, mevrouw Van der Kade,", "eva"),
        ("de minister van Rest (Kade)", "eva"),
        ("de minister van Rest, de heer Later", None),
        ("de minister van Rest, mw.", "eva"),
    ],
)
def test_a_name_among_the_words_for_an_office_is_that_of_its_holder(
    office: str, key: str | None
) -> None:
    assert found(Role.ADDRESSEE, None, office, date(2005, 1, 1))[0] == key


def test_the_only_office_of_a_certain_person_is_certain_too() -> None:
    one = answerer("Kade-Brug", None, date(2005, 1, 1))
    assert one.office is not None
    assert (one.office.key, one.office_rule) == ("m-r", "ambt-van-de-persoon")
    assert one.ministry == REGISTER.ministries[0]


def test_the_office_is_certain_if_the_person_is_not() -> None:
    one = answerer("Onbekend", "minister Rest")
    assert one.office is not None
    assert (one.person, one.office.key) == (None, "m-r")


@every_case(
    ("name", "day", "key"),
    [
        ("Poorl", BEGIN, "an"),
        ("P o o r l", BEGIN, "an"),
        ("Poorl", date(2003, 12, 31), None),
        ("Poorf", BEGIN, None),
    ],
)
def test_a_misprinted_name_refers_to_the_officer_on_a_day_of_the_tenure(
    name: str, day: date, key: str | None
) -> None:
    wrong = Misprint(kind=MisprintKind.OFFICER, printed="Poorl", meant="an")
    mention = Mention(printed=name, name=name, office="staatssecretaris", ministry="Iets")
    matcher = PersonMatcher.of(replace(REGISTER, misprints=(wrong,)))
    (one,) = matcher.participants(Role.ANSWERER, [mention], day, Chamber.TK)
    assert (one.person.key if one.person else None) == key
