"""Lanes, each of which has a number of places for running queries.

Queries without a place wait for one. If a lane has several places, a client may use at most half of
them, so that it cannot block other clients.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kv2rdf.server.sparql.worker_problems import BusyError


class Lane:
    """Places for running queries. Each client may use at most half of them, but at least one.

    A free place is given to the query that has waited longest, not counting the time in which its
    client could not use another place.
    """

    def __init__(self, places: int, most_waiting: int) -> None:
        """Create a lane in which at most ``most_waiting`` queries may wait for a place."""
        self._places = asyncio.Semaphore(places)
        self._places_of_client = max(1, places // 2)
        self._clients: dict[str, asyncio.Semaphore] = {}
        self._present: Counter[str] = Counter()
        self._most_waiting = most_waiting
        self._waiting = 0

    @asynccontextmanager
    async def place(self, client: str, seconds: float) -> AsyncIterator[None]:
        """Wait for a place in the lane, and hold it for a client while the context is open.

        Raises BusyError if no place becomes free within ``seconds``, or if too many queries are
        waiting.
        """
        if self.is_full(client) and self._waiting >= self._most_waiting:
            raise BusyError("too many queries are waiting; try again later")
        own = self._clients.setdefault(client, asyncio.Semaphore(self._places_of_client))
        self._present[client] += 1
        try:
            await self._wait_for(own, seconds)
            try:
                yield
            finally:
                self._places.release()
                own.release()
        finally:
            self._present[client] -= 1
            if not self._present[client]:
                del self._clients[client], self._present[client]

    def is_full(self, client: str) -> bool:
        """Whether a query from a client would have to wait for a place."""
        own = self._clients.get(client)
        return self._places.locked() or (own is not None and own.locked())

    async def _wait_for(self, own: asyncio.Semaphore, seconds: float) -> None:
        self._waiting += 1
        try:
            async with asyncio.timeout(seconds):
                await own.acquire()
                try:
                    await self._places.acquire()
                except asyncio.CancelledError:
                    own.release()
                    raise
        except TimeoutError:
            raise BusyError("all workers are busy with other queries; try again later") from None
        finally:
            self._waiting -= 1
