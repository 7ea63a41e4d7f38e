"""The description of the API in OpenAPI 3.1, and the JSON-LD context of its answers."""

from collections.abc import Iterator
from typing import Any, Final

from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.json_api.case_objects import CASE, PARTICIPANT
from kv2rdf.server.json_api.json_answer import HEAD
from kv2rdf.server.json_api.list_objects import CASE_ITEM, CASE_LIST, TEXT_ITEM, TEXT_LIST
from kv2rdf.server.json_api.object_schema import ObjectSchema
from kv2rdf.server.json_api.operations import OPERATIONS, Operation, OperationParameter
from kv2rdf.server.json_api.paper_objects import FINDING, NOTE, NOTICE, PAPER, PART
from kv2rdf.server.json_api.thing_object import THING
from kv2rdf.server.json_api.thing_objects import RELATED, THING_ITEM, THING_LIST, WHOLE_THING

API_VERSION: Final = "1.0"
"""The version of the API. It changes if a member is removed or gets another meaning."""

_ANSWERS: tuple[ObjectSchema[Any], ...] = (CASE, CASE_LIST, TEXT_LIST, THING_LIST, WHOLE_THING)
SCHEMAS: tuple[ObjectSchema[Any], ...] = (
    *_ANSWERS, CASE_ITEM, FINDING, NOTE, NOTICE, PAPER, PART, PARTICIPANT, RELATED, TEXT_ITEM,
    THING, THING_ITEM,
)  # fmt: skip
"""All kinds of objects that the OpenAPI document defines."""
_PROBLEM = {
    "type": "object",
    "description": "What is wrong, and where to go next (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "release": {"type": "string"},
        "dataDate": {"type": "string", "format": "date"},
        "links": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["type", "title", "status", "detail", "release", "dataDate"],
}
_PROBLEM_CONTENT = {
    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
}
_INTRODUCTION = (
    "Cases of written questions in the Dutch parliament, as JSON. The paths after /api are the same"
    " as those of the pages after /nl and /en. The header Accept-Language decides whether labels"
    " are in Dutch or in English. Lists are divided into pages; the member next is the link to the"
    " next page. All answers have an ETag."
)


def openapi_document(server: str, license_: str) -> dict[str, Any]:
    """Return the OpenAPI document.

    ``server`` is the path below which a proxy serves this server. ``license_`` is the address of
    the licence of the data.
    """
    definitions = {
        schema.name: _answer_definition(schema) if schema in _ANSWERS else schema.definition()
        for schema in SCHEMAS
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kamervragen",
            "version": API_VERSION,
            "description": _INTRODUCTION,
            "license": {"name": "Licence of the data", "url": license_},
        },
        "servers": [{"url": server}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": {**dict(sorted(definitions.items())), "Problem": _PROBLEM}},
    }


def jsonld_context() -> dict[str, Any]:
    """Return the JSON-LD context. It defines the members whose values are in the RDF data."""
    terms: dict[str, object] = {name: f"{PREFIXES['kv']}{name}" for name in _class_names()}
    for schema in SCHEMAS:
        terms |= {m.name: m.term for m in schema.members if m.term is not None}
    return {"@context": {"@version": 1.1, **dict(sorted(terms.items()))}}


def _answer_definition(schema: ObjectSchema[Any]) -> dict[str, Any]:
    """Return the schema of a whole response, including the members that all responses share."""
    head, own = HEAD.definition(), schema.definition()
    properties = {**head["properties"], **own["properties"]}
    return {**own, "properties": properties, "required": [*head["required"], *own["required"]]}


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.about,
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": {
            "200": {
                "description": operation.schema.about,
                "content": {"application/json": {"schema": operation.schema.reference}},
            },
            "304": {"description": "The client has this answer already (If-None-Match)."},
            "400": {"description": "A parameter is wrong.", "content": _PROBLEM_CONTENT},
            "404": {"description": "There is no such entity.", "content": _PROBLEM_CONTENT},
            "default": {"description": "Another problem.", "content": _PROBLEM_CONTENT},
        },
    }
    return described


def _parameter(parameter: OperationParameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "path" if parameter.is_in_path else "query",
        "required": parameter.is_in_path or parameter.is_needed,
        "description": parameter.about,
        "schema": parameter.schema,
    }


def _class_names() -> Iterator[str]:
    """Yield the names of the RDF classes of all objects, possibly with duplicates."""
    for schema in SCHEMAS:
        for member in schema.members:
            if member.term == "@type":
                yield from member.schema.get("enum", [member.schema.get("const")])
