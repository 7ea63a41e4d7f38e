"""The computation of data for pages in another process, which then ends.

The queries that compute this data read much of the store, and the store keeps what it has read in
memory. In the process that answers requests, this memory would be kept as long as the process runs.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeAlias, cast

from kv2rdf.errors import Kv2rdfError, ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.server.per_release import keep_values, named_values
from kv2rdf.server.signal_mask import accept_signals, blocked_signals

DataReader: TypeAlias = Callable[[Release], None]
"""A function that computes named values of a release (see ``PerRelease``). It must be picklable."""

_CONTEXT = get_context("spawn")
_LEAST_TIME = 19
_RUNNING: set[BaseProcess] = set()


def prepare_elsewhere(release: Release, read: DataReader, *, when_idle: bool = False) -> None:
    """Call ``read`` in another process, and keep the values that it computes there.

    With ``when_idle``, that process only runs while a processor core has nothing else to do, so
    that no request waits for it. If it is ended by SIGTERM, which stops the server, no values are
    kept. Raises the errors that ``read`` raises, and ReleaseError if the process ends in another
    way.
    """
    receiving, sending = _CONTEXT.Pipe(duplex=False)
    known = frozenset(named_values(release))
    process = _CONTEXT.Process(
        target=_send_values,
        args=(release.files.folder, read, known, when_idle, sending),
        daemon=True,
    )
    with blocked_signals():
        process.start()
    sending.close()
    _RUNNING.add(process)
    with receiving:
        error = _kept(receiving, release)
    process.join()
    if process not in _RUNNING:
        return
    _RUNNING.remove(process)
    if error is not None:
        raise error
    if process.exitcode not in (0, -signal.SIGTERM):
        reason = f"exit status {process.exitcode}"
        raise ReleaseError(f"the data of pages cannot be computed: {reason}")


def end_preparations() -> None:
    """End the processes that ``prepare_elsewhere`` waits for. What they compute is not kept."""
    while _RUNNING:
        _RUNNING.pop().kill()


def _wait_for_idle_cores() -> None:
    """Let all other processes run before this one, or most of them if the system is not Linux."""
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    else:
        os.nice(_LEAST_TIME)


def _kept(receiving: "Connection[Any, Any]", release: Release) -> Kv2rdfError | None:
    """Keep the values that another process sends, and return the error if it sends one."""
    with suppress(EOFError):
        while True:
            values, error = receiving.recv()
            if error is not None:
                return cast("Kv2rdfError", error)
            keep_values(release, values)
    return None


def _send_values(
    folder: Path,
    read: DataReader,
    known: frozenset[str],
    when_idle: bool,  # noqa: FBT001 - a process gets its arguments by position
    sending: "Connection[object, object]",
) -> None:
    """Compute values in this new process, and send them, or the error, to the first process.

    Each value is sent by itself, because the requests in the first process wait while a message is
    unpickled. For the same reason, those that are ``known`` there are not sent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    accept_signals()
    if when_idle:
        _wait_for_idle_cores()
    with suppress(BrokenPipeError), sending:  # the first process may have been killed
        try:
            with Release(folder) as release:
                read(release)
                for name, value in named_values(release).items():
                    if name not in known:
                        sending.send(({name: value}, None))
        except Kv2rdfError as error:
            sending.send(({}, error))
