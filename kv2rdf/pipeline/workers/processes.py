"""The distribution of chunks of work over processes or a Dask cluster."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers import dask
from kv2rdf.pipeline.workers.watchdog import BoardWatch, ItemBoard, Watchdog, begin_item, set_writer
from kv2rdf.release.postponed_signals import postpone_signals

_HEAVIEST_CHUNK = 16 * 1024 * 1024
_In = TypeVar("_In")
_Out = TypeVar("_Out")
_Item = TypeVar("_Item")


def map_in_order(
    work: Callable[[_In], _Out],
    chunks: Iterable[_In],
    workers: int,
    scheduler: str | None = None,
    watchdog: Watchdog | None = None,
    chunks_per_worker: int = 2,
) -> Iterator[_Out]:
    """Call ``work`` on each chunk, in ``workers`` processes, and yield the results in order.

    With one worker and no ``watchdog``, the work is done in this process. At most
    ``chunks_per_worker`` chunks per worker are in progress, so memory use does not grow with the
    number of chunks. A higher ``chunks_per_worker`` keeps the workers busy if some chunks take much
    longer than others. If ``scheduler`` is the address of a Dask scheduler, its workers do the
    work. Raises ReleaseError if a worker dies, or if it works on an item for longer than the
    watchdog allows. All worker processes are stopped after an error, or when the iterator is
    closed.
    """
    if scheduler is not None:
        yield from dask.map_on_dask(work, chunks, scheduler)
        return
    context = _context(workers, watchdog)
    if context is None:
        yield from map(work, chunks)
        return
    waiting = iter(chunks)
    with _signals_kept_from_new_processes():
        board = ItemBoard(context, workers)  # This starts a process that tracks shared memory.
        initializer = partial(_begin, work, board)
        executor = ProcessPoolExecutor(workers, mp_context=context, initializer=initializer)
    watch = BoardWatch(board, watchdog) if watchdog else None
    with ExitStack() as at_the_end, executor as pool, no_workers_after_an_error():
        in_progress: deque[Future[_Out]] = deque()
        try:
            for chunk in islice(waiting, chunks_per_worker * workers):
                in_progress.append(_submitted(pool, chunk))
            while in_progress:
                yield _result(in_progress.popleft(), watch)
                in_progress.extend(_submitted(pool, chunk) for chunk in islice(waiting, 1))
        except BaseException as error:
            results: Any = pool._result_queue  # noqa: SLF001 - a worker may die while it writes
            manager: Any = pool._executor_manager_thread  # noqa: SLF001 - shutdown forgets it
            if manager is not None:  # Otherwise Python may exit while this thread closes its pipe.
                at_the_end.callback(manager.join)
            pool.shutdown(wait=False, cancel_futures=True)
            results._writer.close()  # noqa: SLF001 - so the pool does not wait for the rest
            if isinstance(error, BrokenProcessPool):
                raise ReleaseError("a worker process died") from error
            raise


def _context(workers: int, watchdog: Watchdog | None) -> BaseContext | None:
    """Return the context in which workers are started, or None if this process does the work.

    A single worker with a watchdog runs in a fork of this process, because a fork starts quickly.
    If this process has several threads, or if the system is not Linux, forking is not safe. This
    process then does the work itself, without a watchdog.
    """
    if workers > 1:
        return multiprocessing.get_context("spawn")
    can_copy = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork") if watchdog and can_copy else None


def _result(future: Future[_Out], watch: BoardWatch | None) -> _Out:
    """Wait for a result and return it. If there is a watch, check the workers while waiting."""
    if watch is not None:
        while not wait([future], timeout=watch.watchdog.pause).done:
            watch.check()
    return future.result()


@contextmanager
def no_workers_after_an_error() -> Iterator[None]:
    """Kill the processes that were started in this context if an exception is raised in it.

    If a worker continued, it would write into a folder that is being removed. Workers are killed,
    because a busy worker cannot be stopped in any other way.
    """
    before = multiprocessing.active_children()
    try:
        yield
    except BaseException:
        with postpone_signals():
            for process in multiprocessing.active_children():
                if process not in before:
                    process.kill()
                    process.join()
        raise


def split_into_chunks(
    items: Iterable[_Item], size: int, weight: Callable[[_Item], int] = lambda _: 0
) -> Iterator[list[_Item]]:
    """Yield the items in lists of at most ``size`` items.

    ``weight`` returns the size of an item in bytes. A list also ends when its items have a total
    size of at least 16 MB.
    """
    chunk: list[_Item] = []
    chunk_weight = 0
    for item in items:
        chunk.append(item)
        chunk_weight += weight(item)
        if len(chunk) >= size or chunk_weight >= _HEAVIEST_CHUNK:
            yield chunk
            chunk, chunk_weight = [], 0
    if chunk:
        yield chunk


def _submitted(pool: ProcessPoolExecutor, chunk: object) -> Future[Any]:
    """Submit a chunk and return the future for its result. The pool may start a process for it."""
    with _signals_kept_from_new_processes():
        return pool.submit(_do, chunk)


@contextmanager
def _signals_kept_from_new_processes() -> Iterator[None]:
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


_worker_function: list[Callable[[Any], Any]] = []
"""The function of this worker process, or nothing in other processes.

The function is sent to each worker only once, so each worker reads the files of the function only
once.
"""


def _begin(work: Callable[[Any], Any], board: ItemBoard) -> None:
    """Set up a worker process. It exits when its parent process ends for any reason."""
    # A forked process has the handlers of its parent.
    for handled in (signal.SIGINT, signal.SIGTERM):
        signal.signal(handled, signal.SIG_DFL)
    _worker_function[:] = [work]
    set_writer(board.take_slot())
    parent = multiprocessing.parent_process()
    if parent is not None:
        exit_with_parent = partial(_exit_after, parent.join)
        threading.Thread(target=exit_with_parent, daemon=True).start()


def _do(chunk: object) -> Any:
    try:
        return _worker_function[0](chunk)
    finally:
        begin_item("")


def _exit_after(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
