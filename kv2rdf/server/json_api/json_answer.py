"""The JSON responses of the API, and the members that every response begins with."""

import json
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.conditional import content_answer
from kv2rdf.server.json_api.object_schema import (
    DAY,
    LINK,
    TEXT,
    ObjectSchema,
    SchemaMember,
    Source,
)
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import served_release

CONTEXT_PATH: Final = "/api/context.jsonld"

# fmt: off
HEAD: ObjectSchema[Request] = ObjectSchema(
    "Head",
    "The members that every answer begins with.",
    (
        SchemaMember("@context", LINK, "The JSON-LD context of the answer.",
            lambda r: root_path(r) + CONTEXT_PATH),
        SchemaMember("release", TEXT, "The version of the release.",
            lambda r: served_release(r).version),
        SchemaMember("data_date", DAY, "The date of the data.", lambda r: served_release(r).day),
    ),
)
# fmt: on


def json_answer(
    request: Request,
    schema: ObjectSchema[Source],
    source: Source,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response with the object that ``schema`` makes from ``source``."""
    return written_answer(
        request, {**HEAD.content(request), **schema.content(source)}, headers=headers
    )


def written_answer(
    request: Request,
    content: Mapping[str, object],
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response with ``content`` as JSON, or without it if the client already has it."""
    written = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return content_answer(request, written.encode(), headers or {}, media_type)
