"""Values that are made from a release once, and kept as long as the release is served."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Key = TypeVar("Key")
Value = TypeVar("Value")


class PerRelease(Generic[Key, Value]):
    """A value for each release: a ``Release`` or a ``ServedRelease``. It is made when needed.

    The release itself is not kept, so that its store is closed when another release replaces it.
    """

    def __init__(self, make: Callable[[Key], Value]) -> None:
        """Set the function that makes the value. The value must not refer to its argument."""
        self._make = make
        self._lock = Lock()
        self._values: WeakKeyDictionary[Key, Value] = WeakKeyDictionary()

    def value(self, release: Key) -> Value:
        """Return the value for a release. If it is being made, wait until it is there."""
        with self._lock:
            if release not in self._values:
                self._values[release] = self._make(release)
            return self._values[release]
