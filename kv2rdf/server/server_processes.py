"""The processes of a server that uses several processor cores.

The first process accepts the connections, and passes each of them to one of the other processes.
``uvicorn.supervisors.Multiprocess`` is not used, because it does not report when all processes are
ready or why a process could not start, and its processes continue if it is killed.
"""

import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.answering_process import AnsweringProcess, ServeFunction
from kv2rdf.server.connection_distributor import RETRY_SECONDS, ConnectionDistributor

_ENDING = (signal.SIGINT, signal.SIGTERM)
_PAUSE_SECONDS = 5
"""The number of seconds before the next attempt to start a process that could not start."""

_LOGGER = logging.getLogger(__name__)


class ServerProcessError(Kv2rdfError):
    """An error that is raised if a process of the server cannot start."""


def run_processes(
    number: int,
    serve: ServeFunction,
    listener: socket.socket,
    when_ready: Callable[[str], bool],
    pause: float = _PAUSE_SECONDS,
) -> int | None:
    """Run ``serve`` in ``number`` processes until a signal arrives: SIGINT or SIGTERM.

    Each new connection is passed to the process that has the fewest open connections. While no
    process is ready, connections wait. ``when_ready`` is called with the version of the release
    when all processes have started. It returns whether the server should continue. A process that
    ends is replaced. If its successor cannot start, another one is started ``pause`` seconds later.
    After a signal, the socket is closed, and all processes answer the requests that have begun.
    After a second signal, the processes are killed. Return the first signal, or None if
    ``when_ready`` returned false. Raises ServerProcessError if one of the first processes cannot
    start, or if no process is left and its successor cannot start. This function must be called in
    the main thread.
    """
    with _arriving_signals() as signals:
        group = _Group(serve, listener, pause)
        try:
            for _ in range(number):
                group.add_process()
            while not group.is_ready:
                if signals in group.next_events(signals):
                    return signals.recv(1)[0]
                if group.failures:
                    # A signal may have ended the process before it was ready.
                    if signals in wait([signals], 0):
                        return signals.recv(1)[0]
                    raise ServerProcessError(group.failures[0])
            if not when_ready(group.version):
                return None
            while signals not in group.next_events(signals):
                group.replace_failed()
            return signals.recv(1)[0]
        finally:
            group.end(signals)


class _Group:
    def __init__(self, serve: ServeFunction, listener: socket.socket, pause: float) -> None:
        self._serve = serve
        self._pause = pause
        self._distributor = ConnectionDistributor(listener)
        self._processes: list[AnsweringProcess] = []

    @property
    def is_ready(self) -> bool:
        return all(each.version is not None for each in self._processes)

    @property
    def version(self) -> str:
        return self._processes[0].version or ""

    @property
    def failures(self) -> Sequence[str]:
        """The reasons of the processes that could not start."""
        return [each.failure for each in self._processes if each.failure is not None]

    def add_process(self, pause: float = 0) -> None:
        self._processes.append(AnsweringProcess(self._serve, pause))

    def replace_failed(self) -> None:
        """Replace the processes that could not start.

        Raises ServerProcessError if none of the other processes is ready.
        """
        for failed in [each for each in self._processes if each.failure is not None]:
            if not any(each.version for each in self._processes):
                raise ServerProcessError(str(failed.failure))
            _LOGGER.error("%s; another is started in %g s", failed.failure, self._pause)
            self._replace(failed, self._pause)

    def next_events(self, signals: socket.socket) -> list[object]:
        """Wait for events, and return the objects that announce these events.

        An event is a signal, a message from a process, the end of a process, or a connection that
        is opened or closed. Connections are distributed, and processes that have ended are
        replaced. The returned list contains ``signals`` if a signal has arrived.
        """
        starting = {each.messages: each for each in self._processes if each.is_starting}
        running = {each.process.sentinel: each for each in self._processes if each.version}
        connections = (each.connections for each in running.values())
        senders = {each.fileno(): each for each in connections if each.is_usable}
        is_blocked = self._distributor.is_blocked
        listeners = [self._distributor.listener] if senders and not is_blocked else []
        events = list[object](
            wait(
                [signals, *starting, *running, *senders, *listeners],
                RETRY_SECONDS if is_blocked else None,
            )
        )
        for event in events:
            if isinstance(event, Connection):
                starting[event].read_message()
            elif isinstance(event, int) and event in senders:
                senders[event].read_closed()
            elif isinstance(event, int):
                ended = running[event].process
                ended.join()
                _LOGGER.warning(
                    "a process of the server ended with exit status %s, and is replaced",
                    ended.exitcode,
                )
                self._replace(running[event])
        if is_blocked or self._distributor.listener in events:
            self._distributor.distribute(senders.values())
        return events

    def end(self, signals: socket.socket) -> None:
        """Accept no more connections, end all processes, and wait until they have ended.

        They are killed if a signal arrives meanwhile.
        """
        self._distributor.close()
        for each in self._processes:
            each.process.terminate()
        while alive := [each.process for each in self._processes if each.process.is_alive()]:
            if signals in wait([signals, *(process.sentinel for process in alive)]):
                signals.recv(1)
                for process in alive:
                    process.kill()

    def _replace(self, ended: AnsweringProcess, pause: float = 0) -> None:
        ended.process.join()
        ended.connections.close()
        self._processes.remove(ended)
        self.add_process(pause)


@contextmanager
def _arriving_signals() -> Iterator[socket.socket]:
    """Yield a socket from which the numbers of signals can be read, one byte for each."""
    reading, writing = socket.socketpair()
    os.set_blocking(writing.fileno(), False)
    with reading, writing:
        before = {number: signal.signal(number, lambda *_: None) for number in _ENDING}
        woken = signal.set_wakeup_fd(writing.fileno())
        try:
            yield reading
        finally:
            signal.set_wakeup_fd(woken)
            for number, handler in before.items():
                signal.signal(number, handler)
