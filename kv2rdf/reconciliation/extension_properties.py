"""The properties of entities that a user can add to a table."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.type_names import type_reference

_PERSON, _PARTY, _CASE = EntityType.PERSON, EntityType.PARTY, EntityType.CASE
_MINISTRY, _OFFICE, _TOPIC = EntityType.MINISTRY, EntityType.OFFICE, EntityType.TOPIC
_LIMIT = re.compile(r"0*[1-9][0-9]{0,8}")
_OF_REGISTER = (_PERSON, _PARTY, _MINISTRY, _OFFICE)


class PropertyId(StrEnum):
    """The identifiers of the properties of entities."""

    WIKIDATA = "wikidata"
    ABBREVIATION = "abbreviation"
    FIRST_DAY = "first-day"
    LAST_DAY = "last-day"
    BORN = "born"
    GENDER = "gender"
    IDENTIFIER = "identifier"
    CHAMBER = "chamber"
    STATE = "state"
    TABLED = "tabled"
    DUE = "due"
    ANSWERED = "answered"
    DAYS = "days-to-answer"
    ASKER = "asker"
    PARTY = "party"
    GROUPS = "groups"
    OFFICE = "office"
    TENURES = "tenures"
    HOLDER = "holder"
    ANSWERER = "answerer"
    MINISTRY = "ministry"
    TOPIC = "topic"
    WIDER = "wider"
    CASES = "cases"
    ASKED_CASES = "cases-asked"
    ANSWERED_CASES = "cases-answered"


@dataclass(frozen=True, slots=True)
class ExtensionProperty:
    """A property with its name, and the types of the entities that have it.

    ``values`` is the type of its values, or None if they are not entities of the release.
    """

    id: PropertyId
    name: str
    types: tuple[EntityType, ...]
    values: EntityType | None = None

    @property
    def reference(self) -> dict[str, Any]:
        """The identifier and the name of the property."""
        return {"id": self.id.value, "name": self.name}

    @property
    def description(self) -> dict[str, Any]:
        """The identifier, the name and, if the values are entities, their type."""
        kind = {"type": type_reference(self.values)} if self.values else {}
        return {**self.reference, **kind}


_Id, _Property = PropertyId, ExtensionProperty
PROPERTIES = {
    each.id: each
    for each in (
        _Property(_Id.WIKIDATA, "item in Wikidata", _OF_REGISTER),
        _Property(_Id.ABBREVIATION, "abbreviation", (_PARTY, _MINISTRY)),
        _Property(_Id.FIRST_DAY, "first day", (_PARTY, _MINISTRY, _OFFICE)),
        _Property(_Id.LAST_DAY, "last day", (_PARTY, _MINISTRY, _OFFICE)),
        _Property(_Id.BORN, "date of birth", (_PERSON,)),
        _Property(_Id.GENDER, "gender (f or m)", (_PERSON,)),
        _Property(_Id.IDENTIFIER, "identifier", (_PERSON, _CASE)),
        _Property(_Id.CHAMBER, "chamber", (_CASE,)),
        _Property(_Id.STATE, "state", (_CASE,)),
        _Property(_Id.TABLED, "date of tabling", (_CASE,)),
        _Property(_Id.DUE, "date on which the answer was due", (_CASE,)),
        _Property(_Id.ANSWERED, "date of the first answer", (_CASE,)),
        _Property(_Id.DAYS, "days to the first answer", (_CASE,)),
        _Property(_Id.ASKER, "who asked", (_CASE,), _PERSON),
        _Property(_Id.PARTY, "party", (_PERSON, _CASE), _PARTY),
        _Property(_Id.GROUPS, "groups in parliament, with dates", (_PERSON,)),
        _Property(_Id.OFFICE, "office", (_PERSON, _MINISTRY, _CASE), _OFFICE),
        _Property(_Id.TENURES, "tenures, with dates", (_PERSON, _OFFICE)),
        _Property(_Id.HOLDER, "holder of the office", (_OFFICE,), _PERSON),
        _Property(_Id.ANSWERER, "who answered", (_CASE,), _PERSON),
        _Property(_Id.MINISTRY, "ministry", (_OFFICE, _CASE), _MINISTRY),
        _Property(_Id.TOPIC, "topic", (_CASE,), _TOPIC),
        _Property(_Id.WIDER, "wider topic", (_TOPIC,), _TOPIC),
        _Property(_Id.CASES, "number of sets of questions", (_TOPIC,)),
        _Property(_Id.ASKED_CASES, "number of sets of questions asked", (_PERSON, _PARTY)),
        _Property(_Id.ANSWERED_CASES, "number of sets of questions answered",
                  (_PERSON, _MINISTRY, _OFFICE)),
    )
}  # fmt: skip
"""The properties by their identifiers, in the order in which they are proposed."""


def proposed_properties(kind: str, limit: str = "") -> dict[str, Any]:
    """Return the properties that entities of a type have, at most ``limit`` of them.

    ``kind`` is the identifier of the type. If it is empty, all properties are returned. If there is
    no such type, none are returned. Raises QueryError if ``limit`` is given and is not a positive
    integer.
    """
    found = [each.reference for each in PROPERTIES.values() if not kind or kind in each.types]
    if not limit:
        return {"type": kind, "properties": found}
    if not _LIMIT.fullmatch(limit):
        raise QueryError(f"'limit' must be a positive integer, not {limit!r}")
    most = int(limit)
    return {"type": kind, "limit": most, "properties": found[:most]}
