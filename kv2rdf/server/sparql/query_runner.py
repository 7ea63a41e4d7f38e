"""The runner of queries, which passes them to the pool and limits what each client may use."""

import asyncio
from contextlib import suppress

from starlette.requests import Request

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import FairUse
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.protocol import AskedQuery
from kv2rdf.server.sparql.worker_pool import WorkerPool


class QueryRunner:
    """A runner of queries. ``pool`` contains the workers, and ``fair_use`` limits each client."""

    def __init__(self, pool: WorkerPool, fair_use: FairUse | None) -> None:
        """Create a runner. If ``fair_use`` is None, clients are not limited."""
        self._pool = pool
        self._fair_use = fair_use

    @property
    def longest_seconds(self) -> float:
        """The maximum number of seconds that a query may take."""
        return self._pool.limits.long_seconds

    async def result(
        self, request: Request, asked: AskedQuery, media_type: str
    ) -> CollectedResult | None:
        """Return the result of a query in a media type that the engine writes.

        Return None if the client left before the result was found. Raises TooMuchUseError if the
        client must wait, and the errors of ``WorkerPool.result``.
        """
        if self._fair_use is None:
            return await self._result(request, asked, media_type)
        with self._fair_use.query_of(f"{_host(request)} {request.headers.get('user-agent', '')}"):
            return await self._result(request, asked, media_type)

    async def _result(
        self, request: Request, asked: AskedQuery, media_type: str
    ) -> CollectedResult | None:
        query = SparqlRequest(
            query=asked.text,
            media_type=media_type,
            dataset=asked.dataset,
            is_named=asked.is_named,
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
