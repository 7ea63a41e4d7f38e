"""The pool of workers. Each running query has its own worker, and a place in one of two lanes.

A query begins in the short lane. If it takes longer than this lane allows, it moves to the long
lane. If a place is free there, the query continues. If no place is free, the query is stopped,
waits for a place, and begins again. As a result, no query occupies a place in the short lane for
long.
"""

import asyncio
import logging
import math
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from kv2rdf.errors import ReleaseError
from kv2rdf.server.sparql.attempts import Attempt, attempt
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.frames import SparqlRequest
from kv2rdf.server.sparql.lanes import Lane
from kv2rdf.server.sparql.result_space import ResultShare, ResultSpace
from kv2rdf.server.sparql.worker_group import WorkerGroup
from kv2rdf.server.sparql.worker_problems import BusyError, TimeLimitError

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolLimits:
    """The limits on queries and their results.

    A query ends with a result or an error after at most ``long_seconds``. It leaves the lane for
    short queries after ``short_seconds``. A query waits for a place in a lane for at most
    ``patience_seconds``, and at most ``most_waiting`` queries may wait for a lane. ``short_places``
    and ``long_places`` are the numbers of places in the two lanes. A client may use at most half of
    the places in a lane, but always at least one. ``megabytes`` is the maximum memory of a worker,
    and ``result_bytes`` is the maximum size of a result. All results that have not been sent yet
    may together use ``stored_bytes``, and those of one client may use ``stored_bytes_of_client``.
    """

    short_seconds: float = 1.0
    long_seconds: float = 30.0
    patience_seconds: float = 10.0
    short_places: int = 4
    long_places: int = 2
    most_waiting: int = 50
    megabytes: int = 1_024
    result_bytes: int = 200_000_000
    stored_bytes: int = 2_000_000_000
    stored_bytes_of_client: int = 500_000_000

    @property
    def workers(self) -> int:
        """The number of workers of a release: one for each place, and one spare worker."""
        return self.short_places + self.long_places + 1

    def share(self, processes: int) -> Self:
        """Return the limits for each of ``processes`` server processes that share the places.

        Each process has at least one place in each lane.
        """
        return replace(
            self,
            short_places=math.ceil(self.short_places / processes),
            long_places=math.ceil(self.long_places / processes),
        )


class WorkerPool:
    """The workers of the releases that are served. Closing the pool ends all workers."""

    def __init__(self, limits: PoolLimits, *, in_memory: bool = False) -> None:
        """Create a pool without workers.

        If ``in_memory`` is true, stores are loaded into memory.
        """
        self.limits = limits
        self._in_memory = in_memory
        self._short = Lane(limits.short_places, limits.most_waiting)
        self._long = Lane(limits.long_places, limits.most_waiting)
        self._space = ResultSpace(limits.stored_bytes, limits.stored_bytes_of_client)
        self._groups: dict[Path, asyncio.Task[WorkerGroup]] = {}
        self._retired: set[Path] = set()
        self._endings: set[asyncio.Task[None]] = set()

    async def open(self, folder: Path) -> None:
        """Start the workers of a release.

        Raises ReleaseError if it cannot be read, and OSError if no process can be started.
        """
        self._retired.discard(folder)
        await self._group(folder)

    async def retire(self, folder: Path) -> None:
        """End the workers of a release when all queries that have begun have ended.

        If a later request still needs this release, workers are started for that request only.
        """
        self._retired.add(folder)
        if folder in self._groups:
            await (await self._groups.pop(folder)).close_when_unused()

    async def close(self) -> None:
        """End all workers."""
        groups, self._groups = self._groups, {}
        for starting in groups.values():
            if not starting.done():
                starting.cancel()
        for group in await asyncio.gather(*groups.values(), return_exceptions=True):
            if isinstance(group, WorkerGroup):
                await group.close()
        await asyncio.gather(*self._endings, return_exceptions=True)

    async def result(self, folder: Path, request: SparqlRequest, client: str) -> CollectedResult:
        """Run a client's query on a release, and return its whole result.

        Raises QueryError if the query cannot be run, ReleaseError if the release cannot be read,
        and one of the errors of ``worker_problems`` if there is no answer.
        """
        try:
            group = await self._group(folder)
        except OSError as error:
            _LOGGER.warning("no process for queries can be started: %s", error)
            raise BusyError("no process for queries can be started; try again later") from error
        end = asyncio.get_running_loop().time() + self.limits.long_seconds
        try:
            with group.in_use():
                return await self._result(group, request, client, end)
        finally:
            if folder in self._retired:
                ending = asyncio.create_task(self.retire(folder))
                self._endings.add(ending)
                ending.add_done_callback(self._endings.discard)

    async def _result(
        self, group: WorkerGroup, request: SparqlRequest, client: str, end: float
    ) -> CollectedResult:
        limits = self.limits
        async with AsyncExitStack() as place:
            await place.enter_async_context(self._short.place(client, self._patience(end)))
            empty = self._empty_result(client)
            async with attempt(group, request, empty, self._patience(end)) as first:
                if await first.is_done_after(limits.short_seconds):
                    return first.result()
                await place.aclose()
                if not self._long.is_full(client):
                    await place.enter_async_context(self._long.place(client, 0))
                    return await self._slow_result(first, end)
            await place.enter_async_context(self._long.place(client, self._patience(end)))
            empty = self._empty_result(client)
            async with attempt(group, request, empty, self._patience(end)) as second:
                return await self._slow_result(second, end)

    def _empty_result(self, client: str) -> CollectedResult:
        return CollectedResult(self.limits.result_bytes, ResultShare(self._space, client))

    def _patience(self, end: float) -> float:
        """Return how many seconds a query may wait: at most half of the time until ``end``."""
        rest = end - asyncio.get_running_loop().time()
        return min(self.limits.patience_seconds, max(0.0, rest / 2))

    async def _slow_result(self, running: Attempt, end: float) -> CollectedResult:
        running.worker.give_way()
        if await running.is_done_after(end - asyncio.get_running_loop().time()):
            return running.result()
        raise TimeLimitError(
            f"the query has no complete answer after {self.limits.long_seconds:g} s;"
            f" {running.collected.size:,} bytes of it were found, and none of them is sent;"
            " ask for less at once, or download the whole release"
        )

    async def _group(self, folder: Path) -> WorkerGroup:
        """Return the workers of a release. They are started if there are none."""
        if (starting := self._groups.get(folder)) is None:
            starting = asyncio.create_task(
                WorkerGroup.start(
                    folder,
                    self.limits.workers,
                    self.limits.megabytes,
                    in_memory=self._in_memory,
                )
            )
            self._groups[folder] = starting
        try:
            return await asyncio.shield(starting)
        except (ReleaseError, OSError):
            if self._groups.get(folder) is starting:
                del self._groups[folder]
            raise
