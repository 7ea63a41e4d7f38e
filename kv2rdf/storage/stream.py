"""A file elsewhere as a raw stream, so that Python's own readers can read it."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Stream(io.RawIOBase):
    """A file elsewhere, as Python's own readers want it: a lost network is told as a fault."""

    def __init__(
        self, file: IO[bytes], telling: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """Take a file as fsspec opened it, and what tells of its errors."""
        self._file, self._telling = file, telling

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read from any place on."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read as much as there is room for, or up to the end."""
        room = memoryview(buffer).cast("B")
        with self._telling():
            content = self._file.read(len(room))
        room[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to another place in it."""
        with self._telling():
            return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Give the place it is read from."""
        return self._file.tell()

    def close(self) -> None:
        """Let go of it."""
        if not self.closed:
            self._file.close()
        super().close()
