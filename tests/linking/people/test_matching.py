"""The person, party or office to which a printed mention refers."""

from datetime import date

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import (
    Membership,
    Ministry,
    Office,
    OfficeKind,
    Party,
    Person,
    Register,
    Tenure,
)
from tests.every_case import every_case

DAY = date(2005, 2, 5)
GROUP = MembershipKind.GROUP_TK
REGISTER = Register(
    persons=(
        Person(key="jan", name="Jan Voorbeeld", given="Jan", family="Voorbeeld"),
        Person(key="jan-2", name="Jan Voorbeeld", given="Jan", family="Voorbeeld"),
        Person(key="eva", name="Eva Bewind"),
        Person(key="twee", name="Bo Dubbel", given="Bo", family="Dubbel"),
        Person(key="twee-2", name="Bo Dubbel", given="Bo", family="Dubbel"),
    ),
    parties=(
        Party(key="abc", name="Alle Burgers Club", abbreviation="ABC", aliases=("A.B.C.",)),
        Party(key="old", name="Oud", abbreviation="OUD", dissolved=date(2000, 1, 1)),
        Party(key="new", name="Nieuw", abbreviation="NW", founded=date(2010, 1, 1)),
    ),
    memberships=(
        Membership(key="1", person="jan", party="abc", kind=GROUP, since=date(2003, 1, 1)),
        Membership(key="3", person="twee", party="abc", kind=GROUP, since=date(2003, 1, 1)),
        Membership(key="4", person="twee-2", party="abc", kind=GROUP, since=DAY, until=DAY),
        Membership(key="5", person="eva", party="abc", kind=MembershipKind.PARTY),
    ),
    ministries=(Ministry(key="r", name="Rest"),),
    offices=(
        Office(key="m", kind=OfficeKind.MINISTER, label="minister van Rest",
               label_en="minister of Rest", ministry="r"),
        Office(key="v", kind=OfficeKind.MINISTER, label="minister voor Iets",
               label_en="minister for It", ministry="r", since=date(2010, 1, 1)),
    ),
    tenures=(Tenure(person="eva", office="m", since=date(2004, 1, 1), until=DAY),),
)  # fmt: skip
MATCHER = PersonMatcher.of(REGISTER)


def asker(
    name: str | None, party: str | None, day: date | None = DAY, chamber: Chamber = Chamber.TK
) -> Participant:
    """Return the participant for an asker with a printed name and party."""
    mention = Mention(printed=name or "", name=name, party=party)
    (participant,) = MATCHER.participants(Role.ASKER, [mention], day, chamber)
    return participant


def answerer(name: str | None, office: str, day: date | None = DAY) -> Participant:
    """Return the participant for an answerer with a printed name and office."""
    mention = Mention(printed=name or office, name=name, office=office)
    (participant,) = MATCHER.participants(Role.ANSWERER, [mention], day, Chamber.TK)
    return participant


@every_case(
    "party",
    [
        "ABC",
        "A.B.C.",
        "Alle Burgers Club",
        "(ABC",
        "A B C ",
        "A,B,C,",
        "beidenABC",
        "alllen A.B.C.",
    ],
)
def test_a_whole_name_in_its_party_on_the_day_identifies_a_person(party: str) -> None:
    participant = asker("Jan Voorbeeld", party)
    assert participant.person is not None
    assert participant.party is not None
    assert (participant.person.key, participant.party.key) == ("jan", "abc")
    assert participant.person_rule == "naam-en-fractie-op-de-dag"
    assert participant.party_rule == "fractie-zoals-gedrukt"


def test_a_group_of_one_chamber_identifies_nobody_in_the_other() -> None:
    participant = asker("Jan Voorbeeld", "ABC", chamber=Chamber.EK)
    assert (participant.person, participant.person_rule) == (None, None)
    assert participant.party_rule == "fractie-zoals-gedrukt"


@every_case(
    ("name", "party", "day", "rule"),
    [
        ("Eva Voorbeeld", "ABC", DAY, "fractie-zoals-gedrukt"),
        ("Jan Voorbeeld", "ABC", date(2002, 12, 31), "fractie-zoals-gedrukt"),
        ("Eva Bewind", "ABC", DAY, "fractie-zoals-gedrukt"),
        ("Bo Dubbel", "ABC", DAY, "fractie-zoals-gedrukt"),
        (None, "ABC", DAY, "fractie-zoals-gedrukt"),
        ("Jan Voorbeeld", "XYZ", DAY, None),
        ("Jan Voorbeeld", "OUD", DAY, None),
        ("Jan Voorbeeld", "NW", DAY, None),
        ("Jan Voorbeeld", "ABC", None, "fractie-zoals-gedrukt"),
        ("Voorbeeld", None, DAY, None),
    ],
)
def test_an_uncertain_name_identifies_nobody(
    name: str | None, party: str | None, day: date | None, rule: str | None
) -> None:
    participant = asker(name, party, day)
    assert (participant.person, participant.party_rule) == (None, rule)
    assert (participant.party is None) == (rule is None)


def test_the_day_distinguishes_two_persons_of_one_name() -> None:
    participant = asker("Bo Dubbel", "ABC", date(2005, 2, 6))
    assert participant.person is not None
    assert participant.person.key == "twee"


@every_case(
    "office", ["minister van Rest", "de minister van Rest", "minister rest", "Minister voor Rest"]
)
def test_an_office_is_recognised_in_every_printed_form(office: str) -> None:
    participant = answerer("Eva Bewind", office)
    assert participant.office is not None
    assert participant.person is not None
    assert (participant.office.key, participant.person.key) == ("m", "eva")
    assert participant.person_rule == "naam-en-ambt-op-de-dag"
    assert participant.office_rule == "ambt-zoals-gedrukt"
