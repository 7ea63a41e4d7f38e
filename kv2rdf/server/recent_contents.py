"""A cache of the contents that were requested most recently, such as pages."""

from collections import OrderedDict
from threading import Lock
from typing import TypeAlias

ContentKey: TypeAlias = tuple[str, ...]
"""The values that determine a content of one release, such as the language and path of a page."""


class RecentContents:
    """A cache of contents from a release. The least recently used contents are dropped first.

    Several threads may use it at the same time.
    """

    def __init__(self, most_bytes: int) -> None:
        """Set the maximum total size of the contents in bytes."""
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()
        self._contents: OrderedDict[ContentKey, bytes] = OrderedDict()

    def content(self, key: ContentKey) -> bytes | None:
        """Return a content, or None if it is not in the cache."""
        with self._lock:
            found = self._contents.get(key)
            if found is not None:
                self._contents.move_to_end(key)
            return found

    def keep(self, key: ContentKey, content: bytes) -> None:
        """Add a content, and drop the least recently used ones if the total size is too large."""
        with self._lock:
            self._bytes += len(content) - len(self._contents.pop(key, b""))
            self._contents[key] = content
            while self._bytes > self._most_bytes:
                _, dropped = self._contents.popitem(last=False)
                self._bytes -= len(dropped)
