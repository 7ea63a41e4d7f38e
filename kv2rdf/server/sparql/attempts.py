"""Attempts to run a query in a worker."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.worker_connection import Worker
from kv2rdf.server.sparql.worker_group import WorkerGroup
from kv2rdf.server.sparql.worker_problems import BusyError


@dataclass(frozen=True, slots=True)
class Attempt:
    """A query that a worker is running; see ``attempt``."""

    worker: Worker
    collected: CollectedResult
    task: asyncio.Task[None]

    async def is_done_after(self, seconds: float) -> bool:
        """Wait at most ``seconds`` for the query to end, and return whether it has ended."""
        done, _ = await asyncio.wait({self.task}, timeout=max(0.0, seconds))
        return bool(done)

    def result(self) -> CollectedResult:
        """Return the result of a query that has ended.

        Raises the same errors as ``Worker.answer``.
        """
        self.task.result()
        return self.collected


@asynccontextmanager
async def attempt(
    group: WorkerGroup, request: SparqlRequest, collected: CollectedResult, patience_seconds: float
) -> AsyncIterator[Attempt]:
    """Run a query in a free worker, and yield the attempt.

    The worker is killed if the context ends before the query.

    The result is added to ``collected``, which must be empty. ``collected`` is closed if the query
    fails or is stopped. Raises BusyError if no worker is free within ``patience_seconds``. A worker
    is usually free, because there is one more worker than queries that may run at the same time.
    """
    try:
        async with asyncio.timeout(patience_seconds):
            worker = await group.take()
    except TimeoutError:
        raise BusyError("no worker is ready; try again later") from None
    task = asyncio.create_task(worker.answer(request, collected))
    try:
        yield Attempt(worker, collected, task)
    finally:
        is_done = task.done()
        task.cancel()
        (problem,) = await asyncio.gather(task, return_exceptions=True)
        if problem is not None:
            collected.close()
        if is_done and (problem is None or isinstance(problem, QueryError | ReleaseError)):
            group.give_back(worker)
        else:
            group.kill(worker)
