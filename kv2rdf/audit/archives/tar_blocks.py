"""The content and the headers of a tar archive, read in blocks of 512 bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kv2rdf.audit.archives.unpacked_bytes import UNPACKING_ERRORS

BLOCK = 512
FILE_TYPES, FOLDER_TYPES, LINK_TYPE, SPARSE_TYPE = b"0\x007", b"5D", b"1", b"S"
TYPES_WITHOUT_CONTENT = b"2346V"
TYPES_ABOUT_THE_NEXT = b"xXgLK"
SPARSE_RECORDS = b"GNU.sparse."
"""The prefix of the keys of all records about a sparse file.

``records_in`` stores only this prefix, as one key for all of them.
"""

_ROOM_FOR_SIZE = (1 << 33) - 1
_RECORD = re.compile(rb"([1-9][0-9]{0,6}) ([^=]*)=(.*)\n", re.DOTALL)
_OCTAL = re.compile(rb" *([0-7]*) *")


class TarBytes:
    """The bytes of a tar archive, consumed in order.

    ``is_broken`` is true if the bytes ended with an error.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        """Prepare to consume the bytes of all chunks."""
        self.offset = 0
        self.is_broken = False
        self._chunks = chunks
        self._chunk, self._at = b"", 0

    def take(self, size: int) -> bytes:
        """Return the next ``size`` bytes, or fewer at the end of the archive."""
        return b"".join(self.parts(size))

    def put_back(self, content: bytes) -> None:
        """Put back the bytes that were consumed last."""
        self.offset -= len(content)
        self._chunk, self._at = content + self._chunk[self._at :], 0

    def parts(self, size: int) -> Iterator[bytes]:
        """Yield the next ``size`` bytes, in one or more parts."""
        while size > 0:
            if self._at == len(self._chunk):
                try:
                    self._chunk, self._at = next(filter(None, self._chunks), b""), 0
                except UNPACKING_ERRORS:
                    self._chunk, self._at, self.is_broken = b"", 0, True
                if not self._chunk:
                    return
            part = self._chunk[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            self.offset += len(part)
            yield part


@dataclass(slots=True)
class RawHeader:
    """A header: its type, path, stated size and, for a link, its target."""

    offset: int
    type: bytes
    path: bytes
    size: int
    target: bytes
    is_sparse: bool = False
    has_more_map: bool = False

    @property
    def text(self) -> str:
        """The path as text."""
        return self.path.decode("utf-8", "surrogateescape")


def raw_header(block: bytes, offset: int) -> RawHeader | None:
    """Return the header in a block, or None if the block does not contain a valid header."""
    if len(block) < BLOCK:
        return None
    stated, size = _octal(block[148:156]), _octal(block[124:136])
    if block[124] == 0x80:
        size = int.from_bytes(block[125:136], "big")
    unsigned = sum(block) - sum(block[148:156]) + 256
    above_127 = sum(1 for byte in block[:148] + block[156:] if byte > 127) if stated else 0
    if size is None or stated not in {unsigned, unsigned - 256 * above_127}:
        return None
    path, target = (field.split(b"\0")[0] for field in (block[:100], block[157:257]))
    if block[257:263] == b"ustar\0" and block[345]:
        path = block[345:500].split(b"\0")[0] + b"/" + path
    kind = block[156:157]
    if kind in FILE_TYPES and path.endswith(b"/") and not size:
        kind = b"5"
    is_sparse = kind == SPARSE_TYPE
    return RawHeader(offset, kind, path, size, target, is_sparse, is_sparse and block[482] != 0)


def apply_records(header: RawHeader, records: dict[bytes, bytes]) -> None:
    """Apply the records of extended headers to the header that follows them."""
    header.path = records.get(b"path") or header.path
    header.target = records.get(b"linkpath") or header.target
    if not 0 < header.size < _ROOM_FOR_SIZE and re.fullmatch(
        rb"\d{1,20}", records.get(b"size", b"")
    ):
        header.size = int(records[b"size"])
    header.is_sparse |= SPARSE_RECORDS in records and header.type in FILE_TYPES


def records_in(header: RawHeader, content: bytes) -> dict[bytes, bytes]:
    """Return the records in an extended header. Raises ValueError if they are broken."""
    if header.type in b"LK":
        return {b"path" if header.type == b"L" else b"linkpath": content.split(b"\0")[0]}
    records, at = dict[bytes, bytes](), 0
    while at < len(content):
        length = int(content[at : at + 8].partition(b" ")[0])
        match = _RECORD.fullmatch(content, at, at + length)
        if match is None or at + length > len(content):
            raise ValueError("a record is broken")
        if match[2] in {b"path", b"linkpath", b"size"}:
            records[match[2]] = match[3]
        elif match[2].startswith(SPARSE_RECORDS):
            records[SPARSE_RECORDS] = b""
        at += length
    return records


def _octal(field: bytes) -> int | None:
    match = _OCTAL.fullmatch(field.split(b"\0")[0])
    return None if match is None else int(match[1] or b"0", 8)
