"""The decompression of members of a zip archive."""

import bz2
import io
import lzma
import struct
import zlib
from typing import Protocol

from kv2rdf.sources.input.byte_stream import buffered_stream
from kv2rdf.sources.input.file_content import ByteStream
from kv2rdf.sources.input.zip_directory import bytes_at
from kv2rdf.sources.input.zip_headers import ZipError, ZipMember

_CHUNK_BYTES = 64 * 1024
_MAX_BYTES_AT_ONCE = 1024 * 1024
_MAX_DICTIONARY_BYTES = 64 * 1024 * 1024
_STORED, _DEFLATED, _BZIP2, _LZMA = 0, 8, 12, 14


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Deflate:
    """The decompressor of zlib, with the methods of ``_Decompressor``."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(-zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def needs_input(self) -> bool:
        return not self._stream.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._stream.decompress(self._stream.unconsumed_tail + data, max_length)


class _Stored:
    """A replacement for a decompressor, for content that is not compressed."""

    eof = False
    needs_input = True
    unused_data = b""

    def decompress(self, data: bytes, _max_length: int) -> bytes:
        return data


class ZipContent:
    """The content of a member as a stream. The checksum is verified at the end of the stream.

    The compressed content must end at ``end`` or earlier.
    """

    def __init__(self, file: io.BufferedReader, member: ZipMember, end: int) -> None:
        """Prepare to read. Raises ZipError if the member cannot be unpacked."""
        if member.is_encrypted:
            raise ZipError("it is encrypted")
        self._file, self._member, self._packed_end = file, member, end
        self._at = member.offset + member.header_size
        self._has_end = not member.has_sizes_behind
        if self._has_end:
            self._packed_end = self._at + member.packed_size
        if self._packed_end > end:
            raise ZipError("its content is cut off")
        self._stream = self._decompressor()
        self._crc, self._size = 0, 0

    def stream(self) -> ByteStream:
        """Return the content as a stream. This method must be called only once.

        Small content, which is the usual case, is read and verified immediately. The stream of any
        other content refers to this object. This object does not store that stream, because the
        buffer of the stream would then be freed late.
        """
        size = self._packed_end - self._at
        if self._member.method == _DEFLATED and self._has_end and size <= _CHUNK_BYTES:
            decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
            packed = bytes_at(self._file, self._at, size)
            content = decompressor.decompress(packed, _MAX_BYTES_AT_ONCE)
            if decompressor.eof and zlib.crc32(content) == self._member.crc:
                return io.BytesIO(content)
        return buffered_stream(self._next_bytes, _CHUNK_BYTES)

    @property
    def has_ended(self) -> bool:
        """Whether the compressed content has been read to its end, even with a wrong checksum.

        This is reliable only if the header does not state the size of the content.
        """
        return self._stream.eof

    @property
    def end(self) -> int:
        """The offset after the compressed content, which must have been read to its end."""
        return self._packed_end if self._has_end else self._at - len(self._stream.unused_data)

    def _decompressor(self) -> _Decompressor:
        method = self._member.method
        if method == _STORED and self._has_end:
            return _Stored()
        if method == _DEFLATED:
            return _Deflate()
        if method == _BZIP2:
            return bz2.BZ2Decompressor()
        if method == _LZMA and self._has_end:
            return self._lzma_decompressor()
        raise ZipError(f"compression method {method} is not known")

    def _lzma_decompressor(self) -> lzma.LZMADecompressor:
        """Return the decompressor described by the first nine bytes of the content.

        Raises ZipError if these bytes are invalid, or if the dictionary would be too large.
        """
        head = bytes_at(self._file, self._at, 9)
        if len(head) < 9 or head[2:4] != b"\5\0" or head[4] > 224:
            raise ZipError("its LZMA header is broken")
        (dictionary,) = struct.unpack("<L", head[5:])
        if dictionary > _MAX_DICTIONARY_BYTES:
            raise ZipError(f"its LZMA dictionary has {dictionary} bytes")
        self._at += 9
        numbers, lc = divmod(head[4], 9)
        pb, lp = divmod(numbers, 5)
        chain = {"id": lzma.FILTER_LZMA1, "dict_size": dictionary, "lc": lc, "lp": lp, "pb": pb}
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[chain])

    def _next_bytes(self, room: int) -> bytes:
        is_lzma = self._member.method == _LZMA
        room = min(room, _CHUNK_BYTES)
        while not self._is_finished():
            packed = b""
            if self._stream.needs_input:
                size = min(room, self._packed_end - self._at)
                packed = bytes_at(self._file, self._at, size)
                self._at += len(packed)
            limit = min(room, self._member.size - self._size) if is_lzma else room
            content = self._stream.decompress(packed, limit)
            if content:
                self._crc = zlib.crc32(content, self._crc)
                self._size += len(content)
                return content
            if not packed and not self._stream.eof:
                raise ZipError("its content is cut off")
        if self._crc != self._stated_crc():
            raise ZipError("Bad CRC-32: its content is not what was packed")
        return b""

    def _is_finished(self) -> bool:
        method = self._member.method
        is_whole = method == _LZMA and self._size >= self._member.size
        is_copied = method == _STORED and self._at >= self._packed_end
        return self._stream.eof or is_whole or is_copied

    def _stated_crc(self) -> int:
        if self._has_end:
            return self._member.crc
        behind = bytes_at(self._file, self.end, 8).removeprefix(b"PK\x07\x08")
        return int.from_bytes(behind[:4], "little")
