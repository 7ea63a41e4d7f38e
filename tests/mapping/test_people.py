"""The people of the register, as triples."""

from itertools import chain

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.pipeline.dumps.seed_register import check_seed_register
from kv2rdf.rdf.terms import Code
from kv2rdf.rdf.vocabulary import FOAF
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
