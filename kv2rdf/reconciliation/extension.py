"""Data extension: the values of properties for the entities in a user's table."""

from collections.abc import Iterable
from typing import Any

from kv2rdf.errors import UnknownEntityError
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.extension_queries import WantedProperty, extension_query
from kv2rdf.reconciliation.extension_values import ExtensionValue, written_value
from kv2rdf.reconciliation.queried_facts import QueriedFacts
from kv2rdf.reconciliation.reconciler import Reconciler


def extension_response(reconciler: Reconciler, query: object) -> dict[str, Any]:
    """Return the answer to a data extension query. ``query`` is parsed JSON.

    Every entity has a list of values for every property, even if the list is empty or the release
    does not contain the entity. Raises QueryError for the same reasons as ``extension_query``, and
    ReleaseError if the release cannot be read.
    """
    asked = extension_query(query)
    found = reconciler.entities_at(asked.ids)
    rows: dict[str, dict[str, Any]] = {identifier: {} for identifier in asked.ids}
    for wanted in asked.wanted:
        values = property_values(reconciler, found.values(), wanted)
        for identifier, row in rows.items():
            row[wanted.property.id.value] = [*map(written_value, values.get(identifier, ()))]
    return {"meta": [wanted.property.description for wanted in asked.wanted], "rows": rows}


def property_values(
    reconciler: Reconciler, entities: Iterable[Entity], wanted: WantedProperty
) -> dict[str, tuple[ExtensionValue, ...]]:
    """Return the values of a property of some entities, by the addresses of the entities.

    Raises ReleaseError if the release cannot be read.
    """
    things = [entity for entity in entities if entity.type in wanted.property.types]
    found = {
        thing.address: reconciler.facts.values(thing, wanted.property.id, wanted.day)
        for thing in things
    }
    if reconciler.cases:
        facts = QueriedFacts(reconciler.cases.release, reconciler.words)
        for kind in EntityType:
            if addresses := [thing.address for thing in things if thing.type is kind]:
                found |= facts.values(kind, addresses, wanted.property.id)
    return {address: values[: wanted.limit] for address, values in found.items()}


def viewed_address(reconciler: Reconciler, identifier: str) -> str:
    """Return ``identifier``, which is the address of an entity, if the entity exists.

    A server can therefore safely redirect to the address. Raises UnknownEntityError if the release
    does not contain the entity, and ReleaseError if the release cannot be read.
    """
    return viewed_entity(reconciler, identifier).address


def viewed_entity(reconciler: Reconciler, identifier: str) -> Entity:
    """Return the entity with the given identifier. Raises the same errors as ``viewed_address``."""
    found = reconciler.entities_at((identifier,)).get(identifier)
    if found is None:
        raise UnknownEntityError(f"the release contains no entity {identifier!r}")
    return found
