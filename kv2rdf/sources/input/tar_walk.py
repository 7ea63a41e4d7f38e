"""A pass over the members of a tar archive that may be damaged.

``tarfile`` in the standard library stops without an error at an invalid header, at the end of a
truncated file, and at a block of zeros. It also reads extended headers of any size into memory.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kv2rdf.sources.input.archive_file import Damage
from kv2rdf.sources.input.byte_stream import buffered_stream
from kv2rdf.sources.input.decompression import DECOMPRESSION_ERRORS
from kv2rdf.sources.input.file_content import ByteStream
from kv2rdf.sources.input.tar_headers import (
    BLOCK_BYTES,
    MAX_HEADER_BYTES,
    WITHOUT_BYTES,
    TarHeader,
    TarHeaderError,
    TarKind,
    has_another_size,
    records_of,
    tar_header,
    with_records,
)

_ZEROS = bytes(BLOCK_BYTES)
_RECORD_BYTES = 20 * BLOCK_BYTES  # The size of a tar archive is padded to a multiple of this.
_MAX_ZEROS_AT_THE_END = 1024 * 1024
_CHUNK_BYTES = 256 * 1024
_BYTES_IN_MEMORY = 1024 * 1024  # The content of larger members is a stream.


_EXTENDED_HEADERS = {
    TarKind.LONG_NAME, TarKind.LONG_LINK, TarKind.RECORDS, TarKind.GLOBAL_RECORDS
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TarMember:
    """A member of a tar archive: its header, the offset of the header, and the content.

    ``problem`` is the reason why small content is incomplete, or None. If large content is
    incomplete, reading it raises EOFError.
    """

    header: TarHeader
    offset: int
    content: ByteStream
    problem: str | None


class TarWalk:
    """A pass over the members of a tar archive. Each must be read before the next is requested.

    ``damage`` describes the damage up to the current member. ``cut_at`` is the offset of a header
    that states a size larger than the rest of the archive, or None if there is no such header.
    Other members may follow that header, because the stated size may be wrong.
    """

    def __init__(self, stream: ByteStream, start: int = 0, end: int | None = None) -> None:
        """Prepare a pass over a stream. The search for the first header begins at ``start``.

        ``end`` is the length of the archive, if it is known from an earlier pass.
        """
        self.damage = Damage()
        self.cut_at: int | None = None
        self.offset = 0
        self._stream, self._end = stream, end
        self._is_broken = False
        self._is_searching = start > 0
        self._tar_start = 0
        self._unread = b""
        self._skip(start)

    def members(self) -> Iterator[TarMember]:
        """Yield the members. An extended header is part of the member that follows it."""
        for_all, records = dict[bytes, bytes](), dict[bytes, bytes]()
        while (found := self._next_header()) is not None:
            at, header = found
            try:
                if header.kind is TarKind.GLOBAL_RECORDS:
                    for_all |= self._records(header)
                elif header.kind in _EXTENDED_HEADERS:
                    records |= self._records(header)
            except TarHeaderError as error:
                self.damage.add(at, str(error))
            if header.kind not in _EXTENDED_HEADERS:
                if has_another_size(header, for_all | records):
                    self.damage.add(at, "a record states another size than the header")
                yield from self._member(at, with_records(header, for_all | records))
                records = {}
        if records:
            self.damage.add(self.offset, "an extended header has no member")

    def _member(self, at: int, header: TarHeader) -> Iterator[TarMember]:
        """Yield the member with this header, and then skip any bytes that the caller did not read.

        ``at`` is the offset of the header. Nothing is yielded if the end of the archive is known
        and the member would end after it.
        """
        if header.is_extended:
            self._skip_sparse_map()
        size = 0 if header.kind in WITHOUT_BYTES else header.size
        if header.kind in {TarKind.HARD_LINK, TarKind.FOLDER} and size and self._is_header_next():
            # The size is that of the target of the link, or the space for the names in a folder.
            size = 0
        header = replace(header, size=size)
        end = self.offset + size
        if self._end is not None and end > self._end:
            self.damage.add(at, "a header states more bytes than there are")
            self._is_searching = True
            return
        problem = None
        if size <= _BYTES_IN_MEMORY:
            content: ByteStream = io.BytesIO(self._read(size))
            problem = None if self.offset == end else self._missing(end)
        else:
            content = buffered_stream(lambda room: self._content_bytes(end, room), _CHUNK_BYTES)
        yield TarMember(header, at, content, problem)
        self._skip(end - self.offset)
        if self.offset < end:
            self.damage.add(at, self._missing(end))
            self.cut_at = None if self._is_broken else at
        self._skip(-size % BLOCK_BYTES)

    def _next_header(self) -> tuple[int, TarHeader] | None:
        """Return the next header with its offset, or None at the end of the archive.

        Blocks without a header are skipped.
        """
        zeros_from: int | None = None
        while block := self._read(BLOCK_BYTES):
            at = self.offset - len(block)
            if block == _ZEROS[: len(block)]:
                zeros_from = at if zeros_from is None else zeros_from
                continue
            if zeros_from is not None:
                self._check_zeros_between(zeros_from, at)
                zeros_from = None
            try:
                header = tar_header(block)
            except TarHeaderError as error:
                if not self._is_searching:
                    self.damage.add(at, str(error))
                self._is_searching = True
                continue
            self._is_searching = False
            return at, header
        self._check_end(zeros_from)
        return None

    def _check_zeros_between(self, start: int, end: int) -> None:
        """Record damage unless the zeros between two offsets separate two archives in the file."""
        is_filled = (end - self._tar_start) % _RECORD_BYTES == 0
        if end - start < 2 * BLOCK_BYTES or not is_filled:
            self.damage.add(start, "there are zeros between members")
        self._tar_start = end

    def _check_end(self, zeros_from: int | None) -> None:
        zeros = 0 if zeros_from is None else self.offset - zeros_from
        if zeros < 2 * BLOCK_BYTES:
            self.damage.add(self.offset, "the tar has no end (two blocks of zeros)")
        elif zeros > _MAX_ZEROS_AT_THE_END:
            self.damage.add(self.offset - zeros, f"{zeros} zeros follow")

    def _records(self, header: TarHeader) -> dict[bytes, bytes]:
        """Return the records in an extended header. A long name or target is returned as a record.

        Raises TarHeaderError if the header is invalid or too long.
        """
        filled = header.size + -header.size % BLOCK_BYTES
        if header.size > MAX_HEADER_BYTES:
            self._skip(filled)
            raise TarHeaderError(f"an extended header has {header.size} bytes")
        content = self._read(filled)[: header.size]
        if header.kind in {TarKind.RECORDS, TarKind.GLOBAL_RECORDS}:
            return records_of(content)
        key = b"path" if header.kind is TarKind.LONG_NAME else b"linkpath"
        return {key: content.partition(b"\0")[0]}

    def _skip_sparse_map(self) -> None:
        while len(block := self._read(BLOCK_BYTES)) == BLOCK_BYTES and block[504]:
            pass

    def _is_header_next(self) -> bool:
        self._unread = block = self._read(BLOCK_BYTES)
        self.offset -= len(block)
        try:
            return block == _ZEROS or bool(tar_header(block))
        except TarHeaderError:
            return False

    def _content_bytes(self, end: int, room: int) -> bytes:
        content = self._read(min(room, end - self.offset, _CHUNK_BYTES))
        if not content and self.offset < end:
            raise EOFError(self._missing(end))
        return content

    def _missing(self, end: int) -> str:
        return f"{end - self.offset} bytes are missing at the end of a member"

    def _skip(self, size: int) -> None:
        while size > 0 and (content := self._read(min(size, _CHUNK_BYTES))):
            size -= len(content)

    def _read(self, size: int) -> bytes:
        """Return the next ``size`` bytes, or fewer if the stream ends or fails before that."""
        content, self._unread = self._unread[:size], self._unread[size:]
        if len(content) < size and not self._is_broken:
            try:
                content += self._stream.read(size - len(content))
            except DECOMPRESSION_ERRORS as error:
                self.damage.add(self.offset, str(error))
                self._is_broken = True
        self.offset += len(content)
        return content
