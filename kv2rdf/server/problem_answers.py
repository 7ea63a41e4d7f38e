"""The responses to requests that cannot be answered, in a format that the client accepts."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.documents.content import release_triples
from kv2rdf.server.documents.document_format import DOCUMENT_FORMATS, HTML_FORMAT, DocumentFormat
from kv2rdf.server.documents.rdf_syntax import rdf_bytes
from kv2rdf.server.negotiation import best_media_type
from kv2rdf.server.page import HTML
from kv2rdf.server.problem import Problem, TranslatedProblem
from kv2rdf.server.problem_page import problem_page
from kv2rdf.server.request_path import path_below_root, path_section, root_path
from kv2rdf.server.served_release import served_release

_PROBLEM_JSON = "application/problem+json"
_HTML = HTML_FORMAT.accepted
_JSON = (_PROBLEM_JSON, "application/json")
_OTHERS = (*_JSON, "text/plain")
_RDF = {name: f for f in DOCUMENT_FORMATS[1:] for name in f.accepted if name not in _OTHERS}
_TYPES = (*_HTML, *_JSON, "text/plain", *_RDF)


def problem_answer(request: Request, problem: Problem) -> Response:
    """Return the response that describes a problem, as a page, JSON, RDF or text.

    The JSON follows RFC 9457. Text is used if the client accepts none of the other formats.
    """
    headers = {"Cache-Control": "no-cache", **(problem.headers or {})}
    is_api = path_section(request.scope) == "api"  # its clients rarely send an Accept header
    chosen = best_media_type(request, (*_JSON, *_TYPES) if is_api else _TYPES)
    if chosen in _HTML:
        content = problem_page(request, problem)
        return Response(content, problem.status_code, headers, media_type=HTML)
    if chosen in _JSON:
        content = _json(request, problem)
        return Response(content, problem.status_code, headers, media_type=_PROBLEM_JSON)
    if chosen in _RDF:
        return Response(
            _rdf(request, problem, _RDF[chosen]),
            problem.status_code,
            {**headers, "Content-Type": _RDF[chosen].content_type},
        )
    return Response(_text(request, problem), problem.status_code, headers, media_type="text/plain")


def _json(request: Request, problem: Problem) -> str:
    release, root = served_release(request), root_path(request)
    fields: dict[str, object] = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status_code,
        "detail": problem.detail,
        "release": release.version,
        "dataDate": release.day,
    }
    if problem.links:
        fields["links"] = [{"href": root + link.path, "title": link.text} for link in problem.links]
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def _rdf(request: Request, problem: Problem, format_: DocumentFormat) -> bytes:
    """Return the problem as statements about the requested address, in the syntax ``format_``."""
    release = served_release(request)
    subject = ox.NamedNode(release.base + quote(path_below_root(request), safe="/~"))
    rdfs = PREFIXES["rdfs"]
    texts = (("label", f"{problem.status_code} {problem.title}"), ("comment", problem.detail))
    triples = [
        ox.Triple(subject, ox.NamedNode(rdfs + name), ox.Literal(text, language="en"))
        for name, text in texts
    ]
    triples += [
        ox.Triple(subject, ox.NamedNode(rdfs + "seeAlso"), ox.NamedNode(release.base + link.path))
        for link in problem.links
    ]
    triples += release_triples(release, subject)
    return rdf_bytes(triples, format_)


def _text(request: Request, problem: Problem) -> str:
    release, root = served_release(request), root_path(request)
    lines = [f"{problem.status_code} {problem.title}", problem.detail]
    lines += [f"{root}{link.path}  {link.text}" for link in problem.links]
    lines.append(f"Release {release.version}, with data up to {release.day}.")
    return "\n".join(lines) + "\n"


def _answer_to_http_error(request: Request, error: Exception) -> Response:
    if isinstance(error, Problem):
        return problem_answer(request, error)
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    problem = TranslatedProblem(status, _DETAILS[status], headers=error.headers)
    return problem_answer(request, problem)


def _answer_to_query_error(request: Request, error: Exception) -> Response:
    return problem_answer(request, Problem(HTTPStatus.BAD_REQUEST, str(error)))


def _answer_to_release_error(request: Request, _error: Exception) -> Response:
    problem = TranslatedProblem(HTTPStatus.SERVICE_UNAVAILABLE, "unreadable_release")
    return problem_answer(request, problem)


def _answer_to_fault(request: Request, _error: Exception) -> Response:
    problem = TranslatedProblem(HTTPStatus.INTERNAL_SERVER_ERROR, "server_fault")
    return problem_answer(request, problem)


_DETAILS = {
    HTTPStatus.BAD_REQUEST: "unreadable_request",
    HTTPStatus.NOT_FOUND: "nothing_here",
    HTTPStatus.METHOD_NOT_ALLOWED: "wrong_method",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large_body",
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE: "no_such_bytes",
}
"""Maps the status of each error that Starlette itself raises to the key of a message."""

HANDLERS: Final[Mapping[Any, Callable[[Request, Exception], Response]]] = MappingProxyType(
    {
        HTTPException: _answer_to_http_error,
        QueryError: _answer_to_query_error,
        ReleaseError: _answer_to_release_error,
        Exception: _answer_to_fault,
    }
)
"""The function that returns the response for each kind of exception."""
