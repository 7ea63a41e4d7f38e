"""Members of one party with the same surname, in the tables of seeds/."""

from datetime import date

from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Role
from tests.every_case import every_case
from tests.papers import person_matcher


@every_case(
    ("name", "party", "day"),
    [
        ("Kamp", "VVD", date(1996, 3, 1)),
        ("De Vries", "VVD", date(2001, 3, 1)),
        ("De Vries", "CDA", date(2003, 3, 1)),
        ("Vos", "PvdA", date(1997, 3, 1)),
        ("Vos", "PvdA", date(2013, 3, 1)),
        ("Janmaat-Abee", "CDA", date(2000, 3, 1)),
        ("Korthals", "VVD", date(1990, 3, 1)),
        ("De Boer", "CDA", date(1985, 3, 1)),
        ("Kortenhorst", "CDA", date(2007, 9, 1)),
        ("Rutte", "VVD", date(2013, 3, 1)),
        ("Ardenne-van der Hoeven", "CDA", date(1999, 3, 1)),
    ],
)
def test_namesakes_of_one_party_are_not_decided_by_the_surname(
    name: str, party: str, day: date
) -> None:
    mention = Mention(printed=name, name=name, party=party)
    (found,) = person_matcher().participants(Role.ASKER, [mention], day, Chamber.TK)
    assert found.person is None
