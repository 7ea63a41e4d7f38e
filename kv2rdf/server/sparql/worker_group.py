"""The workers of one release. A worker that ends is replaced immediately."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Self

from kv2rdf.errors import ReleaseError
from kv2rdf.server.background_task import background_task
from kv2rdf.server.sparql.confinement import PROTECTIONS
from kv2rdf.server.sparql.parent_process import ParentProcess
from kv2rdf.server.sparql.worker_connection import Worker

_LOGGER = logging.getLogger(__name__)
_PAUSE_SECONDS = 1.0
"""The time to wait before the next attempt if a worker cannot be started."""


class WorkerGroup:
    """A group of workers, some of which are free."""

    def __init__(self, folder: Path, megabytes: int, *, in_memory: bool) -> None:
        """Create a group that has not been started (see ``start``)."""
        self._folder = folder
        self._megabytes = megabytes
        self._in_memory = in_memory
        self._free: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._keepers: list[asyncio.Task[None]] = []
        self._parent: ParentProcess | None = None
        self._starting = asyncio.Lock()
        self._uses = 0
        self._unused = asyncio.Event()

    @classmethod
    async def start(cls, folder: Path, size: int, megabytes: int, *, in_memory: bool) -> Self:
        """Start a group of ``size`` workers for the release in a folder.

        The method returns when the first worker is ready. Raises ReleaseError if the release cannot
        be read. The other arguments are those of ``ParentProcess.start``.
        """
        group = cls(folder, megabytes, in_memory=in_memory)
        # This also runs if the server is stopped in the meantime.
        async with AsyncExitStack() as cleanup:
            cleanup.push_async_callback(group.close)
            parent = await group._living_parent()
            first = await parent.new_worker()
            cleanup.pop_all()
        _log_protections(first.protections)
        group._keepers = [
            background_task(group._keep_worker(worker)) for worker in (first, *[None] * (size - 1))
        ]
        return group

    async def take(self) -> Worker:
        """Wait for a free worker, and return it. It must be given back or killed.

        The free worker that answered most recently is returned. Its memory still contains blocks of
        the store, so it answers up to twice as fast as another worker.
        """
        while (worker := await self._free.get()).ended.done():
            pass
        return worker

    def give_back(self, worker: Worker) -> None:
        """Mark a worker as free, or replace it if its query was slow."""
        if worker.is_slow:
            self.kill(worker)
        else:
            self._free.put_nowait(worker)

    def kill(self, worker: Worker) -> None:
        """Kill a worker, even if it is running a query."""
        if self._parent is not None:
            self._parent.kill(worker)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Mark the group as used while the context is open."""
        self._uses += 1
        try:
            yield
        finally:
            self._uses -= 1
            if self._uses == 0:
                self._unused.set()

    async def close_when_unused(self) -> None:
        """End all workers and their parent as soon as the group is no longer used."""
        while self._uses:
            self._unused.clear()
            await self._unused.wait()
        await self.close()

    async def close(self) -> None:
        """End all workers and their parent."""
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        if self._parent is not None:
            await self._parent.close()

    async def _keep_worker(self, worker: Worker | None) -> None:
        """Keep one worker running, by replacing it whenever it ends.

        If ``worker`` is None, a new worker is started first.
        """
        while True:
            if worker is not None:
                self._free.put_nowait(worker)
                await asyncio.shield(worker.ended)
            try:
                worker = await (await self._living_parent()).new_worker()
            except (ReleaseError, OSError):
                worker = None
                await asyncio.sleep(_PAUSE_SECONDS)

    async def _living_parent(self) -> ParentProcess:
        async with self._starting:
            if self._parent is not None and self._parent.has_ended:
                await self._parent.close()
                self._parent = None
            if self._parent is None:
                self._parent = await ParentProcess.start(
                    self._folder, self._megabytes, in_memory=self._in_memory
                )
            return self._parent


def _log_protections(protections: tuple[str, ...]) -> None:
    """Log the protections of the workers, and warn of those that this system does not provide."""
    for name, risk in PROTECTIONS.items():
        if name in protections:
            _LOGGER.info("%s keeps queries from %s", name, risk)
        else:
            _LOGGER.warning("%s is not available to keep queries from %s", name, risk)
