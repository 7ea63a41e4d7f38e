"""The comparison of different spellings of one party, and the spellings in the register."""

from collections import defaultdict
from datetime import date

from kv2rdf.linking.party_spellings import party_letters
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.reference.register_files import read_seeds
from tests.every_case import every_case
from tests.ontology_terms import ROOT

REGISTER = read_seeds(ROOT / "seeds").register
INDEX = ReferenceIndex.of(REGISTER)


@every_case(
    ("printed", "key"),
    [
        ("C.D.A", "cda"),
        ("CD,A", "cda"),
        ("C D A ", "cda"),
        ("alllen C.D.A.", "cda"),
        ("beide CDA", "cda"),
        ("lid CDA", "cda"),
        ("COA", "cda"),
        ("beidenVVD", "vvd"),
        ("V.D.D.", "vvd"),
        ("PvdA-fractie", "pvda"),
        ("fractie D66", "d66"),
        ("D' 66", "d66"),
        ("066", "d66"),
        ("GL", "groenlinks"),
        ("Groen ünks", "groenlinks"),
        ("Christen Unie", "cu"),
        ("CU", "cu"),
        ("RPF", "rpf"),
        ("E.V.P.", "evp"),
        ("E.P.V.", "evp"),
        ("Ouderen Unie 55+", "unie55"),
        ("groep-Nijpels", "groep-nijpels"),
        ("Fr. Hendriks", "groep-hendriks"),
        ("Hendriks", "groep-hendriks"),
        ("Fractie-Bierman", "osf"),
        ("Onafhankelijke Senaatsfractie", "osf"),
        ("groep Scholten", "groep-scholten-dijkman"),
        ("Justitie", None),
        ("RPF-GPV", None),
        ("", None),
    ],
)
def test_a_spelling_has_its_party(printed: str, key: str | None) -> None:
    party = INDEX.party(printed)
    assert (party.key if party else None) == key


@every_case("printed", ["Groepering", "Lidwien", "Allen", "fractiebureau"])
def test_a_word_that_only_begins_like_another_is_kept(printed: str) -> None:
    assert party_letters(printed) == printed.casefold()


def test_no_spelling_is_of_two_parties() -> None:
    keys = defaultdict(set)
    for party in REGISTER.parties:
        for name in (party.short_name, party.name, *party.aliases):
            keys[party_letters(name)].add(party.key)
    for misprint in REGISTER.misprints:
        assert party_letters(misprint.printed) not in keys
    assert [letters for letters, parties in keys.items() if len(parties) > 1] == []


def test_a_year_is_its_first_or_its_last_day() -> None:
    ppr = next(party for party in REGISTER.parties if party.key == "ppr")
    assert (ppr.founded, ppr.dissolved) == (date(1968, 1, 1), date(1990, 12, 31))
