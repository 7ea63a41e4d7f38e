"""The parsing of requests in the SPARQL 1.1 Protocol.

Source: https://www.w3.org/TR/sparql11-protocol/, section 2.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from kv2rdf.query.query_words import is_update
from kv2rdf.query.sparql import Dataset
from kv2rdf.rdf.iris import is_iri
from kv2rdf.server.form_fields import FORM, body_media_type, request_body
from kv2rdf.server.problem import Problem, ProblemLink
from kv2rdf.server.sparql.query_size import MOST_BYTES

FORM_LINK: Final = ProblemLink("/sparql", "The query form, with examples")
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_LONGEST_FORM = 4 * MOST_BYTES
"""The maximum number of bytes in a form. A form may encode one byte of a query as three bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuery:
    """A query from a client.

    ``dataset`` is None if the request specifies no graphs outside the query. ``format_name`` is the
    name of the format in the parameters of the request, or None if the format is determined by the
    Accept header. ``is_named`` is true if the query is a named query or a recipe.
    """

    text: str
    dataset: Dataset | None
    format_name: str | None
    is_named: bool = False


async def asked_query(request: Request) -> AskedQuery | None:
    """Return the query in a request, or None for a GET or HEAD request without parameters.

    Raises Problem if the request does not follow the protocol, or if it would change data.
    """
    outside = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _asked(outside) if outside else None
    media_type = body_media_type(request)
    if media_type == FORM:
        body = await request_body(request, _LONGEST_FORM)
        return _asked((*_fields(body), *(pair for pair in outside if pair[0] == "format")))
    if media_type == _QUERY:
        body = await request_body(request, MOST_BYTES)
        return _asked((("query", _decoded(body)), *outside))
    if media_type == _UPDATE:
        raise _refused_update()
    raise Problem(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        f"The body must be {_QUERY} or {FORM}, and Content-Type must say so.",
        (FORM_LINK,),
    )


def _asked(fields: Sequence[tuple[str, str]]) -> AskedQuery:
    if any(name == "update" for name, _ in fields):
        raise _refused_update()
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        found = "no query" if not queries else f"{len(queries)} queries"
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            f"The request has {found}; the parameter query must be present exactly once.",
            (FORM_LINK,),
        )
    (query,) = queries
    if is_update(query):
        raise _refused_update()
    formats = [value for name, value in fields if name == "format"]
    return AskedQuery(
        text=query,
        dataset=_dataset(fields),
        format_name=formats[-1] if formats else None,
    )


def _dataset(fields: Sequence[tuple[str, str]]) -> Dataset | None:
    """Return the graphs specified in the fields of a request, or None if there are none.

    These graphs replace the graphs that the query itself specifies. Raises Problem if the address
    of a graph is not an IRI.
    """
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    for graph in (*default, *named):
        if not is_iri(graph):
            raise Problem(HTTPStatus.BAD_REQUEST, f"{graph!r} is not the address of a graph.")
    return Dataset(default, named) if default or named else None


def _fields(form: bytes) -> tuple[tuple[str, str], ...]:
    try:
        return tuple(parse_qsl(form.decode(), keep_blank_values=True, errors="strict"))
    except ValueError as error:  # includes UnicodeDecodeError
        raise _not_utf8() from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8() from error


def _not_utf8() -> Problem:
    return Problem(HTTPStatus.BAD_REQUEST, "The query is not in UTF-8.", (FORM_LINK,))


def _refused_update() -> Problem:
    detail = "This server answers queries only: no request can change the release."
    return Problem(HTTPStatus.FORBIDDEN, detail, (FORM_LINK,))
