"""The changes in seeds/ since the previous release."""

from collections.abc import Sequence
from dataclasses import dataclass

from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.recorded_index import RecordedIndex
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.model.recorded_table import RecordedTable
from kv2rdf.pipeline.passes.cluster_triples import REGISTER_ROWS
from kv2rdf.pipeline.passes.read_documents import lookup_tables
from kv2rdf.rdf.terms import Triple
from kv2rdf.reference.register_files import Seeds
from kv2rdf.validation.cluster_register_rows import RegisterClosure


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedChanges:
    """The keys of the rows that have changed, and the old and new triples of the register.

    ``lookups`` contains the ``key_number`` of each changed lookup for misprints, and ``register``
    contains the ``key_number`` of each changed row of the register. The changed rows include those
    that were added or removed.
    """

    lookups: frozenset[int] = frozenset()
    register: frozenset[int] = frozenset()
    old_triples: tuple[Triple, ...] = ()
    new_triples: tuple[Triple, ...] = ()

    @classmethod
    def between(cls, old: Seeds, new: Seeds, at: Addresses) -> "SeedChanges":
        """Return the changes from old seeds to new ones."""
        if old == new:
            return cls()
        old_lookups, new_lookups = lookup_tables(old.lookups), lookup_tables(new.lookups)
        lookups = (table.changed_keys(old_lookups[kind]) for kind, table in new_lookups.items())
        old_triples = tuple(register(old.register, at))
        new_triples = tuple(register(new.register, at))
        old_index, new_index = (
            RecordedIndex.of(ReferenceIndex.of(seeds.register)) for seeds in (old, new)
        )
        keys = new_index.changed_keys(old_index)
        old_people, new_people = PeopleRows(old.register, at), PeopleRows(new.register, at)
        changed = new_people.changed_addresses(old_people)
        old_rows = _rows(old_triples, old_people, changed)
        keys |= _rows(new_triples, new_people, changed).changed_keys(old_rows)
        return cls(
            lookups=frozenset().union(*lookups),
            register=frozenset(keys),
            old_triples=old_triples,
            new_triples=new_triples,
        )


def _rows(
    triples: Sequence[Triple], people: PeopleRows, changed: Sequence[str]
) -> RecordedTable[list[Triple]]:
    """Return, by entity, the rows in ``triples`` and the rows about the ``changed`` people."""
    known = {address: people[address] for address in changed if address in people}
    return RecordedTable(REGISTER_ROWS, RegisterClosure(triples, known).all_rows())
