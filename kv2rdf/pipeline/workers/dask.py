"""Work in chunks over many machines: what ``workers.mapped`` does, on a Dask cluster.

The workers need the same kv2rdf, and to see the folder of the release under the same path.
"""

import importlib
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from kv2rdf.errors import ReleaseError

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def mapped(work: Callable[[_In], _Out], chunks: Iterable[_In], scheduler: str) -> Iterator[_Out]:
    """Do ``work`` on each chunk, over the workers of a scheduler; give the results in order.

    At most two chunks a worker are under way. What a lost worker had is done again by another: a
    chunk done twice writes the same files. Raises ReleaseError where the scheduler cannot be
    reached, or a chunk has taken several workers with it.
    """
    distributed = _distributed()
    packed = pickle.dumps(work)
    waiting = iter(chunks)
    try:
        with distributed.Client(scheduler, set_as_default=False, timeout="10s") as client:
            at_once = 2 * max(1, len(client.nthreads()))
            under_way: deque[Any] = deque(
                client.submit(_do, packed, chunk, pure=False) for chunk in islice(waiting, at_once)
            )
            while under_way:
                yield under_way.popleft().result()
                under_way.extend(
                    client.submit(_do, packed, chunk, pure=False) for chunk in islice(waiting, 1)
                )
    except (OSError, distributed.scheduler.KilledWorker, distributed.CancelledError) as error:
        raise ReleaseError(f"{scheduler}: {error}") from error


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ReleaseError("--scheduler needs kv2rdf[cluster]: it is not installed") from error


def _do(packed: bytes, chunk: object) -> object:
    return _unpacked(packed)(chunk)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Callable[[object], object]:
    """Give the work as it was sent, once: what it has read for itself stays with it."""
    work: Callable[[object], object] = pickle.loads(packed)  # noqa: S301 - sent by our build
    return work
