"""The parent process of the workers, which starts and kills them for the server."""

import asyncio
import json
import socket
import subprocess
import sys
from contextlib import AsyncExitStack, suppress
from itertools import count
from pathlib import Path
from typing import Any, Self

from kv2rdf.errors import ReleaseError
from kv2rdf.server.signal_mask import blocked_signals
from kv2rdf.server.sparql.worker_connection import Worker
from kv2rdf.server.sparql.worker_parent import FORK, KILL, ORDER
from kv2rdf.server.sparql.worker_problems import WorkerEnd

_MODULE = "kv2rdf.server.sparql.worker_parent"


class ParentProcess:
    """A parent process with its workers. ``has_ended`` is true if the process has ended."""

    def __init__(
        self, process: subprocess.Popen[bytes], orders: socket.socket, megabytes: int
    ) -> None:
        """Wrap a process that has just been started (see ``start``).

        Orders are sent to it through the socket ``orders``, and ``megabytes`` is the maximum memory
        of a worker.
        """
        self.has_ended = False
        self._process = process
        self._orders = orders
        self._megabytes = megabytes
        self._numbers = count(1)
        self._workers: dict[int, Worker] = {}
        self._watch: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, folder: Path, megabytes: int, *, in_memory: bool) -> Self:
        """Start a parent process for the release in a folder, and return it when it is ready.

        If ``in_memory`` is true, the parent loads the store into memory. Each worker may use
        ``megabytes`` of memory, not counting the memory for the store. Raises ReleaseError if the
        release cannot be read or the parent ends, and OSError if the parent cannot be started.
        """
        ours, theirs = socket.socketpair()
        with theirs, blocked_signals():
            process = subprocess.Popen(
                [sys.executable, "-m", _MODULE,
                str(theirs.fileno()), str(folder), str(megabytes),
                "memory" if in_memory else "disk"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )  # fmt: skip
        parent = cls(process, ours.dup(), megabytes)
        # This also runs if the server is stopped in the meantime.
        async with AsyncExitStack() as cleanup:
            cleanup.push_async_callback(parent.close)
            lines, writer = await asyncio.open_connection(sock=ours)
            cleanup.callback(writer.close)
            said = await _next_line(lines)
            if "ready" not in said:
                failure = said.get("failure", "the process that reads the store has ended")
                raise ReleaseError(failure)
            cleanup.pop_all()
        parent._watch = asyncio.create_task(parent._note_ends(lines, writer))
        return parent

    async def new_worker(self) -> Worker:
        """Start a worker, and return it when it is ready. Raises ReleaseError if that fails."""
        ours, theirs = socket.socketpair()
        number = next(self._numbers)
        reader, writer = await asyncio.open_connection(sock=ours)
        worker = Worker(reader, writer, self._megabytes)
        self._workers[number] = worker
        with theirs:
            self._send(FORK, number, theirs.fileno())
        await worker.open()
        return worker

    def kill(self, worker: Worker) -> None:
        """Kill a worker, even if it is running a query.

        The method does not wait until the worker has ended. To do so, await ``worker.ended``.
        """
        for number, known in self._workers.items():
            if known is worker:
                self._send(KILL, number)

    async def close(self) -> None:
        """End the parent and all its workers."""
        self._orders.close()
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        self._process.kill()
        await asyncio.to_thread(self._process.wait)
        self._end_all()

    def _send(self, order: bytes, number: int, *descriptors: int) -> None:
        """Send an order about the worker ``number``, with the given file descriptors.

        If the parent has ended, nothing is sent and no error is raised, because ``_note_ends``
        records the end of the parent.
        """
        with suppress(OSError):
            socket.send_fds(self._orders, [ORDER.pack(order, number)], descriptors)

    async def _note_ends(self, lines: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while said := await _next_line(lines):
                worker = self._workers.pop(said["ended"])
                worker.note_end(WorkerEnd(said["status"], said["messages"].encode("latin-1")))
        finally:
            writer.close()
            self._end_all()

    def _end_all(self) -> None:
        self.has_ended = True
        while self._workers:
            _, worker = self._workers.popitem()
            worker.note_end(WorkerEnd(None, b""))


async def _next_line(lines: asyncio.StreamReader) -> dict[str, Any]:
    """Return the next JSON object from the parent, or an empty one if the parent has ended."""
    try:
        line = await lines.readline()
    except ConnectionError:
        return {}
    return dict(json.loads(line)) if line else {}
