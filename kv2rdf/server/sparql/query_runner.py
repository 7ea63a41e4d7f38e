"""The runner of queries, which passes them to the pool and limits what each client may use."""

import asyncio
from contextlib import ExitStack, suppress

from starlette.requests import Request

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.served_release import served_release
from kv2rdf.server.sparql.client_network import client_network
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.fair_use import FairUse
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.protocol import AskedQuery
from kv2rdf.server.sparql.worker_pool import WorkerPool


class QueryRunner:
    """A runner of queries, which limits what each client and each network may use.

    A client is a program in a network, and is identified by the network and the User-Agent.
    """

    def __init__(self, pool: WorkerPool, clients: FairUse | None, networks: FairUse | None) -> None:
        """Create a runner for a pool of workers.

        ``clients`` and ``networks`` limit what each client and each network may use, or are None if
        there is no such limit.
        """
        self._pool = pool
        self._clients = clients
        self._networks = networks

    @property
    def longest_seconds(self) -> float:
        """The maximum number of seconds that a query may take."""
        return self._pool.limits.long_seconds

    async def result(
        self, request: Request, asked: AskedQuery, media_type: str
    ) -> CollectedResult | None:
        """Return the result of a query in a media type that the engine writes.

        Return None if the client left before the result was found. Raises TooMuchUseError if the
        client or its network has exceeded a limit, and the same errors as ``WorkerPool.result``.
        """
        network, agent = _network(request), request.headers.get("user-agent", "")
        with ExitStack() as uses:
            if self._clients is not None:
                uses.enter_context(self._clients.query_of(f"{network} {agent}"))
            if self._networks is not None:
                uses.enter_context(self._networks.query_of(network))
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
        running = asyncio.create_task(self._pool.result(folder, query, _network(request)))
        leaving = asyncio.create_task(_has_left(request))
        try:
            await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return running.result() if running.done() else None
        finally:
            leaving.cancel()
            running.cancel()
            with suppress(asyncio.CancelledError, Kv2rdfError):
                await running


def _network(request: Request) -> str:
    return client_network(request.client.host) if request.client else ""


async def _has_left(request: Request) -> None:
    """Wait until the client closes its connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
