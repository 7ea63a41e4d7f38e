"""Fair use: how much one client may ask, so that others are answered too.

A client has two buckets, as at the Wikidata Query Service: one of seconds in which its queries run,
and one of errors. Each query takes out what it used, and the buckets fill again with time. A client
whose bucket is empty must wait. It may also have only so many queries at the same time.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kv2rdf.errors import Kv2rdfError

_MOST_CLIENTS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FairUseLimits:
    """The sizes of the buckets, how much they fill in a second, and how many queries may run."""

    seconds: float = 120.0
    seconds_refill: float = 1.0
    errors: float = 60.0
    errors_refill: float = 0.5
    at_once: int = 5


class TooMuchUseError(Kv2rdfError):
    """A client has asked too much. ``wait`` is the number of seconds after which it may go on."""

    def __init__(self, message: str, wait: int) -> None:
        """Make an error with a message for the client."""
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

    def is_unused(self, limits: FairUseLimits) -> bool:
        full = self.seconds >= limits.seconds and self.errors >= limits.errors
        return full and self.running == 0


class FairUse:
    """The buckets of all clients. ``clock`` returns seconds, from any beginning."""

    def __init__(self, limits: FairUseLimits, clock: Callable[[], float]) -> None:
        """Begin with full buckets."""
        self._limits = limits
        self._clock = clock
        self._clients: dict[str, _Client] = {}

    @contextmanager
    def query_of(self, name: str) -> Iterator[None]:
        """Count what a query of a client uses, as long as this context lasts.

        Raises TooMuchUseError if the client must wait. An error that leaves the context counts.
        """
        client = self._filled(name)
        self._check(client)
        begun = self._clock()
        client.running += 1
        try:
            yield
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
        """Forget the clients whose buckets are full, or else the one that was seen first."""
        for name, client in tuple(self._clients.items()):
            client.fill(self._limits, now)
            if client.is_unused(self._limits):
                del self._clients[name]
        if len(self._clients) >= _MOST_CLIENTS:
            del self._clients[next(iter(self._clients))]

    def _check(self, client: _Client) -> None:
        limits = self._limits
        if client.running >= limits.at_once:
            raise TooMuchUseError(f"only {limits.at_once} queries may run at the same time", 1)
        if client.seconds <= 0:
            wait = math.floor(-client.seconds / limits.seconds_refill) + 1
            raise TooMuchUseError("your queries have taken too much time; wait a while", wait)
        if client.errors < 1:
            wait = math.ceil((1 - client.errors) / limits.errors_refill)
            raise TooMuchUseError("your queries have had too many errors; wait a while", wait)
