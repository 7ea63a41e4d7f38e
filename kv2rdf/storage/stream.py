"""A remote file as a raw stream, which Python's own buffered readers can wrap."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Stream(io.RawIOBase):
    """A remote file as a raw stream. Errors in reading it become errors of kv2rdf."""

    def __init__(
        self, file: IO[bytes], translate_errors: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """Wrap a file that fsspec opened. Every access runs inside ``translate_errors()``."""
        self._file, self._translate_errors = file, translate_errors

    def readable(self) -> bool:
        """Return True: the stream can be read."""
        return True

    def seekable(self) -> bool:
        """Return True: the stream can be read from any offset."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read up to the length of ``buffer``, and return the number of bytes read."""
        room = memoryview(buffer).cast("B")
        with self._translate_errors():
            content = self._file.read(len(room))
        room[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to another offset, and return it."""
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
