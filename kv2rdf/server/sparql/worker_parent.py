"""The main program of the parent process, which forks workers for the server.

The process is small and has one thread, so that it can be forked safely. Its workers do not inherit
connections of clients or other files from the server. If the store must be in memory, the parent
loads it once, and the workers share that memory. The parent ends when the server ends, and the
workers end when the parent ends.

The parent is started as ``python -m kv2rdf.server.sparql.worker_parent SOCKET FOLDER MEGABYTES
PLACE``. SOCKET is the file descriptor of the socket, FOLDER is the folder of the release, MEGABYTES
is the maximum memory of a worker, and PLACE is where the store is: ``disk`` or ``memory``. An order
from the server is a letter and the number of a worker. The parent writes lines of JSON: first
``{"ready": true}`` or, if the release cannot be read, ``{"failure": "…"}``, and then ``{"ended":
number, "status": …, "messages": "…"}`` for each worker that has ended.
"""

import gc
import json
import os
import select
import signal
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.server.signal_mask import accept_signals
from kv2rdf.server.sparql.worker import prepare_queries
from kv2rdf.server.sparql.worker_process import work_and_exit

ORDER = struct.Struct("!cI")
FORK, KILL = b"f", b"k"
"""The orders to fork and to kill a worker.

The socket of the new worker is sent with the order to fork.
"""

_LONGEST_MESSAGE = 2_000


class _Parent:
    def __init__(
        self, server: socket.socket, release: Release, store: SparqlStore | None, megabytes: int
    ) -> None:
        self._server = server
        self._release = release
        self._store = store
        self._megabytes = megabytes
        self._children: dict[int, int] = {}
        self._messages: dict[int, int] = {}
        self._life, self._end_of_life = os.pipe()

    def follow_orders(self) -> None:
        """Follow the orders of the server until it closes the socket."""
        woken, waking = os.pipe()
        os.set_blocking(waking, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waking)
        while True:
            ready, _, _ = select.select([self._server.fileno(), woken], [], [])
            if woken in ready:
                os.read(woken, _LONGEST_MESSAGE)
                self._report_ended()
            if self._server.fileno() in ready and not self._follow_order():
                return

    def _follow_order(self) -> bool:
        data, descriptors, _, _ = socket.recv_fds(self._server, ORDER.size, 1)
        if len(data) < ORDER.size:
            return False
        order, number = ORDER.unpack(data)
        if order == FORK:
            self._fork(number, descriptors[0])
        elif number in self._children:
            os.kill(self._children[number], signal.SIGKILL)
        return True

    def _fork(self, number: int, channel: int) -> None:
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        child = os.fork()
        if child == 0:
            os.dup2(writing, sys.stderr.fileno())
            work_and_exit(
                self._release, self._store, self._megabytes, channel=channel, life=self._life
            )
        os.close(channel)
        os.close(writing)
        self._children[number] = child
        self._messages[number] = reading

    def _report_ended(self) -> None:
        for number, child in tuple(self._children.items()):
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended == 0:
                continue
            del self._children[number]
            reading, messages = self._messages.pop(number), b""
            with suppress(BlockingIOError):
                messages = os.read(reading, _LONGEST_MESSAGE)
            os.close(reading)
            _tell(self._server, ended=number, status=status, messages=messages.decode("latin-1"))


def run_parent(words: list[str]) -> None:
    """Run the parent until the server closes the socket or ends.

    ``words`` are the arguments that the docstring of this module lists.
    """
    descriptor, folder, megabytes, place = words
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # the server ends this process
    accept_signals()
    with socket.socket(fileno=int(descriptor)) as server, suppress(ConnectionError):
        try:
            release = Release(Path(folder))
            store = release.open_store(in_memory=True) if place == "memory" else None
        except ReleaseError as error:
            _tell(server, failure=str(error))
            return
        prepare_queries(release)
        gc.collect()
        gc.freeze()
        parent = _Parent(server, release, store, int(megabytes))
        _tell(server, ready=True)
        parent.follow_orders()


def _tell(server: socket.socket, **facts: object) -> None:
    server.sendall(json.dumps(facts).encode() + b"\n")


if __name__ == "__main__":
    run_parent(sys.argv[1:])
