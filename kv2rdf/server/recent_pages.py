"""A cache of the pages that were requested most recently."""

from collections import OrderedDict
from threading import Lock
from typing import TypeAlias

PageKey: TypeAlias = tuple[str, ...]
"""The values that determine a page of one release, such as its language and its path."""


class RecentPages:
    """A cache of the pages of a release. The least recently used pages are dropped first.

    Several threads may use it at the same time.
    """

    def __init__(self, most_bytes: int) -> None:
        """Set the maximum total size of the pages in bytes."""
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()
        self._pages: OrderedDict[PageKey, bytes] = OrderedDict()

    def page(self, key: PageKey) -> bytes | None:
        """Return a page, or None if it is not in the cache."""
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def keep(self, key: PageKey, content: bytes) -> None:
        """Add a page, and drop the least recently used pages if the total size is too large."""
        with self._lock:
            self._bytes += len(content) - len(self._pages.pop(key, b""))
            self._pages[key] = content
            while self._bytes > self._most_bytes:
                _, dropped = self._pages.popitem(last=False)
                self._bytes -= len(dropped)
