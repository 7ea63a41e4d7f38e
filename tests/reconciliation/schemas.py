"""JSON schemas for the Reconciliation Service API 0.2, written from its specification."""

import json
from typing import Any

from jsonschema import Draft202012Validator

_STRING = {"type": "string"}
_ID_AND_NAME: dict[str, Any] = {
    "type": "object",
    "properties": {"id": {**_STRING, "minLength": 1}, "name": {**_STRING, "minLength": 1}},
    "required": ["id", "name"],
}
_VALUE = {
    "anyOf": [
        {"type": ["string", "number", "boolean"]},
        {"type": "object", "properties": {"id": _STRING, "name": _STRING}, "required": ["id"]},
    ]
}
_QUERY = {
    "type": "object",
    "properties": {
        "query": _STRING,
        "type": {"anyOf": [_STRING, {"type": "array", "items": _STRING}]},
        "limit": {"type": "integer", "minimum": 1},
        "type_strict": {"enum": ["any", "should", "all"]},
        "properties": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "pid": _STRING,
                    "v": {"anyOf": [_VALUE, {"type": "array", "items": _VALUE}]},
                },
                "required": ["pid", "v"],
            },
        },
    },
    "additionalProperties": False,
    "anyOf": [
        {"required": ["query"]},
        {"required": ["properties"], "properties": {"properties": {"minItems": 1}}},
    ],
}
QUERY_BATCH: dict[str, Any] = {"type": "object", "additionalProperties": _QUERY}

_FEATURE = {
    "type": "object",
    "properties": {"id": _STRING, "value": {"type": ["boolean", "number"]}},
    "required": ["id", "value"],
    "additionalProperties": False,
}
_CANDIDATE = {
    "type": "object",
    "properties": {
        "id": {**_STRING, "minLength": 1},
        "name": {**_STRING, "minLength": 1},
        "description": _STRING,
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "features": {"type": "array", "items": _FEATURE},
        "type": {"type": "array", "items": _ID_AND_NAME},
    },
    "required": ["id", "name", "score", "match", "type"],
    "additionalProperties": False,
}
RESULT_BATCH: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {"result": {"type": "array", "items": _CANDIDATE}},
        "required": ["result"],
        "additionalProperties": False,
    },
}

_SUGGESTED_ENTITY = {
    **_ID_AND_NAME,
    "properties": {
        **_ID_AND_NAME["properties"],
        "description": _STRING,
        "notable": {"type": "array", "items": {"anyOf": [_STRING, _ID_AND_NAME]}},
    },
    "additionalProperties": False,
}
_SUGGESTED = {
    **_ID_AND_NAME,
    "properties": {**_ID_AND_NAME["properties"], "description": _STRING},
    "additionalProperties": False,
}


def _suggestions(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"result": {"type": "array", "items": item}},
        "required": ["result"],
    }


SUGGESTED_ENTITIES = _suggestions(_SUGGESTED_ENTITY)
SUGGESTIONS = _suggestions(_SUGGESTED)

PROPERTY_PROPOSAL: dict[str, Any] = {
    "type": "object",
    "properties": {
        "type": _STRING,
        "limit": {"type": "integer", "minimum": 1},
        "properties": {"type": "array", "items": {**_ID_AND_NAME, "additionalProperties": False}},
    },
    "required": ["type", "properties"],
    "additionalProperties": False,
}
EXTENSION_QUERY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "ids": {"type": "array", "items": _STRING},
        "properties": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": _STRING, "settings": {"type": "object"}},
                "required": ["id"],
            },
        },
    },
    "required": ["ids", "properties"],
}


def _one(**properties: object) -> dict[str, Any]:
    """Return the schema of an object with these properties, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_MOMENT = {**_STRING, "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$"}
_CELL = {
    "oneOf": [
        _one(id=_STRING, name=_STRING),
        _one(str=_STRING),
        _one(int={"type": "integer"}),
        _one(float={"type": "number"}),
        _one(date=_MOMENT),
    ]
}
EXTENSION_RESPONSE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "meta": {
            "type": "array",
            "items": {
                **_ID_AND_NAME,
                "properties": {
                    **_ID_AND_NAME["properties"],
                    "type": _ID_AND_NAME,
                    "service": {**_STRING, "pattern": "^https?://"},
                },
            },
        },
        "rows": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": _CELL},
            },
        },
    },
    "required": ["meta", "rows"],
}

_TEMPLATE: dict[str, Any] = {
    "type": "object",
    "properties": {"url": {"type": "string", "pattern": r"\{\{id\}\}"}},
    "required": ["url"],
}
_SERVICE = {
    "type": "object",
    "properties": {"service_url": _STRING, "service_path": _STRING},
    "additionalProperties": False,
}
_SETTING = {
    "type": "object",
    "properties": {
        "name": _STRING,
        "label": _STRING,
        "type": {"enum": ["number", "text", "checkbox"]},
        "default": {"type": ["number", "string", "boolean"]},
        "help_text": _STRING,
    },
    "required": ["type", "label", "name"],
}
MANIFEST: dict[str, Any] = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "items": _STRING, "contains": {"const": "0.2"}},
        "name": _STRING,
        "identifierSpace": _STRING,
        "schemaSpace": _STRING,
        "documentation": _STRING,
        "defaultTypes": {"type": "array", "items": _ID_AND_NAME, "uniqueItems": True},
        "batchSize": {"type": "integer", "minimum": 1},
        "view": _TEMPLATE,
        "suggest": {
            "type": "object",
            "properties": {"entity": _SERVICE, "type": _SERVICE, "property": _SERVICE},
            "additionalProperties": False,
        },
        "preview": {
            **_TEMPLATE,
            "properties": {
                **_TEMPLATE["properties"],
                "width": {"type": "integer"},
                "height": {"type": "integer"},
            },
            "required": ["url", "width", "height"],
        },
        "extend": {
            "type": "object",
            "properties": {
                "propose_properties": _SERVICE,
                "property_settings": {"type": "array", "items": _SETTING},
            },
            "additionalProperties": False,
        },
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "additionalProperties": False,
}


def check(instance: object, schema: dict[str, Any]) -> None:
    """Raise ValidationError if an object, written as JSON, does not conform to a schema."""
    Draft202012Validator(schema).validate(json.loads(json.dumps(instance)))
