"""Values that are computed once for each release, and kept while it is served."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Kept(Generic[Value]):
    """The value of one release, or no value if it has not been computed."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.values: tuple[Value, ...] = ()


class PerRelease(Generic[Key, Value]):
    """A value for each release, computed when it is first needed.

    A release is a ``Release`` or a ``ServedRelease``. This object does not keep a release alive, so
    the store of a release is closed when that release is replaced.
    """

    def __init__(self, make: Callable[[Key], Value]) -> None:
        """Store the function that computes the value. The value must not refer to the release."""
        self._make = make
        self._lock = Lock()
        self._kept: WeakKeyDictionary[Key, _Kept[Value]] = WeakKeyDictionary()

    def value(self, release: Key) -> Value:
        """Return the value for a release. If another thread is computing it, wait for it.

        The values of other releases can be read and computed meanwhile.
        """
        with self._lock:
            kept = self._kept.setdefault(release, _Kept())
        with kept.lock:
            if not kept.values:
                kept.values = (self._make(release),)
            return kept.values[0]
