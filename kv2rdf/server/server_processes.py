"""The processes of a server that uses several processor cores.

The first process accepts the connections, and passes each of them to one of the other processes.
``uvicorn.supervisors.Multiprocess`` is not used, because it does not report when all processes are
ready or why a process could not start, and its processes continue if it is killed.
"""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import TypeAlias

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.connection_distributor import RETRY_SECONDS, ConnectionDistributor
from kv2rdf.server.passed_connections import (
    ConnectionReceiver,
    connection_channel,
)
from kv2rdf.server.signal_mask import accept_signals, blocked_signals

ServeFunction: TypeAlias = Callable[[ConnectionReceiver, Callable[[str], bool]], None]
"""A function that answers the requests of connections until a signal ends its process.

When it can answer the first request, it calls its second argument with the version of the release.
This call returns whether the function should continue. The function must be picklable.
"""

_ENDING = (signal.SIGINT, signal.SIGTERM)
_LOGGER = logging.getLogger(__name__)
_CONTEXT = get_context("spawn")


class ServerProcessError(Kv2rdfError):
    """An error that is raised if a process of the server cannot start."""


def run_processes(
    number: int, serve: ServeFunction, listener: socket.socket, when_ready: Callable[[str], bool]
) -> int | None:
    """Run ``serve`` in ``number`` processes until a signal arrives: SIGINT or SIGTERM.

    Each new connection is passed to the process that has the fewest open connections. While no
    process is ready, connections wait. ``when_ready`` is called with the version of the release
    when all processes have started. It returns whether the server should continue. A process that
    ends is replaced. After a signal, the socket is closed, and all processes answer the requests
    that have begun. After a second signal, the processes are killed. Return the first signal, or
    None if ``when_ready`` returned false. Raises ServerProcessError if a process ends before it is
    ready. This function must be called in the main thread.
    """
    with _arriving_signals() as signals:
        group = _Group(serve, listener)
        try:
            for _ in range(number):
                group.add_process()
            while not group.is_ready:
                if signals in _first_events(group, signals):
                    return signals.recv(1)[0]
            if not when_ready(group.version):
                return None
            while signals not in group.next_events(signals):
                pass
            return signals.recv(1)[0]
        finally:
            group.end(signals)


class _ServerProcess:
    def __init__(self, serve: ServeFunction) -> None:
        self.version: str | None = None
        self.connections, receiving = connection_channel()
        self.messages, sending = _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(target=_run, args=(serve, receiving, sending))
        with blocked_signals():
            self.process.start()
        receiving.close()
        sending.close()

    def read_message(self) -> None:
        """Wait until the process is ready. Raises ServerProcessError if it cannot start."""
        try:
            version, failure = self.messages.recv()
        except EOFError:
            self.process.join()
            version, failure = None, f"exit status {self.process.exitcode}"
        self.messages.close()
        if version is None:
            raise ServerProcessError(f"a process of the server cannot start: {failure}")
        self.version = version


class _Group:
    def __init__(self, serve: ServeFunction, listener: socket.socket) -> None:
        self._serve = serve
        self._distributor = ConnectionDistributor(listener)
        self._processes: list[_ServerProcess] = []

    @property
    def is_ready(self) -> bool:
        return all(each.version is not None for each in self._processes)

    @property
    def version(self) -> str:
        return self._processes[0].version or ""

    def add_process(self) -> None:
        self._processes.append(_ServerProcess(self._serve))

    def next_events(self, signals: socket.socket) -> list[object]:
        """Wait for events, and return the objects that announce these events.

        An event is a signal, a message from a process, the end of a process, or a connection that
        is opened or closed. Connections are distributed, and processes that have ended are
        replaced. The returned list contains ``signals`` if a signal has arrived. Raises
        ServerProcessError if a process cannot start.
        """
        starting = {each.messages: each for each in self._processes if each.version is None}
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

    def _replace(self, ended: _ServerProcess) -> None:
        ended.process.join()
        ended.connections.close()
        _LOGGER.warning(
            "a process of the server ended with exit status %s, and is replaced",
            ended.process.exitcode,
        )
        self._processes.remove(ended)
        self.add_process()


def _first_events(group: _Group, signals: socket.socket) -> list[object]:
    """Return the next events. A signal may also have ended a process that was not ready."""
    try:
        return group.next_events(signals)
    except ServerProcessError:
        if signals in (events := wait([signals], 0)):
            return [*events]
        raise


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


def _run(
    serve: ServeFunction, connections: ConnectionReceiver, messages: "Connection[object, object]"
) -> None:
    """Call ``serve`` in this new process. Send a message when ``serve`` is ready or has failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    accept_signals()
    threading.Thread(target=_end_with_parent, daemon=True).start()

    def report_ready(version: str) -> bool:
        messages.send((version, ""))
        return True

    try:
        serve(connections, report_ready)
    except Kv2rdfError as error:
        messages.send((None, str(error)))


def _end_with_parent() -> None:
    """End this process when its parent has ended, even if the parent was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
