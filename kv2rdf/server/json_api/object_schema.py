"""The schemas of JSON objects, from which both the objects and their descriptions are made.

A member has a JSON Schema, for OpenAPI, and may have a term definition, for the JSON-LD context.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from kv2rdf.model.dossier import State
from kv2rdf.rdf.vocabulary import PREFIXES

Source = TypeVar("Source")
JsonSchema = Mapping[str, Any]

TEXT: Final[JsonSchema] = {"type": "string"}
ADDRESS: Final[JsonSchema] = {"type": "string", "format": "iri"}
STATE: Final[JsonSchema] = {"enum": list(State)}
LINK: Final[JsonSchema] = {"type": "string", "format": "iri-reference"}
DAY: Final[JsonSchema] = {"type": "string", "format": "date"}
COUNT: Final[JsonSchema] = {"type": "integer", "minimum": 0}
TRUTH: Final[JsonSchema] = {"type": "boolean"}
TEXTS: Final[JsonSchema] = {"type": "array", "items": TEXT}
ADDRESSES: Final[JsonSchema] = {"type": "array", "items": ADDRESS}

_XSD_DATE = f"{PREFIXES['xsd']}date"


def json_day(day: date | None) -> str | None:
    """Return a date in the form YYYY-MM-DD, or None if ``day`` is None."""
    return day.isoformat() if day else None


def or_null(schema: JsonSchema) -> JsonSchema:
    """Return a schema that also allows null, for a value that may be unknown."""
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def day_term(property_: str) -> Mapping[str, object]:
    """Return the JSON-LD term definition of a member whose values are dates."""
    return {"@id": property_, "@type": _XSD_DATE}


def address_term(property_: str) -> Mapping[str, object]:
    """Return the JSON-LD term definition of a member whose values are addresses."""
    return {"@id": property_, "@type": "@id"}


def dutch_term(property_: str) -> Mapping[str, object]:
    """Return the JSON-LD term definition of a member whose values are texts in Dutch."""
    return {"@id": property_, "@language": "nl"}


def concept_term(property_: str) -> Mapping[str, object]:
    """Return the JSON-LD term definition of a member whose values are names of concepts."""
    return {"@id": property_, "@type": "@vocab", "@context": {"@vocab": PREFIXES["c"]}}


@dataclass(frozen=True, slots=True)
class SchemaMember(Generic[Source]):
    """A member of an object.

    ``value`` returns its value, given the source from which the object is made, such as a case.
    ``term`` is its term definition in JSON-LD, or None if the value is not in the RDF data.
    """

    name: str
    schema: JsonSchema
    about: str
    value: Callable[[Source], object]
    term: str | Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class ObjectSchema(Generic[Source]):
    """A kind of object. An object always contains all members; a missing value is null or []."""

    name: str
    about: str
    members: tuple[SchemaMember[Source], ...]

    def content(self, source: Source) -> dict[str, object]:
        """Return the object that is made from ``source``."""
        return {member.name: member.value(source) for member in self.members}

    def contents(self, sources: Iterable[Source]) -> list[dict[str, object]]:
        """Return the objects that are made from ``sources``, in the same order."""
        return [self.content(source) for source in sources]

    @property
    def reference(self) -> JsonSchema:
        """A schema that refers to the definition in the OpenAPI document."""
        return {"$ref": f"#/components/schemas/{self.name}"}

    @property
    def list_of(self) -> JsonSchema:
        """The schema of an array of these objects."""
        return {"type": "array", "items": self.reference}

    def definition(self) -> JsonSchema:
        """Return the JSON Schema of the object."""
        return {
            "type": "object",
            "description": self.about,
            "properties": {m.name: {**m.schema, "description": m.about} for m in self.members},
            "required": [member.name for member in self.members],
            "additionalProperties": False,
        }
