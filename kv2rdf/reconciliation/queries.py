"""Reconciliation queries, read from the JSON that the specification defines."""

from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.entities import EntityType

MOST_QUERIES = 200
"""The maximum number of queries in a batch."""

MOST_CANDIDATES = 100
"""The maximum number of candidates in a result, regardless of the limit in the query."""

_USUAL_CANDIDATES = 10
_FIELDS = {"query", "type", "limit", "properties", "type_strict"}
_STRICTNESS = ("any", "should", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationQuery:
    """A query for the entities to which a text may refer.

    ``types`` contains the requested types. If it is empty, all types are requested. ``properties``
    contains pairs of the identifier of a property and its values.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    limit: int = _USUAL_CANDIDATES
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def known_types(self) -> frozenset[EntityType]:
        """The requested types that exist in this service, or all types if none are requested."""
        if not self.types:
            return frozenset(EntityType)
        return frozenset(each for each in EntityType if each.value in self.types)


def query_batch(batch: object) -> dict[str, ReconciliationQuery]:
    """Return the queries of a batch by their identifiers, from parsed JSON.

    Raises QueryError if the batch does not conform to the specification, or if it contains more
    than ``MOST_QUERIES`` queries. If a single query is invalid, the message contains its
    identifier.
    """
    if not isinstance(batch, Mapping):
        raise QueryError("a batch is not an object of queries")
    if len(batch) > MOST_QUERIES:
        raise QueryError(f"a batch has {len(batch):,} queries; {MOST_QUERIES} are allowed")
    found = {}
    for identifier, query in batch.items():
        try:
            found[str(identifier)] = _query(query)
        except ValueError as error:
            raise QueryError(f"query {identifier!r}: {error}") from error
    return found


def _query(query: object) -> ReconciliationQuery:
    if not isinstance(query, Mapping):
        raise ValueError("is not an object")
    if unknown := sorted(map(str, query.keys() - _FIELDS)):
        raise ValueError(f"has the unknown field {unknown[0]!r}")
    text, properties = query.get("query"), _properties(query.get("properties", []))
    if text is not None and not isinstance(text, str):
        raise ValueError("'query' is not a string")
    if text is None and not properties:
        raise ValueError("has neither 'query' nor 'properties'")
    strictness = query.get("type_strict", "any")
    if strictness not in _STRICTNESS:
        raise ValueError(f"'type_strict' is not one of {', '.join(_STRICTNESS)}")
    types = _types(query.get("type", []))
    if strictness == "all" and len(set(types)) > 1:
        types = ("",)  # Nothing has two types.
    return ReconciliationQuery(
        text=(text or "").strip(),
        types=types,
        limit=_limit(query.get("limit", _USUAL_CANDIDATES)),
        properties=properties,
    )


def _types(types: object) -> tuple[str, ...]:
    if isinstance(types, str):
        return (types,)
    if not isinstance(types, list) or not all(isinstance(each, str) for each in types):
        raise ValueError("'type' is not a string or a list of strings")
    return tuple(types)


def _limit(limit: object) -> int:
    is_whole = isinstance(limit, int | float) and not isinstance(limit, bool) and limit % 1 == 0
    if not is_whole or not isinstance(limit, int | float) or limit < 1:
        raise ValueError(f"'limit' must be a positive integer, not {limit!r}")
    return int(min(limit, MOST_CANDIDATES))


def _properties(properties: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(properties, list):
        raise ValueError("'properties' is not a list")
    found = []
    for each in properties:
        if not isinstance(each, Mapping) or not isinstance(each.get("pid"), str) or "v" not in each:
            raise ValueError("a property has no 'pid' and 'v'")
        values = each["v"] if isinstance(each["v"], list) else [each["v"]]
        found.append((each["pid"], tuple(map(_value, values))))
    return tuple(found)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("id")
        if not isinstance(value, str):
            raise ValueError("an entity in 'v' has no 'id'")
    if isinstance(value, str | int | float):
        return str(value).strip()
    raise ValueError("a value in 'v' is not a string, a number, a boolean or an entity")
