"""The people of the register, as triples."""

from itertools import chain

from msgspec.structs import replace

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.pipeline.dumps.seed_register import check_seed_register
from kv2rdf.rdf.terms import Code
from kv2rdf.rdf.vocabulary import DCT, FOAF
from kv2rdf.rdf.vocabulary.namespaces import HOME
from tests.papers import real_seeds


def test_the_rows_of_all_people_conform_to_the_shapes() -> None:
    known, at = real_seeds().register, Addresses()
    rows = chain.from_iterable(PeopleRows(known, at).values())
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
