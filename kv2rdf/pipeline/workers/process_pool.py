"""A pool of worker processes, which can be killed at any moment, even while they write a result."""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers.watchdog import ItemBoard, begin_item, set_writer
from kv2rdf.release.postponed_signals import postpone_signals

_END = ()
"""The message to a worker that there are no more chunks. A chunk is sent as a tuple of one."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class ProcessPool(Generic[_In, _Out]):
    """Worker processes that call a function on chunks. Each has its own pipe to this process.

    A thread of this process waits for each worker. If the pool is left because of an exception, the
    workers are killed: a busy worker cannot be stopped in any other way, and if it continued, it
    would write into a folder that is being removed.
    """

    def __init__(
        self, context: BaseContext, workers: int, work: Callable[[_In], _Out], board: ItemBoard
    ) -> None:
        """Create a pool without starting any process.

        ``work`` is sent to each worker once, so each worker reads the files of the function once.
        """
        self._context = context
        self._most = workers
        self._arguments = (work, board)
        self._workers: list[tuple[BaseProcess, Connection]] = []
        self._idle: SimpleQueue[Connection] = SimpleQueue()
        self._threads = ThreadPoolExecutor(workers)

    def submit(self, chunk: _In) -> Future[_Out]:
        """Return a future for the result of a chunk. A process is started if there may be more.

        The future raises ReleaseError if the worker dies.
        """
        if len(self._workers) < self._most:
            self._start()
        return self._threads.submit(self._result, chunk)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        with postpone_signals():
            for process, connection in self._workers:
                if kind is None:
                    with suppress(BrokenPipeError):  # a worker that died when its work was done
                        connection.send(_END)
                else:
                    process.kill()
            self._threads.shutdown(cancel_futures=True)
            for process, connection in self._workers:
                process.join()
                connection.close()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, *self._arguments))  # type: ignore[attr-defined]
        with signals_kept_from_new_processes():
            process.start()
        theirs.close()  # Otherwise reading would not end when the worker dies.
        self._workers.append((process, ours))
        self._idle.put(ours)

    def _result(self, chunk: _In) -> _Out:
        connection = self._idle.get()
        try:
            connection.send((chunk,))
            result, error = connection.recv()
        except (EOFError, OSError) as problem:
            raise ReleaseError("a worker process died") from problem
        finally:
            self._idle.put(connection)
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return] # the worker calls the same function


@contextmanager
def signals_kept_from_new_processes() -> Iterator[None]:
    """Block SIGINT and SIGHUP in the processes that are started in this context.

    A terminal sends these signals to all processes. Because they are blocked in the new processes,
    only this process reports an interruption.
    """
    with postpone_signals():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[Any], Any], board: ItemBoard) -> None:
    """Answer each chunk with a pair: the result, or None, and the error that was raised, or None.

    The process ends when it receives ``_END``, or when its parent process ends for any reason.
    """
    # A forked process has the handlers of its parent.
    for handled in (signal.SIGINT, signal.SIGTERM):
        signal.signal(handled, signal.SIG_DFL)
    set_writer(board.take_slot())
    parent = parent_process()
    if parent is not None:
        exit_with_parent = partial(_exit_after, parent.join)
        threading.Thread(target=exit_with_parent, daemon=True).start()
    while True:
        message = connection.recv()
        if not message:
            return
        (chunk,) = message
        answer = _pickled_answer(work, chunk)
        begin_item("")
        connection.send_bytes(answer)


def _pickled_answer(work: Callable[[Any], Any], chunk: object) -> bytes:
    """Return the pickled answer to a chunk. An error has a note with the place where it arose."""
    try:
        return bytes(ForkingPickler.dumps((work(chunk), None)))
    except BaseException as error:  # noqa: BLE001 - the parent process decides what happens
        sent = _error_to_send(error)
        sent.add_note("".join(traceback.format_exception(error)))
        return bytes(ForkingPickler.dumps((None, sent)))


def _error_to_send(error: BaseException) -> BaseException:
    """Return an error, or a ReleaseError with its words if it cannot be pickled and read again.

    SystemExit is replaced too, because it would end the parent process as well.
    """
    if isinstance(error, SystemExit):
        return ReleaseError(f"a worker ended itself with status {error.code}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - it was written by this process
    except Exception:  # noqa: BLE001 - methods of the error that pickle calls may raise anything
        return ReleaseError(f"a worker failed: {type(error).__name__}: {error}")
    return error


def _exit_after(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
