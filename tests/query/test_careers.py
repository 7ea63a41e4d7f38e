"""A career in words distinguishes persons with the same name."""

from datetime import date

from kv2rdf.query.careers import NamedSpell, SpellKind, careers
from tests.every_case import every_case

FIRST, LAST, NEXT = date(1998, 5, 19), date(2002, 5, 22), date(2002, 5, 23)
GROUP, SEAT, PARTY, OFFICE = SpellKind
IN_GROUP = NamedSpell("a", GROUP, "P, Tweede Kamer", (FIRST, LAST))


@every_case(
    ("spells", "words"),
    [
        ((IN_GROUP,), "P, Tweede Kamer (1998–2002)"),
        ((NamedSpell("a", GROUP, "P", (FIRST, date(1998, 9, 1))),), "P (1998)"),
        ((NamedSpell("a", OFFICE, "minister", (None, LAST)),), "minister (–2002)"),
        ((NamedSpell("a", OFFICE, "minister", (None, None)),), "minister"),
        ((IN_GROUP, NamedSpell("a", GROUP, "P, Tweede Kamer", (NEXT, None))),
         "P, Tweede Kamer (1998–)"),
        ((IN_GROUP, NamedSpell("a", SEAT, "Tweede Kamer", (FIRST, LAST))),
         "P, Tweede Kamer (1998–2002)"),
        ((NamedSpell("a", SEAT, "Tweede Kamer", (FIRST, LAST)),
          NamedSpell("a", PARTY, "De Partij", (None, None))),
         "De Partij; Tweede Kamer (1998–2002)"),
        ((NamedSpell("a", OFFICE, "minister", (NEXT, None)), IN_GROUP),
         "P, Tweede Kamer (1998–2002); minister (2002–)"),
    ],
)  # fmt: skip
def test_a_career_has_certain_years_and_the_seat_and_party_if_no_group_is_known(
    spells: tuple[NamedSpell, ...], words: str
) -> None:
    assert careers(spells) == {"a": words}


def test_each_person_has_a_career_of_their_own() -> None:
    other = NamedSpell("b", OFFICE, "minister", (None, None))
    assert careers((other, IN_GROUP)) == {"a": "P, Tweede Kamer (1998–2002)", "b": "minister"}
