"""The reconciliation service at ``/reconcile``, for OpenRefine and other programs.

It follows the Reconciliation Service API 0.2:
https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/.
"""

import json
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kv2rdf.errors import QueryError, UnknownEntityError
from kv2rdf.reconciliation.extension import extension_response, viewed_address
from kv2rdf.reconciliation.extension_properties import proposed_properties
from kv2rdf.reconciliation.manifest import service_manifest
from kv2rdf.reconciliation.preview import PREVIEW_POLICY, preview_page
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.responses import result_batch
from kv2rdf.reconciliation.suggestions import (
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from kv2rdf.server.form_fields import form_fields
from kv2rdf.server.page import HTML
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import ServedRelease, served_release

PATH = "/reconcile"

_LONGEST_BODY = 1_000_000


def _new_reconciler(served: ServedRelease) -> Reconciler:
    return Reconciler.of_release(served.release)


_RECONCILERS = PerRelease(_new_reconciler)


def reconciliation_routes() -> list[Route]:
    """Return the routes of the service."""
    return [
        Route(PATH, _endpoint, methods=["GET", "POST"]),
        Route(f"{PATH}/suggest/{{kind}}", _suggestions),
        Route(f"{PATH}/properties", _properties),
        Route(f"{PATH}/preview", _preview),
        Route(f"{PATH}/view", _view),
    ]


async def _endpoint(request: Request) -> Response:
    """Return the response to the queries, or to the ``extend`` parameter, of a request.

    If there is neither, return the manifest.
    """
    fields = await form_fields(request, _LONGEST_BODY)
    if "queries" in fields:
        batch = _parsed(fields["queries"], "queries")
        return _json(await run_in_threadpool(lambda: result_batch(_reconciler(request), batch)))
    if "extend" in fields:
        query = _parsed(fields["extend"], "extend")
        answer = await run_in_threadpool(lambda: extension_response(_reconciler(request), query))
        return _json(answer)
    endpoint = str(request.base_url).rstrip("/") + PATH
    return _json(service_manifest(endpoint, served_release(request).base))


def _suggestions(request: Request) -> Response:
    kind, prefix = request.path_params["kind"], request.query_params.get("prefix", "")
    cursor = _cursor(request)
    if kind == "entity":
        return _json(suggested_entities(_reconciler(request), prefix, cursor))
    if kind == "type":
        return _json(suggested_types(prefix, cursor))
    if kind == "property":
        return _json(suggested_properties(prefix, cursor))
    raise Problem(HTTPStatus.NOT_FOUND, "Suggestions are available for entity, type and property.")


def _properties(request: Request) -> Response:
    fields = request.query_params
    return _json(proposed_properties(fields.get("type", ""), fields.get("limit", "")))


def _preview(request: Request) -> Response:
    try:
        page = preview_page(_reconciler(request), request.query_params.get("id", ""))
    except UnknownEntityError as error:
        raise Problem(HTTPStatus.NOT_FOUND, str(error)) from error
    return Response(page, media_type=HTML, headers={"Content-Security-Policy": PREVIEW_POLICY})


def _view(request: Request) -> Response:
    try:
        address = viewed_address(_reconciler(request), request.query_params.get("id", ""))
    except UnknownEntityError as error:
        raise Problem(HTTPStatus.NOT_FOUND, str(error)) from error
    return RedirectResponse(address, status_code=HTTPStatus.SEE_OTHER)


def _reconciler(request: Request) -> Reconciler:
    return _RECONCILERS.value(served_release(request))


def _cursor(request: Request) -> int:
    written = request.query_params.get("cursor", "0")
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise Problem(HTTPStatus.BAD_REQUEST, "The cursor is not a number.")
    return int(written)


def _parsed(text: str, field: str) -> object:
    try:
        parsed: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QueryError(f"the value of {field} is not JSON") from error
    return parsed


def _json(value: dict[str, Any]) -> Response:
    return Response(json.dumps(value), media_type="application/json")
