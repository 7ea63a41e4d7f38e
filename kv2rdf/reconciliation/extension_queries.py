"""Data extension queries, read from the JSON that the specification defines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.circumstances import day_of
from kv2rdf.reconciliation.extension_properties import PROPERTIES, ExtensionProperty, PropertyId

MOST_THINGS = 1_000
"""The maximum number of entities in a query."""

_MOST_VALUES = 999_999_999
"""The highest limit. A higher one has the same effect, because no entity has as many values."""
_MOST_DIGITS = 100

PROPERTY_SETTINGS: tuple[dict[str, Any], ...] = (
    {
        "name": "day",
        "label": "Day",
        "type": "text",
        "help_text": "Only the groups, offices and holders of this day, as 2022-01-14",
    },
    {
        "name": "limit",
        "label": "Limit",
        "type": "number",
        "help_text": "At most this number of values for each thing",
    },
)
"""The settings that a user can choose for each property, in the form that the manifest uses."""


@dataclass(frozen=True, slots=True)
class WantedProperty:
    """A requested property, with its settings.

    If there is a ``day``, memberships and tenures that do not certainly include it are ignored.
    ``limit`` is the maximum number of values for each entity.
    """

    property: ExtensionProperty
    day: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ExtensionQuery:
    """A query for the values of properties of entities. ``ids`` identifies the entities."""

    ids: tuple[str, ...]
    wanted: tuple[WantedProperty, ...]


def extension_query(query: object) -> ExtensionQuery:
    """Return a data extension query from parsed JSON.

    Raises QueryError if the query does not conform to the specification, if it contains more than
    ``MOST_THINGS`` entities, if a property does not exist or is requested twice, or if a setting
    does not exist or has an invalid value.
    """
    if not isinstance(query, Mapping):
        raise QueryError("a data extension query is not an object")
    ids, properties = query.get("ids"), query.get("properties")
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise QueryError("'ids' is not a list of strings")
    if len(ids) > MOST_THINGS:
        raise QueryError(f"'ids' has {len(ids):,} identifiers; {MOST_THINGS:,} are allowed")
    if not isinstance(properties, list):
        raise QueryError("'properties' is not a list")
    wanted = tuple(map(_wanted_property, properties))
    names = [each.property.id for each in wanted]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise QueryError(f"the property '{twice}' is requested twice")
    return ExtensionQuery(tuple(dict.fromkeys(ids)), wanted)


def _wanted_property(asked: object) -> WantedProperty:
    if not isinstance(asked, Mapping) or not isinstance(asked.get("id"), str):
        raise QueryError("a property has no 'id'")
    if asked["id"] not in set(PropertyId):
        raise QueryError(f"there is no property {asked['id']!r}")
    found = PROPERTIES[PropertyId(asked["id"])]
    settings = asked.get("settings", {})
    if not isinstance(settings, Mapping):
        raise QueryError(f"the settings of '{found.id}' are not an object")
    known = {setting["name"] for setting in PROPERTY_SETTINGS}
    if unknown := next((name for name in settings if name not in known), None):
        raise QueryError(f"the property '{found.id}' has no setting {unknown!r}")
    return WantedProperty(found, _day(settings.get("day")), _limit(settings.get("limit")))


def _day(given: object) -> date | None:
    if given in (None, ""):
        return None
    day = day_of(given) if isinstance(given, str) else None
    if day is None:
        raise QueryError(f"the setting 'day' must be a date such as 2022-01-14, not {given!r}")
    return day


def _limit(given: object) -> int | None:
    """Return a limit as an integer, or None if it is not given. Forms send it as text."""
    if given in (None, ""):
        return None
    number = given
    if isinstance(given, str) and given.isascii() and given.isdigit():
        number = int(given) if len(given) <= _MOST_DIGITS else _MOST_VALUES
    is_whole = isinstance(number, int | float) and not isinstance(number, bool) and number % 1 == 0
    if not is_whole or not isinstance(number, int | float) or number < 1:
        raise QueryError(f"the setting 'limit' must be a positive integer, not {given!r}")
    return int(min(number, _MOST_VALUES))
