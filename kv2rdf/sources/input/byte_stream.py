"""Buffered streams that read from a function."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NextBytes = Callable[[int], bytes]
"""A function that takes a number and returns at most that many of the next bytes.

The function returns an empty bytes object only when there are no more bytes.
"""


class _Stream(io.RawIOBase):
    def __init__(self, next_bytes: NextBytes) -> None:
        self._next_bytes = next_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer).cast("B")
        content = self._next_bytes(len(room))
        room[: len(content)] = content
        return len(content)


def buffered_stream(next_bytes: NextBytes, buffer_bytes: int) -> io.BufferedReader:
    """Return a stream of the bytes from ``next_bytes``, with a buffer of ``buffer_bytes`` bytes."""
    return io.BufferedReader(_Stream(next_bytes), buffer_bytes)
