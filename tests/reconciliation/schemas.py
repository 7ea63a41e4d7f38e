"""JSON schemas for the Reconciliation Service API 0.2, written after its specification."""

from typing import Any

_STRING = {"type": "string"}
_ID_AND_NAME = {
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
