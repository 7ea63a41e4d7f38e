"""Values that are computed once for each release, and kept while it is served."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Generic, TypeVar
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

    def __init__(self, make: Callable[[Key], Value], name: str | None = None) -> None:
        """Store the function that computes the value. The value must not refer to the release.

        If there is a ``name``, the value can be computed in another process and passed to this one.
        It must then be picklable. Raises ValueError if another value has the same name.
        """
        self._make = make
        if name in _NAMED:
            raise ValueError(f"another value is named {name!r}")
        if name is not None:
            _NAMED[name] = self
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

    def keep(self, release: Key, value: Value) -> None:
        """Keep a value for a release, unless there is one."""
        with self._lock:
            kept = self._kept.setdefault(release, _Kept())
        with kept.lock:
            kept.values = kept.values or (value,)

    def kept_values(self, release: Key) -> tuple[Value, ...]:
        """Return a tuple with the value for a release, or () if it has not been computed."""
        with self._lock:
            kept = self._kept.get(release)
        return kept.values if kept else ()


_NAMED: dict[str, PerRelease[Any, Any]] = {}


def named_values(release: object) -> Mapping[str, object]:
    """Return the values for a release that have a name and have been computed, by name."""
    return {name: value for name, kept in _NAMED.items() for value in kept.kept_values(release)}


def keep_values(release: object, values: Mapping[str, object]) -> None:
    """Keep values for a release that ``named_values`` returned in another process.

    Those that have been computed in this process meanwhile are not replaced.
    """
    for name, value in values.items():
        _NAMED[name].keep(release, value)
