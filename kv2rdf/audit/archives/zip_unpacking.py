"""The decompression of members of a zip archive."""

import bz2
import lzma
import zlib
from collections.abc import Iterator
from typing import IO

from kv2rdf.audit.archives.zip_blocks import ENCRYPTED, RawMember, piece

_STEP = 1 << 16
_LARGEST_DICTIONARY = 64 << 20
_COPIED, _DEFLATED, _BZIP2, _LZMA = 0, 8, 12, 14

ZIP_ERRORS = (EOFError, OSError, ValueError, lzma.LZMAError, zlib.error)


def unpack_member(file: IO[bytes], member: RawMember, end: int) -> Iterator[bytes]:
    """Yield the content of a member. Its packed content must end at ``end`` or earlier.

    If the header of ``member`` does not state the size of the packed content, the size is stored in
    ``member`` at the end. Raises one of ZIP_ERRORS if the member cannot be unpacked or its checksum
    is wrong.
    """
    if member.flags & ENCRYPTED:
        raise ValueError("it is encrypted")
    if member.crc is not None:
        if member.start + member.packed > end:
            raise EOFError
        end = member.start + member.packed
    checksum = 0
    unpacked = _unpack(file, member, end)
    while (chunk := next(unpacked, None)) is not None:
        checksum = zlib.crc32(chunk, checksum)
        yield chunk
    stated = member.crc
    if stated is None:
        behind = piece(file, member.start + member.packed, 8)
        behind = behind[4:] if behind[:4] == b"PK\7\10" else behind[:4]
        stated = int.from_bytes(behind, "little")
    if stated != checksum:
        raise ValueError("the checksum is wrong")


def _unpack(file: IO[bytes], member: RawMember, end: int) -> Iterator[bytes]:
    if member.method == _COPIED and member.crc is not None:
        for at in range(member.start, end, _STEP):
            if len(chunk := piece(file, at, min(_STEP, end - at))) < min(_STEP, end - at):
                raise EOFError
            yield chunk
    elif member.method == _DEFLATED:
        yield from _inflate(file, member, end)
    elif member.method == _BZIP2:
        yield from _with(bz2.BZ2Decompressor(), file, member, member.start, end)
    elif member.method == _LZMA and member.crc is not None:
        head = piece(file, member.start, 9)
        dictionary = int.from_bytes(head[5:9], "little")
        if (
            len(head) < 9
            or head[2:4] != b"\5\0"
            or head[4] > 224
            or dictionary > _LARGEST_DICTIONARY
        ):
            raise ValueError("its LZMA header is not valid")
        lc, lp, pb = head[4] % 9, head[4] // 9 % 5, head[4] // 45
        chain = {"id": lzma.FILTER_LZMA1, "dict_size": dictionary, "lc": lc, "lp": lp, "pb": pb}
        stream = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[chain])
        left = member.size
        for chunk in _with(stream, file, member, member.start + 9, end):
            yield chunk[:left]
            left -= len(chunk)
            if left <= 0:
                return
    else:
        raise ValueError("its method is not known")


def _inflate(file: IO[bytes], member: RawMember, end: int) -> Iterator[bytes]:
    stream = zlib.decompressobj(-15)
    at, packed = member.start, b""
    while not stream.eof:
        content = stream.decompress(packed, _STEP)
        yield content
        packed = stream.unconsumed_tail
        if not packed and len(content) < _STEP and not stream.eof:
            if not (packed := piece(file, at, min(_STEP, end - at))):
                raise EOFError
            at += len(packed)
    if member.crc is None:
        member.packed = at - member.start - len(stream.unused_data)


def _with(
    stream: bz2.BZ2Decompressor | lzma.LZMADecompressor,
    file: IO[bytes],
    member: RawMember,
    at: int,
    end: int,
) -> Iterator[bytes]:
    packed = b""
    while not stream.eof:
        if stream.needs_input:
            if not (packed := piece(file, at, min(_STEP, end - at))):
                raise EOFError
            at += len(packed)
        yield stream.decompress(packed, _STEP)
        packed = b""
    if member.crc is None:
        member.packed = at - member.start - len(stream.unused_data)
