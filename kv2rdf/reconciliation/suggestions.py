"""Suggestions of entities, types and properties while a user is typing."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from kv2rdf.errors import QueryError
from kv2rdf.linking.person_names import name_letters
from kv2rdf.reconciliation.circumstances import QueryProperty
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.extension_properties import PROPERTIES
from kv2rdf.reconciliation.reconciler import LONGEST_TEXT, Reconciler
from kv2rdf.reconciliation.type_names import TYPE_NAMES, type_reference

MOST_SUGGESTIONS = 20
"""The maximum number of suggestions in a response."""

_PROPERTIES = {
    QueryProperty.PARTY: "party of a member: a name, an abbreviation or an address",
    QueryProperty.DAY: "day on which the name is used, as 2022-01-14",
    QueryProperty.CHAMBER: "chamber of a member: TK or EK",
    QueryProperty.OFFICE: "office of an officer, in words or as an address",
    QueryProperty.IDENTIFIER: "address, item in Wikidata or other identifier",
}

_ADDED = "can be added to a table"


def suggested_entities(reconciler: Reconciler, prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Return the entities whose identifier is ``prefix`` or whose name begins with ``prefix``.

    A case is suggested only by its identifier, and not by its title. ``cursor`` is the number of
    entities to skip. Raises QueryError if it is negative.
    """
    return _page(map(_entity, _entities(reconciler, prefix.strip())), cursor)


def suggested_types(prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Return the types whose identifier or name begins with ``prefix``.

    ``cursor`` is the number of types to skip. Raises QueryError if it is negative.
    """
    wanted = prefix.strip().casefold()
    found = (type_reference(kind) for kind in EntityType if _begins(kind, TYPE_NAMES[kind], wanted))
    return _page(found, cursor)


def suggested_properties(prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Return the properties whose identifier or name begins with ``prefix``.

    The properties of queries come first, and are also found by their descriptions. They are
    followed by those that can be added to a table. ``cursor`` is the number of properties to skip.
    Raises QueryError if it is negative.
    """
    wanted = prefix.strip().casefold()
    of_queries: list[dict[str, str]] = [
        {"id": pid.value, "name": pid.value, "description": description}
        for pid, description in _PROPERTIES.items()
        if _begins(pid, description, wanted)
    ]
    known = {pid.value for pid in QueryProperty}
    added = (
        {**each.reference, "description": _ADDED}
        for each in PROPERTIES.values()
        if each.id.value not in known and _begins(each.id, each.name, wanted)
    )
    return _page((*of_queries, *added), cursor)


def _entities(reconciler: Reconciler, text: str) -> Iterable[Entity]:
    letters = name_letters(text)
    if not letters or len(text) > LONGEST_TEXT:
        return ()
    cases = reconciler.cases.identified(text) if reconciler.cases else ()
    named = reconciler.names.beginning_with(letters)
    topics = reconciler.topics.beginning_with(letters)
    return dict.fromkeys((*reconciler.identified.get(text, ()), *cases, *named, *topics))


def _begins(identifier: str, name: str, wanted: str) -> bool:
    return identifier.startswith(wanted) or name.startswith(wanted)


def _entity(entity: Entity) -> dict[str, Any]:
    described = {"description": entity.description} if entity.description else {}
    reference = type_reference(entity.type)
    return {"id": entity.address, "name": entity.name, **described, "notable": [reference]}


def _page(found: Iterable[Mapping[str, Any]], cursor: int) -> dict[str, Any]:
    if cursor < 0:
        raise QueryError(f"the cursor is {cursor}, which is less than 0")
    return {"result": [dict(one) for one in islice(found, cursor, cursor + MOST_SUGGESTIONS)]}
