"""Fair use: limits for each client, so that the queries of other clients are also answered.

A client has two token buckets, as in the Wikidata Query Service: one for the seconds in which its
queries run, and one for errors. Queries remove tokens from the buckets, which are refilled over
time. A client with an empty bucket must wait. The number of queries that a client may run at the
same time is also limited.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from kv2rdf.errors import Kv2rdfError

_MOST_CLIENTS = 10_000
_FORGOTTEN_AT_ONCE = 1_000
"""The number of clients that are forgotten together if there are too many.

Finding these clients takes milliseconds, so it is not done for every new client.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FairUseLimits:
    """The sizes of the buckets, their refill per second, and the number of simultaneous queries."""

    seconds: float = 120.0
    seconds_refill: float = 1.0
    errors: float = 60.0
    errors_refill: float = 0.5
    at_once: int = 5


NETWORK_LIMITS: Final = FairUseLimits(
    seconds=480.0, seconds_refill=2.0, errors=240.0, errors_refill=2.0, at_once=20
)
"""The limits for all clients of a network together. They are larger than those of one client."""


class TooMuchUseError(Kv2rdfError):
    """An error that is raised if a client has exceeded a limit."""

    def __init__(self, message: str, wait: int) -> None:
        """Create an error. ``wait`` is the number of seconds until the client may try again."""
        super().__init__(message)
        self.wait = wait


class _Client:
    __slots__ = ("errors", "running", "seconds", "time")

    def __init__(self, limits: FairUseLimits, time: float) -> None:
        self.seconds = limits.seconds
        self.errors = limits.errors
        self.running = 0
        self.time = time

    def fill(self, limits: FairUseLimits, now: float) -> None:
        passed, self.time = now - self.time, now
        self.seconds = min(limits.seconds, self.seconds + passed * limits.seconds_refill)
        self.errors = min(limits.errors, self.errors + passed * limits.errors_refill)

    def fullness(self, limits: FairUseLimits) -> float:
        """Return how full the emptier bucket is: 1 if it is full, and 0 or less if it is empty."""
        return min(self.seconds / limits.seconds, self.errors / limits.errors)


class FairUse:
    """The buckets of all clients. ``clock`` returns the number of seconds since some fixed time."""

    def __init__(self, limits: FairUseLimits, clock: Callable[[], float]) -> None:
        """Store the limits and the clock. The buckets of a new client are full."""
        self._limits = limits
        self._clock = clock
        self._clients: dict[str, _Client] = {}

    @contextmanager
    def query_of(self, name: str) -> Iterator[None]:
        """Count the time spent in this context as the time of a query from the client ``name``.

        A Kv2rdfError that is raised in the context is counted as an error of the client, unless it
        is a TooMuchUseError. Raises TooMuchUseError if the client must wait.
        """
        client = self._filled(name)
        self._check(client)
        begun = self._clock()
        client.running += 1
        try:
            yield
        except TooMuchUseError:  # raised by another limit
            raise
        except Kv2rdfError:
            client.errors -= 1
            raise
        finally:
            client.running -= 1
            client.fill(self._limits, self._clock())
            client.seconds -= self._clock() - begun

    def _filled(self, name: str) -> _Client:
        now = self._clock()
        if name not in self._clients and len(self._clients) >= _MOST_CLIENTS:
            self._forget_some(now)
        client = self._clients.setdefault(name, _Client(self._limits, now))
        client.fill(self._limits, now)
        return client

    def _forget_some(self, now: float) -> None:
        """Forget the clients with the fullest buckets, except those with a running query."""
        idle: list[tuple[float, str]] = []
        for name, client in self._clients.items():
            client.fill(self._limits, now)
            if not client.running:
                idle.append((-client.fullness(self._limits), name))
        for _, name in nsmallest(_FORGOTTEN_AT_ONCE, idle):
            del self._clients[name]

    def _check(self, client: _Client) -> None:
        limits = self._limits
        if client.running >= limits.at_once:
            raise TooMuchUseError(f"only {limits.at_once} queries may run at the same time", 1)
        if client.seconds <= 0:
            wait = math.floor(-client.seconds / limits.seconds_refill) + 1
            raise TooMuchUseError("your queries took too much time; wait a while", wait)
        if client.errors < 1:
            wait = math.ceil((1 - client.errors) / limits.errors_refill)
            raise TooMuchUseError("too many of your queries had errors; wait a while", wait)
