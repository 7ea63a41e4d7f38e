"""The connection of the server to a worker."""

import asyncio
import json
import os
from contextlib import suppress

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.server.sparql import frames
from kv2rdf.server.sparql.collected_result import CollectedResult
from kv2rdf.server.sparql.frames import ReadyWorker, SparqlRequest, frame, next_frame
from kv2rdf.server.sparql.worker_problems import WorkerEnd, problem_of_end

_LOWER_PRIORITY = 10


class Worker:
    """A worker process. It answers one request at a time.

    ``ended`` is a future whose result describes how the process ended. ``protections`` are the
    protections of the process, as ``confine_process`` returns them. The tuple is empty until
    ``open`` has returned. ``megabytes`` is the maximum memory of the process.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, megabytes: int
    ) -> None:
        """Wrap the connection to a worker that is about to be forked."""
        self.ended: asyncio.Future[WorkerEnd] = asyncio.get_running_loop().create_future()
        self.protections: tuple[str, ...] = ()
        self.is_slow = False
        self._reader = reader
        self._writer = writer
        self._megabytes = megabytes
        self._process = 0

    async def open(self) -> None:
        """Wait until the worker has opened the store. Raises ReleaseError if that fails."""
        try:
            kind, content = await next_frame(self._reader)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise ReleaseError("the process that reads the store has ended") from error
        if kind != frames.READY:
            raise ReleaseError(content.decode())
        ready = ReadyWorker.unpacked(content)
        self._process, self.protections = ready.process, ready.protections

    async def answer(self, request: SparqlRequest, result: CollectedResult) -> None:
        """Send a query to the worker, and store its result and the warnings in ``result``.

        Raises QueryError if the query cannot be run, ReleaseError if the store is damaged, one of
        the errors of ``worker_problems`` if the worker ends, and the same errors as
        ``CollectedResult.add``.
        """
        try:
            self._writer.write(frame(frames.REQUEST, request.packed()))
            while True:
                kind, content = await next_frame(self._reader)
                if kind == frames.DATA:
                    result.add(content)
                elif kind == frames.END:
                    result.warnings = tuple(json.loads(content))
                    return
                elif kind == frames.PROBLEM:
                    raise QueryError(content.decode())
                else:
                    raise ReleaseError(content.decode())
        except (asyncio.IncompleteReadError, ConnectionError):
            raise problem_of_end(await self.ended, self._megabytes) from None

    def give_way(self) -> None:
        """Lower the priority of the worker process."""
        self.is_slow = True
        if not self.ended.done():
            with suppress(ProcessLookupError):
                os.setpriority(os.PRIO_PROCESS, self._process, _LOWER_PRIORITY)

    def note_end(self, end: WorkerEnd) -> None:
        """Record that the process has ended. ``end`` describes how it ended."""
        self._writer.close()
        if not self.ended.done():
            self.ended.set_result(end)
