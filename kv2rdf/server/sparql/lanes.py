"""Lanes. A lane has a number of places for queries that run, and queries that wait for one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kv2rdf.server.sparql.worker_problems import BusyError


class Lane:
    """A number of places. Who waits longest gets the next one."""

    def __init__(self, places: int, most_waiting: int) -> None:
        """Make a lane in which at most ``most_waiting`` queries may wait for a place."""
        self._places = asyncio.Semaphore(places)
        self._most_waiting = most_waiting
        self._waiting = 0

    @asynccontextmanager
    async def place(self, seconds: float) -> AsyncIterator[None]:
        """Have a place in the lane.

        Raises BusyError if there is none within some seconds, or if too many wait already.
        """
        if self._places.locked() and self._waiting >= self._most_waiting:
            raise BusyError("too many queries are waiting; try again later")
        self._waiting += 1
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError:
            raise BusyError("all workers are busy with other queries; try again later") from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._places.release()

    @property
    def is_full(self) -> bool:
        """Whether a query would have to wait for a place."""
        return self._places.locked()
