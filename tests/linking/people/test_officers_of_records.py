"""The officers who are addressees in records. A record contains a name, and rarely an office."""

from datetime import date

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Ministry, Office, OfficeKind, Person, Register, Tenure
from tests.every_case import every_case
from tests.papers import person_matcher

_DAY = date(2005, 1, 1)
_TWO_NAMESAKES = Register(
    persons=(
        Person(key="gé", name="Gé Poort", given="Gé", family="Poort", initials="G.B."),
        Person(key="an", name="An Poort", given="An", family="Poort", initials="A."),
        Person(key="bo", name="Bo Veer", given="Bo", family="Veer", initials="B.C."),
        Person(key="ko", name="Ko Brug", given="Ko", family="Brug"),
    ),
    ministries=(Ministry(key="r", name="Rest"),),
    offices=tuple(
        Office(key=key, kind=kind, label=f"{kind} van Rest", label_en="a", ministry="r")
        for key, kind in (("m", OfficeKind.MINISTER), ("s", OfficeKind.STATE_SECRETARY))
    ),
    tenures=(
        Tenure(person="gé", office="m", since=_DAY),
        Tenure(person="an", office="s", since=_DAY),
        Tenure(person="bo", office="s", since=_DAY),
        Tenure(person="ko", office="s", since=_DAY),
    ),
)


def addressee(matcher: PersonMatcher, printed: str, day: date) -> Participant:
    """Return the addressee in words such as "Gert Leers (GBM)"."""
    mention = Mention(printed=printed, name=printed.partition(" (")[0])
    (one,) = matcher.participants(Role.ADDRESSEE, [mention], day, Chamber.TK)
    return one


@every_case(
    ("printed", "key"),
    [
        ("Gé Poort (GB)", "gé"),
        ("Gert Poort (GB)", "gé"),
        ("Gert Poort (G.B.)", "gé"),
        ("Gert Poort (G.)", None),
        ("Gert Poort", None),
        ("Bob Veer (BC)", "bo"),
        ("Bob Veer (BCD)", None),
        ("Bob Veer (minister)", None),
        ("Bob Brug", None),
        ("Ko Brug", "ko"),
    ],
)
def test_another_given_name_is_right_if_all_initials_are_printed(
    printed: str, key: str | None
) -> None:
    found = addressee(PersonMatcher.of(_TWO_NAMESAKES), printed, _DAY).person
    assert (found.key if found else None) == key


@every_case(
    ("printed", "day", "person", "office"),
    [
        ("Gert Leers (GBM)", "2011-05-03", "leers-1951", "minister-iia"),
        ("Stientje van Veldhoven (S.)", "2018-05-03", "veldhoven-s-1973", "staatssecretaris-ienw"),
        ("Stientje van Veldhoven (S.)", "2020-01-15", "veldhoven-s-1973", "minister-mw"),
        ("Dennis Wiersma (A.D.)", "2023-06-22", "wiersma-ad-1986", "minister-pvo"),
        ("Eric van der Burg (E.)", "2023-11-16", "burg-e-1965", "staatssecretaris-jenv"),
        ("C.A. van der Maat", "2023-11-16", "maat-1980", "staatssecretaris-jenv"),
        ("C.A. van der Maat", "2024-05-23", "maat-1980", "staatssecretaris-def"),
        ("M. van Ooijen", "2024-04-16", "ooijen-1990", "staatssecretaris-vws"),
    ],
)
def test_the_register_has_who_held_which_office(
    printed: str, day: str, person: str, office: str
) -> None:
    found = addressee(person_matcher(), printed, date.fromisoformat(day))
    assert found.person is not None
    assert found.office is not None
    assert (found.person.key, found.office.key) == (person, office)


@every_case(
    ("printed", "day"),
    [
        ("Eppo Bruins (EEW)", "2018-11-23"),
        ("K.H. Ollongren", "2019-11-11"),
        ("Lodewijk Asscher (L.F.)", "2017-11-10"),
        ("I.W. Opstelten", "2015-04-02"),
    ],
)
def test_somebody_who_held_no_office_on_the_day_is_not_found(printed: str, day: str) -> None:
    assert addressee(person_matcher(), printed, date.fromisoformat(day)).person is None


@every_case(
    ("office", "day", "person"),
    [
        ("de Staatssecretaris van Infrastructuur en Waterstaat", "2024-03-29", "heijnen-1982"),
        ("de Staatssecretaris van Volksgezondheid, Welzijn en Sport", "2019-03-29",
         "blokhuis-1963"),
        ("de Staatssecretaris van Volksgezondheid, Welzijn en Sport", "2024-04-16", "ooijen-1990"),
        ("de Staatssecretaris van Onderwijs, Cultuur en Wetenschap", "2024-09-03",
         "paul-mlj-1966"),
        ("de Staatssecretaris van Justitie en Veiligheid", "2023-11-01", None),
    ],
)  # fmt: skip
def test_an_office_is_held_by_one_person_unless_there_were_two(
    office: str, day: str, person: str | None
) -> None:
    mention = Mention(printed=office, office=office)
    (one,) = person_matcher().participants(
        Role.ADDRESSEE, [mention], date.fromisoformat(day), Chamber.TK
    )
    assert (one.person.key if one.person else None) == person
