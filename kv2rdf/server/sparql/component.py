"""The component of the server with the SPARQL endpoint and its pages."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.routing import Route

from kv2rdf.server.application import Component
from kv2rdf.server.sparql.endpoint import SparqlEndpoint
from kv2rdf.server.sparql.fair_use import NETWORK_LIMITS, FairUse, FairUseLimits
from kv2rdf.server.sparql.query_pages import QueryPages
from kv2rdf.server.sparql.query_runner import QueryRunner
from kv2rdf.server.sparql.worker_pool import WorkerPool


def sparql_component(
    pool: WorkerPool, folder: Path, clock: Callable[[], float] | None
) -> Component:
    """Return the component with the SPARQL endpoint and its pages.

    When the server starts, the workers of the release in ``folder`` are started.

    ``clock`` returns a time in seconds, by which the use of each client is measured. If ``clock``
    is None, the use is not limited. The pool is closed when the server stops.
    """
    clients = FairUse(FairUseLimits(), clock) if clock is not None else None
    networks = FairUse(NETWORK_LIMITS, clock) if clock is not None else None
    runner = QueryRunner(pool, clients, networks)
    pages = QueryPages(runner)
    endpoint = SparqlEndpoint(runner, pages)
    routes = (Route("/sparql", endpoint.answer, methods=["GET", "POST"]), *pages.routes())

    @asynccontextmanager
    async def lifespan() -> AsyncIterator[None]:
        await pool.open(folder)
        try:
            yield
        finally:
            await pool.close()

    return Component(routes, lifespan)
