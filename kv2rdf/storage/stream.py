"""A raw stream that reads a remote file, for use with ``io.BufferedReader``."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Stream(io.RawIOBase):
    """A raw stream that reads a remote file. Its errors are translated to those of kv2rdf."""

    def __init__(
        self, file: IO[bytes], translate_errors: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """Wrap a file that fsspec opened.

        Reading and seeking take place within ``translate_errors()``.
        """
        self._file, self._translate_errors = file, translate_errors

    def readable(self) -> bool:
        """Return True: the stream can be read."""
        return True

    def seekable(self) -> bool:
        """Return True: the stream can be positioned at any offset."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read bytes into ``buffer``, at most as many as fit, and return how many were read."""
        room = memoryview(buffer).cast("B")
        with self._translate_errors():
            content = self._file.read(len(room))
        room[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to another offset, and return the new offset."""
        with self._translate_errors():
            return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the current offset."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        if not self.closed:
            self._file.close()
        super().close()
