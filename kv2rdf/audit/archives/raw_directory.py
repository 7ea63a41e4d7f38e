"""The directory of a zip archive, as the audit reads it."""

import re
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import IO

from kv2rdf.audit.archives.zip_blocks import RawMember, entry_at, piece

_LONGEST_TAIL = 22 + 0xFFFF
_LONGEST_DIRECTORY = 24 << 20
_LARGEST_KEY = (1 << 63) - 1
_LENGTH_OF_COMMENT = struct.Struct("<20xH")


@dataclass(frozen=True, slots=True)
class RawDirectory:
    """The bytes of a directory and its offset, and the number of bytes before the archive.

    ``end`` is the offset after the directory. ``stated_count`` is the number of members that the
    directory should list, or None if that number cannot be read.
    """

    content: bytes
    start: int
    end: int
    before: int
    stated_count: int | None

    def members(self) -> Iterator[RawMember]:
        """Yield the members up to the first broken entry, sorted by offset.

        A temporary database sorts them, because there may be a very large number of them.
        """
        with closing(sqlite3.connect("", isolation_level=None)) as connection:
            connection.execute("CREATE TABLE entry (offset INTEGER, at INTEGER)")
            connection.execute("BEGIN")
            entries = ((min(each.offset, _LARGEST_KEY), at) for at, each in self._entries() if each)
            connection.executemany("INSERT INTO entry VALUES (?, ?)", entries)
            for (at,) in connection.execute("SELECT at FROM entry ORDER BY offset, at"):
                if (found := entry_at(self.content, at)) is not None:
                    member, _ = found
                    member.offset += self.before
                    yield member

    @property
    def is_whole(self) -> bool:
        """Whether all entries can be read, and there are as many as the archive states."""
        count = 0
        for _, member in self._entries():
            if member is None:
                return False
            count += 1
        return self.stated_count is not None and count % 0x10000 == self.stated_count % 0x10000

    def _entries(self) -> Iterator[tuple[int, RawMember | None]]:
        """Yield the position of each entry and its member, or None if the entry is broken."""
        at = 0
        while at < len(self.content):
            found = entry_at(self.content, at)
            yield at, found and found[0]
            at = found[1] if found else len(self.content)


def directory_of(file: IO[bytes], length: int) -> RawDirectory:
    """Return the directory of a zip archive of this length, or an empty one if there is none."""
    none = RawDirectory(b"", length, length, 0, None)
    tail_at = max(0, length - _LONGEST_TAIL)
    tail = piece(file, tail_at, length - tail_at)
    ends = [found.start() for found in re.finditer(rb"PK\x05\x06(?=.{18})", tail, re.DOTALL)]
    exact = [
        at for at in ends if at + 22 + _LENGTH_OF_COMMENT.unpack_from(tail, at)[0] == len(tail)
    ]
    if not ends:
        return none
    at = (exact or ends)[-1]
    count, size, offset = struct.unpack("<HII", tail[at + 10 : at + 20])
    end = tail_at + at
    if at >= 20 and tail[at - 20 : at - 16] == b"PK\6\7":
        for place in (end - 76, int.from_bytes(tail[at - 12 : at - 4], "little")):
            record = piece(file, place, 56)
            if len(record) == 56 and record[:4] == b"PK\6\6":
                count, size, offset = struct.unpack("<QQQ", record[32:])
                end = place
                break
    if size > _LONGEST_DIRECTORY:
        return none
    for start in (end - size, offset):
        content = piece(file, start, min(end - start, _LONGEST_DIRECTORY))
        if content[:4] == b"PK\1\2":
            before = _bytes_before(file, content, end - size - offset)
            return RawDirectory(content, start, start + len(content), before, count)
    return RawDirectory(b"", end, end, 0, count)


def _bytes_before(file: IO[bytes], directory: bytes, stated: int) -> int:
    """Return the number of bytes before the archive.

    It is ``stated`` or 0, whichever makes the offset of the first member point to a header.
    """
    if (first := entry_at(directory, 0)) is None:
        return 0
    places = (before for before in (stated, 0) if before >= 0)
    offset = first[0].offset
    found = (before for before in places if piece(file, before + offset, 4) == b"PK\3\4")
    return next(found, max(stated, 0))
