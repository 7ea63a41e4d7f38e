"""Work in chunks over processes: one seam, ``mapped``, which a cluster can stand behind."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers import dask

_HEAVY = 16 * 1024 * 1024
_In = TypeVar("_In")
_Out = TypeVar("_Out")
_Item = TypeVar("_Item")


def mapped(
    work: Callable[[_In], _Out],
    chunks: Iterable[_In],
    workers: int,
    scheduler: str | None = None,
) -> Iterator[_Out]:
    """Do ``work`` on each chunk, over ``workers`` processes; give the results in the chunks' order.

    One worker works in this process. At most two chunks a worker are under way, so memory stays
    flat. With a ``scheduler`` those of a cluster work, however many they are. Raises ReleaseError
    where a worker dies.
    """
    if scheduler is not None:
        yield from dask.mapped(work, chunks, scheduler)
        return
    if workers == 1:
        yield from map(work, chunks)
        return
    context = multiprocessing.get_context("spawn")
    waiting = iter(chunks)
    begin = partial(_begin, work)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=begin) as pool:
        under_way: deque[Future[_Out]] = deque()
        try:
            for chunk in islice(waiting, 2 * workers):
                under_way.append(pool.submit(_do, chunk))
            while under_way:
                yield under_way.popleft().result()
                under_way.extend(pool.submit(_do, chunk) for chunk in islice(waiting, 1))
        except BrokenProcessPool as error:
            raise ReleaseError("a worker process died") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def chunked(
    items: Iterable[_Item], size: int, weight: Callable[[_Item], int] = lambda _: 0
) -> Iterator[list[_Item]]:
    """Cut items into lists of at most ``size``; a list ends where it weighs 16 MB or more."""
    chunk: list[_Item] = []
    heavy = 0
    for item in items:
        chunk.append(item)
        heavy += weight(item)
        if len(chunk) >= size or heavy >= _HEAVY:
            yield chunk
            chunk, heavy = [], 0
    if chunk:
        yield chunk


_at_work: list[Callable[[Any], Any]] = []
"""What this worker does: sent once, so that what it has read for itself stays with it."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Begin as a worker; end when the process that started this one is gone, however it ended."""
    _at_work.append(work)
    parent = multiprocessing.parent_process()
    if parent is not None:
        leave = partial(_leave_after, parent.join)
        threading.Thread(target=leave, daemon=True).start()


def _do(chunk: object) -> Any:
    return _at_work[0](chunk)


def _leave_after(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
