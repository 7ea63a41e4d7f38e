"""The result of a query, collected before any of it is sent."""

import tempfile
from collections.abc import Iterator
from typing import IO, Self
from weakref import finalize

from kv2rdf.server.sparql.result_space import ResultShare
from kv2rdf.server.sparql.worker_problems import SizeLimitError

_IN_MEMORY = 1_000_000
_PIECE = 65_536


class CollectedResult:
    """A result of at most ``most_bytes``, which is kept on disk if it exceeds a megabyte.

    ``warnings`` contains sentences about the query. The file on disk has no name, so it is deleted
    when the result is closed.
    """

    def __init__(self, most_bytes: int, share: ResultShare) -> None:
        """Create an empty result. ``share`` reserves the space for the bytes that are added."""
        self._most_bytes = most_bytes
        self._share = share
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - see close
        # This also runs if a result is dropped because its client has left.
        self._free = finalize(self, _free, self._file, share)
        self.size = 0
        self.warnings: tuple[str, ...] = ()

    def add(self, data: bytes) -> None:
        """Append bytes.

        Raises SizeLimitError if the result would become too large, and BusyError if there is no
        space for it.
        """
        self.size += len(data)
        if self.size > self._most_bytes:
            raise SizeLimitError(
                f"the result is larger than {self._most_bytes:,} bytes, so none of it is sent;"
                " ask for less with LIMIT, or download the whole release"
            )
        self._share.take(len(data))
        self._file.write(data)

    def pieces(self) -> Iterator[bytes]:
        """Yield the result in pieces, from its beginning."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece

    def close(self) -> None:
        """Free the memory or the disk space."""
        self._free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _free(file: IO[bytes], share: ResultShare) -> None:
    file.close()
    share.give_back()
