"""A process of a server that uses several processor cores."""

import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import TypeAlias

from kv2rdf.errors import Kv2rdfError
from kv2rdf.server.passed_connections import ConnectionReceiver, connection_channel
from kv2rdf.server.signal_mask import accept_signals, blocked_signals

ServeFunction: TypeAlias = Callable[[ConnectionReceiver, Callable[[str], bool]], None]
"""A function that answers the requests of connections until a signal ends its process.

When it can answer the first request, it calls its second argument with the version of the release.
This call returns whether the function should continue. The function must be picklable.
"""

_CONTEXT = get_context("spawn")


class AnsweringProcess:
    """A process that answers the requests of the connections that are passed to it.

    ``version`` is that of the release it serves, or None if the process is not ready. ``failure``
    is a sentence if it cannot start. The functions of ``multiprocessing.connection`` can wait for
    ``messages`` until the process is ready or has failed.
    """

    def __init__(self, serve: ServeFunction, pause: float) -> None:
        """Start the process, which calls ``serve`` after ``pause`` seconds."""
        self.version: str | None = None
        self.failure: str | None = None
        self.connections, receiving = connection_channel()
        self.messages, sending = _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(target=_run, args=(serve, pause, receiving, sending))
        with blocked_signals():
            self.process.start()
        receiving.close()
        sending.close()

    @property
    def is_starting(self) -> bool:
        """Whether the process may still become ready."""
        return self.version is None and self.failure is None

    def read_message(self) -> None:
        """Store the version of the release that the process serves, or why it cannot start."""
        try:
            self.version, reason = self.messages.recv()
        except EOFError:
            self.process.join()
            reason = f"exit status {self.process.exitcode}"
        self.messages.close()
        if self.version is None:
            self.failure = f"a process of the server cannot start: {reason}"


def _run(
    serve: ServeFunction,
    pause: float,
    connections: ConnectionReceiver,
    messages: "Connection[object, object]",
) -> None:
    """Call ``serve`` in this new process, after ``pause`` seconds.

    Send a message when ``serve`` is ready or has failed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    accept_signals()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    time.sleep(pause)

    def report_ready(version: str) -> bool:
        messages.send((version, ""))
        return True

    try:
        serve(connections, report_ready)
    except (Kv2rdfError, OSError) as error:
        messages.send((None, str(error)))


def _end_with_parent() -> None:
    """End this process when its parent has ended, even if the parent was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
