"""The distribution of work over the machines of a Dask cluster.

The workers must have the same version of kv2rdf, and the folder of the release at the same path.
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


def map_on_dask(
    work: Callable[[_In], _Out], chunks: Iterable[_In], scheduler: str
) -> Iterator[_Out]:
    """Call ``work`` on each chunk on the workers of a Dask cluster, and yield the results in order.

    At most two chunks per worker are in progress. The chunks of a lost worker are repeated by
    another worker. This is safe, because repeating a chunk writes the same files. Raises
    ReleaseError if Dask is not installed, if the scheduler cannot be reached, or if several workers
    died while processing the same chunk.
    """
    distributed = _distributed()
    packed = pickle.dumps(work)
    waiting = iter(chunks)
    try:
        with distributed.Client(scheduler, set_as_default=False, timeout="10s") as client:
            most = 2 * max(1, len(client.nthreads()))
            in_progress: deque[Any] = deque(
                client.submit(_do, packed, chunk, pure=False) for chunk in islice(waiting, most)
            )
            while in_progress:
                yield in_progress.popleft().result()
                in_progress.extend(
                    client.submit(_do, packed, chunk, pure=False) for chunk in islice(waiting, 1)
                )
    except (OSError, distributed.scheduler.KilledWorker, distributed.CancelledError) as error:
        raise ReleaseError(f"{scheduler}: {error}") from error


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ReleaseError("--scheduler needs Dask: pip install 'kv2rdf[cluster]'") from error


def _do(packed: bytes, chunk: object) -> object:
    return _load(packed)(chunk)


@lru_cache(maxsize=2)
def _load(packed: bytes) -> Callable[[object], object]:
    """Unpickle the function that was sent to this worker, and return it.

    The result is cached, so that the function reads its files only once.
    """
    work: Callable[[object], object] = pickle.loads(packed)  # noqa: S301 - sent by our build
    return work
