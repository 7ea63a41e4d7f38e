"""Values of properties, as returned by a data extension service."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class EntityReference:
    """A value that is an entity of the release, with the name of the entity."""

    address: str
    name: str


ExtensionValue: TypeAlias = str | int | date | EntityReference
"""A value of a property. The schema of the specification does not allow booleans."""


def written_value(value: ExtensionValue) -> dict[str, str | int]:
    """Return a value in the form of the specification, ready to be written as JSON.

    A date is written as the moment at which it begins in UTC, because the specification also
    requires a time.
    """
    if isinstance(value, EntityReference):
        return {"id": value.address, "name": value.name}
    if isinstance(value, date):
        return {"date": f"{value.isoformat()}T00:00:00Z"}
    return {"int": value} if isinstance(value, int) else {"str": value}


def value_in_words(value: ExtensionValue) -> str:
    """Return a value as text for a person to read."""
    return value.name if isinstance(value, EntityReference) else str(value)
