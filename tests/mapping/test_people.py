"""The people of the register, as triples."""

from itertools import chain

import pytest
from msgspec.structs import replace

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.pipeline.dumps.seed_register import check_seed_register
from kv2rdf.rdf.terms import Code
from kv2rdf.rdf.vocabulary import DCT, FOAF
from kv2rdf.rdf.vocabulary.namespaces import HOME
from tests.every_case import every_case
from tests.papers import real_seeds


@pytest.mark.parametrize("step", [50, pytest.param(1, marks=pytest.mark.long)])
def test_the_rows_of_people_conform_to_the_shapes(step: int) -> None:
    known, at = real_seeds().register, Addresses()
    rows = chain.from_iterable(list(PeopleRows(known, at).values())[::step])
    check_seed_register([*register(known, at), *rows], "shacl")


def test_the_rows_of_a_person_begin_with_the_person() -> None:
    known, at = real_seeds().register, Addresses()
    people = PeopleRows(known, at)
    assert len(people) == len(known.persons)
    for person in known.persons:
        rows = people[at.person(person)]
        assert rows[0][0] == at.person(person)
        assert (at.person(person), FOAF.name, Code(person.name)) in rows


def test_a_redirect_to_a_person_or_a_membership_belongs_to_the_rows_of_the_person() -> None:
    at = Addresses("https://example.org/base")
    person, spell = f"{HOME}/id/persoon/dijk-i-1975", f"{HOME}/id/lidmaatschap/dijk-i-1975-cda"
    party = f"{HOME}/id/partij/cda"
    moved = ((f"{HOME}/id/persoon/1", person), ("https://o.example/2", f"{HOME}/id/persoon/1"),
             ("https://o.example/3", spell), ("https://o.example/4", party))  # fmt: skip
    known = replace(real_seeds().register, moved_addresses=moved)
    redirects = {
        (old, new)
        for old, predicate, new in PeopleRows(known, at)[at.moved(person)]
        if predicate == DCT.isReplacedBy
    }
    assert redirects == {(at.moved(old), at.moved(new)) for old, new in moved[:3]}
    own = {row for row in register(known, at) if row[1] == DCT.isReplacedBy}
    assert own == {(moved[3][0], DCT.isReplacedBy, at.moved(party))}


KNOWN = real_seeds().register
EVA = KNOWN.persons[0]
SPELL = KNOWN.memberships[0]
SOURCE = BroughtSource(name="a", what="b", where="c", licence="d")
KEYS = {SPELL.person, KNOWN.tenures[0].person, *(each.key for each in KNOWN.persons[:60])}
FEW = replace(
    KNOWN,
    persons=tuple(each for each in KNOWN.persons if each.key in KEYS),
    memberships=tuple(each for each in KNOWN.memberships if each.person in KEYS),
    tenures=tuple(each for each in KNOWN.tenures if each.person in KEYS),
)
"""The register with only some of its people."""
CHANGES = {
    "a person added": (replace(FEW, persons=FEW.persons[1:], memberships=(), tenures=()),
                       replace(FEW, memberships=(), tenures=())),
    "a name": (FEW, replace(FEW, persons=(replace(EVA, name="Eva"), *FEW.persons[1:]))),
    "a membership removed": (FEW, replace(FEW, memberships=FEW.memberships[1:])),
    "a tenure removed": (FEW, replace(FEW, tenures=FEW.tenures[1:])),
    "a source of a person": (FEW, replace(FEW, brought_sources=(
        replace(SOURCE, persons=(EVA.key,)),))),
    "a source of a membership": (FEW, replace(FEW, brought_sources=(
        replace(SOURCE, spells=(SPELL.key,)),))),
}  # fmt: skip


@every_case("change", CHANGES)
def test_only_a_person_whose_triples_differ_has_changed(change: str) -> None:
    old, new = (PeopleRows(known, Addresses()) for known in CHANGES[change])
    differing = [a for a in sorted({*old, *new}) if old.get(a) != new.get(a)]
    assert new.changed_addresses(old) == old.changed_addresses(new) == differing
    assert len(differing) == 1


def test_all_people_may_have_changed_if_a_party_an_office_or_a_redirect_has() -> None:
    people = PeopleRows(KNOWN, Addresses())
    address = f"{HOME}/id/persoon/dijk-i-1975"
    for changed in (
        replace(KNOWN, parties=(replace(KNOWN.parties[0], name="Partij"), *KNOWN.parties[1:])),
        replace(KNOWN, offices=(*KNOWN.offices, replace(KNOWN.offices[0], key="nieuw"))),
        replace(KNOWN, moved_addresses=((f"{HOME}/id/persoon/1", address),)),
    ):
        assert len(PeopleRows(changed, Addresses()).changed_addresses(people)) == len(people)
    assert PeopleRows(KNOWN, Addresses()).changed_addresses(people) == []
