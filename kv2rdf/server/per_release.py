"""Values that are made from a release once, and kept as long as the release is served."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from kv2rdf.server.served_release import ServedRelease

Value = TypeVar("Value")


class PerRelease(Generic[Value]):
    """A value for each release that is served. It is made when it is first needed."""

    def __init__(self, make: Callable[[ServedRelease], Value]) -> None:
        """Set the function that makes the value. The value must not refer to its argument."""
        self._make = make
        self._lock = Lock()
        self._values: WeakKeyDictionary[ServedRelease, Value] = WeakKeyDictionary()

    def value(self, release: ServedRelease) -> Value:
        """Return the value for a release. If it is being made, wait until it is there."""
        with self._lock:
            if release not in self._values:
                self._values[release] = self._make(release)
            return self._values[release]
