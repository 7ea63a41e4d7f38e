"""A pool for the seed release, for tests that send it one query after another."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a kv:Question }"


@dataclass(frozen=True, slots=True)
class RunningPool:
    """A pool, with the loop in which it runs and the release from which it answers."""

    pool: WorkerPool
    runner: asyncio.Runner
    folder: Path

    def text(self, query: str, media_type: str = "text/csv") -> str:
        return self.runner.run(self.eventual_text(query, media_type))

    async def eventual_text(
        self, query: str, media_type: str = "text/csv", client: str = ""
    ) -> str:
        request = SparqlRequest(query=query, media_type=media_type)
        with await self.pool.result(self.folder, request, client) as result:
            return b"".join(result.pieces()).decode()

    def warnings(self, query: str) -> tuple[str, ...]:
        request = SparqlRequest(query=query, media_type="text/csv")
        with self.runner.run(self.pool.result(self.folder, request, "")) as result:
            return result.warnings


@contextmanager
def running_pool(
    folder: Path, limits: PoolLimits, *, in_memory: bool = False
) -> Iterator[RunningPool]:
    with asyncio.Runner() as runner:
        pool = WorkerPool(limits, in_memory=in_memory)
        runner.run(pool.open(folder))
        try:
            yield RunningPool(pool, runner, folder)
        finally:
            runner.run(pool.close())


def worker_processes() -> list[psutil.Process]:
    """Return the workers of all pools of this process."""
    return [worker for parent in psutil.Process().children() for worker in parent.children()]
