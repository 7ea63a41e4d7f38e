"""The distribution of chunks of work over processes or a Dask cluster."""

import multiprocessing
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from itertools import islice
from multiprocessing.context import BaseContext
from typing import TypeVar

from kv2rdf.pipeline.workers import dask
from kv2rdf.pipeline.workers.process_pool import ProcessPool, signals_kept_from_new_processes
from kv2rdf.pipeline.workers.watchdog import BoardWatch, ItemBoard, Watchdog
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
    with signals_kept_from_new_processes():
        board = ItemBoard(context, workers)  # This starts a process that tracks shared memory.
    watch = BoardWatch(board, watchdog) if watchdog else None
    with ProcessPool(context, workers, work, board) as pool:
        in_progress = deque(map(pool.submit, islice(waiting, chunks_per_worker * workers)))
        while in_progress:
            yield _result(in_progress.popleft(), watch)
            in_progress.extend(map(pool.submit, islice(waiting, 1)))


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
