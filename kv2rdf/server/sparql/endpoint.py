"""The address /sparql: it answers queries, describes itself, and has a form for people."""

import asyncio
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.documents.document_format import HTML_FORMAT, negotiated_format
from kv2rdf.server.page import HTML
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.answer_formats import (
    HTML_ANSWER,
    AnswerFormat,
    answer_formats,
    chosen_format,
)
from kv2rdf.server.sparql.answers import (
    STATUS_OF_ERRORS,
    description_answer,
    headers_of_error,
    headers_of_result,
    result_answer,
)
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import FairUse
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.protocol import FORM_LINK, AskedQuery, asked_query
from kv2rdf.server.sparql.query_page import form_page
from kv2rdf.server.sparql.worker_pool import WorkerPool

_CLIENT_LEFT = 499
"""The status in logs for a client that did not wait for the answer, as nginx writes it."""


class SparqlEndpoint:
    """The endpoint. ``pool`` runs the queries, and ``fair_use`` counts who asks how much."""

    def __init__(self, pool: WorkerPool, fair_use: FairUse | None) -> None:
        """Make an endpoint. Without ``fair_use``, every client may ask as much as it likes."""
        self._pool = pool
        self._fair_use = fair_use

    async def answer(self, request: Request) -> Response:
        """Answer a request with GET, HEAD or POST."""
        wants_page = negotiated_format(request) is HTML_FORMAT
        asked = None
        try:
            asked = await asked_query(request)
            if asked is None:
                return await description_answer(request)
            format_ = chosen_format(request, asked)
            wants_page = format_ is HTML_ANSWER
            result = await self._counted_result(request, asked, format_)
        except tuple(STATUS_OF_ERRORS) as error:
            status, headers = STATUS_OF_ERRORS[type(error)], headers_of_error(error)
            if wants_page:
                page = await run_in_threadpool(form_page, request, asked=asked, problem=str(error))
                return Response(page, status, headers, media_type=HTML)
            raise Problem(status, _sentence(error), (FORM_LINK,), headers) from error
        if result is None:
            return Response(status_code=_CLIENT_LEFT)
        if format_ is not HTML_ANSWER:
            return result_answer(result, format_)
        with result:
            page = await run_in_threadpool(form_page, request, asked=asked, result=result)
        return Response(page, headers=headers_of_result(result), media_type=HTML)

    async def _counted_result(
        self, request: Request, asked: AskedQuery, format_: AnswerFormat
    ) -> CollectedResult | None:
        if self._fair_use is None:
            return await self._result(request, asked, format_)
        with self._fair_use.query_of(f"{_host(request)} {request.headers.get('user-agent', '')}"):
            return await self._result(request, asked, format_)

    async def _result(
        self, request: Request, asked: AskedQuery, format_: AnswerFormat
    ) -> CollectedResult | None:
        """Return the result of a query, or None if the client has left before it was found."""
        written = answer_formats(asked.text)[0] if format_ is HTML_ANSWER else format_
        query = SparqlRequest(
            query=asked.text, media_type=written.media_type, dataset=asked.dataset
        )
        folder = served_release(request).release.files.folder
        running = asyncio.create_task(self._pool.result(folder, query, _host(request)))
        leaving = asyncio.create_task(_has_left(request))
        try:
            await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return running.result() if running.done() else None
        finally:
            leaving.cancel()
            running.cancel()
            with suppress(asyncio.CancelledError, Kv2rdfError):
                await running


def _host(request: Request) -> str:
    return request.client.host if request.client else ""


async def _has_left(request: Request) -> None:
    """Wait until the client closes its connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _sentence(error: Exception) -> str:
    """Return what an error says, as a sentence."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."
