"""The unpacked bytes of a compressed file, in chunks."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Generator, Iterator
from typing import IO

UNPACKING_ERRORS = (EOFError, OSError, ValueError, lzma.LZMAError, zlib.error)

_READ = 1 << 16
_STEP = 1 << 13  # If there is an error, the bytes unpacked in the same step are lost.
_MEMORY = 66 << 20
_FIRST_BYTES = {
    b"\x1f\x8b": "gz",
    b"BZh": "bz2",
    b"\xfd7zXZ": "xz",
    b"\x5d\x00\x00": "xz",
}


def compression_of(file: IO[bytes]) -> str:
    """Return the kind of compression of a file, or "" if it is not compressed."""
    first = file.read(8)
    file.seek(0)
    return next((kind for magic, kind in _FIRST_BYTES.items() if first.startswith(magic)), "")


def unpack(file: IO[bytes], kind: str) -> Iterator[bytes]:
    """Yield the content of a file. ``kind`` is the kind of compression, or "" if there is none.

    Raises one of UNPACKING_ERRORS where the file is broken or truncated.
    """
    if kind == "gz":
        stream = gzip.GzipFile(fileobj=file)
        while chunk := stream.read1(_STEP):
            yield chunk
        return
    packed = file.read(_READ)
    while packed or kind:
        if kind:
            packed = (yield from _unpack(file, packed, kind)).lstrip(b"\0")
        else:
            yield packed
            packed = b""
        while not packed:
            if not (packed := file.read(_READ)):
                return
            packed = packed.lstrip(b"\0") if kind else packed


def _unpack(file: IO[bytes], packed: bytes, kind: str) -> Generator[bytes, None, bytes]:
    """Yield the content of the stream that begins with ``packed``. Return the bytes after it."""
    stream = bz2.BZ2Decompressor() if kind == "bz2" else lzma.LZMADecompressor(memlimit=_MEMORY)
    while True:
        yield stream.decompress(packed, _STEP)
        packed = b""
        if stream.eof:
            return stream.unused_data
        if stream.needs_input and not (packed := file.read(_READ)):
            raise EOFError
