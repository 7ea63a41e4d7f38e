"""Limits on the space for query results that are being collected or sent.

Without these limits, a client that does not read its results could fill the disk.
"""

from collections import Counter
from threading import Lock

from kv2rdf.server.sparql.worker_problems import BusyError


class ResultSpace:
    """The space for all results, in bytes. One client may use only a part of it."""

    def __init__(self, most_bytes: int, most_bytes_of_client: int) -> None:
        """Create a space of ``most_bytes``. One client may use ``most_bytes_of_client`` of it."""
        self._most_bytes = most_bytes
        self._most_bytes_of_client = most_bytes_of_client
        self._lock = Lock()
        self._used: Counter[str] = Counter()
        self._total = 0

    def take(self, client: str, size: int) -> None:
        """Reserve ``size`` bytes for a client. Raises BusyError if fewer are free for it."""
        with self._lock:
            if self._used[client] + size > self._most_bytes_of_client:
                raise BusyError("your other results have not been read yet; read them first")
            if self._total + size > self._most_bytes:
                raise BusyError("there is no space for more results; try again later")
            self._used[client] += size
            self._total += size

    def give_back(self, client: str, size: int) -> None:
        """Free bytes that were reserved for a client."""
        with self._lock:
            self._total -= size
            self._used[client] -= size
            if not self._used[client]:
                del self._used[client]


class ResultShare:
    """The part of a space that one result of a client uses."""

    def __init__(self, space: ResultSpace, client: str) -> None:
        """Create an empty part."""
        self._space = space
        self._client = client
        self._size = 0

    def take(self, size: int) -> None:
        """Reserve ``size`` more bytes. Raises BusyError if fewer are free for the client."""
        self._space.take(self._client, size)
        self._size += size

    def give_back(self) -> None:
        """Free all bytes."""
        size, self._size = self._size, 0
        self._space.give_back(self._client, size)
