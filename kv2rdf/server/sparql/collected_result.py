"""The result of a query, collected before any of it is sent."""

import tempfile
from collections.abc import Iterator
from typing import Self

from kv2rdf.server.sparql.worker_problems import SizeLimitError

_IN_MEMORY = 1_000_000
_PIECE = 65_536


class CollectedResult:
    """A result of at most ``most_bytes``, which is kept on disk if it exceeds a megabyte.

    ``warnings`` contains sentences about the query. The file on disk has no name, so it is deleted
    when the result is closed.
    """

    def __init__(self, most_bytes: int) -> None:
        """Create an empty result."""
        self._most_bytes = most_bytes
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - see close
        self.size = 0
        self.warnings: tuple[str, ...] = ()

    def add(self, data: bytes) -> None:
        """Append bytes. Raises SizeLimitError if the result would become too large."""
        self.size += len(data)
        if self.size > self._most_bytes:
            raise SizeLimitError(
                f"the result is larger than {self._most_bytes:,} bytes, so none of it is sent;"
                " ask for less with LIMIT, or download the whole release"
            )
        self._file.write(data)

    def pieces(self) -> Iterator[bytes]:
        """Yield the result in pieces, from its beginning."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece

    def close(self) -> None:
        """Free the memory or the disk space."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
