"""The decompression of whole gzip, bzip2 and xz files.

All compressed streams in a file are read, one after the other, and every checksum is checked. Any
bytes after the last stream are an error, unless they are zeros. ``gzip`` in the standard library
does this, but ``bz2`` and ``lzma`` ignore invalid data after the first stream.
"""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable

from kv2rdf.sources.input.byte_stream import NextBytes, buffered_stream

DECOMPRESSION_ERRORS = (OSError, EOFError, lzma.LZMAError, zlib.error)
"""The errors that are raised for a damaged or truncated stream."""

MAX_LZMA_BYTES = 66 * 1024 * 1024
"""The maximum memory for decompression: 64 MiB (the dictionary of ``xz -9``) plus 2 MiB."""

_CHUNK_BYTES = 64 * 1024
_STEP_BYTES = 8 * 1024  # If there is an error, the bytes decompressed in the same step are lost.

_Decompressor = bz2.BZ2Decompressor | lzma.LZMADecompressor


class _Streams:
    """A sequence of compressed streams."""

    def __init__(self, file: io.BufferedReader, new_stream: Callable[[], _Decompressor]) -> None:
        self._file, self._new_stream = file, new_stream
        self._stream = new_stream()
        self._packed = b""
        """Bytes that were read from the file but not yet passed to the decompressor."""

    def next_bytes(self, size: int) -> bytes:
        while True:
            if self._stream.eof:
                self._packed = self._after_padding()
                if not self._packed:
                    return b""
                self._stream = self._new_stream()
            elif self._stream.needs_input:
                self._packed = self._packed or self._file.read(_CHUNK_BYTES)
                if not self._packed:
                    raise EOFError("the compressed bytes are cut off")
            packed, self._packed = self._packed, b""
            if content := self._stream.decompress(packed, size):
                return content

    def _after_padding(self) -> bytes:
        """Return the bytes after a stream and its zero padding, or b"" at the end of the file."""
        rest = self._stream.unused_data or self._file.read(_CHUNK_BYTES)
        while rest and not (kept := rest.lstrip(b"\0")):
            rest = self._file.read(_CHUNK_BYTES)
        return kept if rest else b""


def decompressed_stream(file: io.BufferedReader, kind: str) -> io.BufferedReader:
    """Return a stream of the decompressed content of a file. ``kind`` is gz, bz2 or xz."""
    next_bytes: NextBytes
    if kind == "gz":
        next_bytes = gzip.GzipFile(fileobj=file).read1
    else:
        streams = _Streams(file, _lzma_stream if kind == "xz" else bz2.BZ2Decompressor)
        next_bytes = streams.next_bytes
    return buffered_stream(lambda size: next_bytes(min(size, _STEP_BYTES)), _STEP_BYTES)


def _lzma_stream() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(memlimit=MAX_LZMA_BYTES)
