"""The routes of the API: those of its operations, and those of its descriptions."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.errors import QueryError
from kv2rdf.server.answer_queue import SEARCH_QUEUE, QueuedAnswer
from kv2rdf.server.conditional import redirect
from kv2rdf.server.json_api.json_answer import CONTEXT_PATH, written_answer
from kv2rdf.server.json_api.openapi_document import jsonld_context, openapi_document
from kv2rdf.server.json_api.operations import OPERATIONS, Operation
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import served_release

OPENAPI_PATH = "/api/openapi.json"


def api_routes() -> list[Route]:
    """Return the routes of the API. ``/api`` redirects to the OpenAPI document."""
    return [
        Route("/api", _start),
        Route(OPENAPI_PATH, _openapi),
        Route(CONTEXT_PATH, _context),
        *(Route(operation.path, _endpoint(operation)) for operation in OPERATIONS),
    ]


def _endpoint(operation: Operation) -> Callable[[Request], Response] | QueuedAnswer:
    """Return the function that answers the requests for an operation."""
    checked = _checked(operation)
    return SEARCH_QUEUE.queued(checked) if operation.is_search else checked


def _checked(operation: Operation) -> Callable[[Request], Response]:
    """Return a function that checks the parameters of a request, and then answers it.

    It raises QueryError for a parameter or a value that the operation does not allow.
    """
    known = {p.name: p for p in operation.parameters if not p.is_in_path}

    def answer(request: Request) -> Response:
        for name, value in request.query_params.multi_items():
            if name not in known:
                names = ", ".join(known) or "none"
                raise QueryError(f"there is no parameter {name!r}; possible parameters: {names}")
            possible = known[name].schema.get("enum", (value,))
            if value not in possible:
                raise QueryError(f"{name}: {value!r} is not one of {', '.join(possible)}")
        return operation.answer(request)

    return answer


def _start(request: Request) -> Response:
    return redirect(root_path(request) + OPENAPI_PATH, HTTPStatus.SEE_OTHER)


def _openapi(request: Request) -> Response:
    document = openapi_document(root_path(request) or "/", served_release(request).license)
    return written_answer(request, document)


def _context(request: Request) -> Response:
    return written_answer(request, jsonld_context(), "application/ld+json")
