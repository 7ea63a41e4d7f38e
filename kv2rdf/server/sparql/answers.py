"""The responses of the SPARQL endpoint."""

import asyncio
import logging
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from kv2rdf.errors import Kv2rdfError, QueryError
from kv2rdf.server.conditional import redirect
from kv2rdf.server.cut_connection import cut_connection
from kv2rdf.server.documents.document_format import HTML_FORMAT, negotiated_format
from kv2rdf.server.documents.rdf_syntax import rdf_bytes
from kv2rdf.server.problem import Problem
from kv2rdf.server.request_path import root_path
from kv2rdf.server.requested_site import requested_host, requested_site
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.answer_formats import AnswerFormat
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import TooMuchUseError
from kv2rdf.server.sparql.protocol import FORM_LINK
from kv2rdf.server.sparql.service_description import service_description
from kv2rdf.server.sparql.worker_problems import (
    BusyError,
    EngineEndedError,
    MemoryLimitError,
    SizeLimitError,
    TimeLimitError,
)

_LOGGER = logging.getLogger(__name__)
_SMALL = 100_000
_RETRY_SECONDS = 5
SENDING_SECONDS: Final = 60.0
"""The number of seconds that the sending of any large result may take.

One more second is allowed for each 50,000 bytes.
"""

_FEWEST_BYTES_PER_SECOND = 50_000
CLIENT_LEFT: Final = 499
"""The status in logs for a client that did not wait for the response, as in the logs of nginx."""

STATUS_OF_ERRORS: Final[Mapping[type[Kv2rdfError], HTTPStatus]] = MappingProxyType(
    {
        BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
        EngineEndedError: HTTPStatus.BAD_REQUEST,
        MemoryLimitError: HTTPStatus.INSUFFICIENT_STORAGE,
        QueryError: HTTPStatus.BAD_REQUEST,
        SizeLimitError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        TimeLimitError: HTTPStatus.GATEWAY_TIMEOUT,
        TooMuchUseError: HTTPStatus.TOO_MANY_REQUESTS,
    }
)
"""Maps each kind of error to the status of the response."""


def headers_of_error(error: Exception) -> dict[str, str]:
    """Return a header that states when a client may try again, or no header for a lasting error."""
    if isinstance(error, TooMuchUseError):
        return {"Retry-After": str(error.wait)}
    return {"Retry-After": str(_RETRY_SECONDS)} if isinstance(error, BusyError) else {}


def headers_of_result(result: CollectedResult) -> dict[str, str]:
    """Return the headers that mark a result as complete, and warn of mistakes in the query."""
    headers = {"Cache-Control": "no-cache", "X-KV-Complete": "true"}
    if result.warnings:
        sentences = " | ".join(result.warnings)
        shown = "".join(c if c.isprintable() else " " for c in sentences)
        headers["X-KV-Warning"] = shown.encode("ascii", "backslashreplace").decode()
    return headers


class _LargeAnswer(StreamingResponse):
    """The response with a large result. Sending ends if the client reads too slowly."""

    def __init__(self, result: CollectedResult, headers: Mapping[str, str]) -> None:
        super().__init__(result.pieces(), headers=headers)
        self._result = result

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        longest = SENDING_SECONDS + self._result.size / _FEWEST_BYTES_PER_SECOND
        try:
            async with asyncio.timeout(longest):
                await super().__call__(scope, receive, send)
        except TimeoutError:
            _LOGGER.info("a result was not sent to its end, because the client read too slowly")
            await cut_connection(scope)
        finally:
            self._result.close()


def result_answer(result: CollectedResult, format_: AnswerFormat, disposition: str) -> Response:
    """Return the response with a result. ``disposition`` is the header that names the file.

    The Content-Length header allows a client to check that the result is complete.
    """
    charset = "; charset=utf-8" if format_.media_type.startswith("text/") else ""
    headers = {
        **headers_of_result(result),
        "Content-Disposition": disposition,
        "Content-Length": str(result.size),
        "Content-Type": format_.media_type + charset,
    }
    if result.size > _SMALL:
        return _LargeAnswer(result, headers)
    with result:
        return Response(b"".join(result.pieces()), headers=headers)


async def description_answer(request: Request) -> Response:
    """Return a redirect to the query page, or the description of the service in a syntax of RDF.

    Raises Problem if the client accepts neither.
    """
    format_ = negotiated_format(request)
    if format_ is None:
        detail = "This service is described by a page, and in RDF: Turtle, JSON-LD and others."
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, detail, (FORM_LINK,))
    if format_ is HTML_FORMAT:
        return redirect(requested_site(request).link("bevragen"), HTTPStatus.SEE_OTHER)
    endpoint = f"{requested_host(request)}{root_path(request)}/sparql"
    triples = await run_in_threadpool(service_description, served_release(request), endpoint)
    return Response(
        rdf_bytes(triples, format_),
        headers={"Cache-Control": "no-cache", "Content-Type": format_.content_type},
    )
