"""The directory at the end of a zip archive, which lists its members."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from kv2rdf.sources.input.zip_headers import (
    END,
    END_64,
    END_MAGIC,
    ENTRY_MAGIC,
    LOCAL_MAGIC,
    LOCATOR_64,
    ZipError,
    ZipMember,
    directory_entry,
)

MAX_DIRECTORY_BYTES = 24 * 1024 * 1024
"""The maximum number of bytes in a directory. This is enough for about 250,000 members."""

_MAX_COMMENT_BYTES = 0xFFFF
_POSITION_BITS = 25  # These bits contain the position of an entry in a directory.


@dataclass(frozen=True, slots=True)
class ZipDirectory:
    """The bytes of a directory, its offset, and the number of members that it should list.

    ``prefix`` is the number of bytes before the archive, such as those of a program that unpacks
    it. The offsets in the directory do not include these bytes.
    """

    content: bytes
    start: int
    prefix: int
    stated_count: int

    @property
    def end(self) -> int:
        """The offset at which the directory ends."""
        return self.start + len(self.content)

    def members(self) -> Iterator[ZipMember]:
        """Yield the members that can be read from the directory, sorted by offset."""
        for key in sorted(self._keys()):
            position = key & ((1 << _POSITION_BITS) - 1)
            member = directory_entry(self.content, position).member
            yield member._replace(offset=member.offset + self.prefix)

    def check(self) -> None:
        """Raise ZipError if the directory is invalid or does not list ``stated_count`` members."""
        at = count = 0
        while at < len(self.content):
            at = directory_entry(self.content, at).end
            count += 1
        # Some programs store only the lowest 16 bits of the count.
        if count & 0xFFFF != self.stated_count & 0xFFFF:
            raise ZipError(f"the directory has {count} members, but states {self.stated_count}")

    def _keys(self) -> Iterator[int]:
        """Yield one number per member: its offset and the position of its entry, to save memory."""
        at = 0
        while at < len(self.content):
            try:
                entry = directory_entry(self.content, at)
            except ZipError:
                return
            yield entry.member.offset << _POSITION_BITS | at
            at = entry.end


def zip_directory(file: io.BufferedReader, length: int) -> ZipDirectory:
    """Return the directory of a zip archive of ``length`` bytes.

    If the archive has an end record, but no directory is found, the result is empty. Raises
    ZipError if there is no end record, or if the directory is too large.
    """
    tail_start = max(0, length - _MAX_COMMENT_BYTES - END.size)
    tail = bytes_at(file, tail_start, length - tail_start)
    at = _end_record(tail)
    if at is None:
        raise ZipError("there is no directory at its end")
    end = tail_start + at
    _, count, size, offset, _ = END.unpack_from(tail, at)
    if tail[max(0, at - LOCATOR_64.size) : at].startswith(b"PK\x06\x07"):
        _, stated_place = LOCATOR_64.unpack_from(tail, at - LOCATOR_64.size)
        for place in (end - LOCATOR_64.size - END_64.size, stated_place):
            record = bytes_at(file, place, END_64.size)
            if len(record) == END_64.size and record.startswith(b"PK\x06\x06"):
                _, count, size, offset = END_64.unpack(record)
                end = place
                break
    if size > MAX_DIRECTORY_BYTES:
        raise ZipError(f"the directory has {size} bytes")
    for start in (end - size, offset):
        content = bytes_at(file, start, min(end - start, MAX_DIRECTORY_BYTES))
        if content.startswith(ENTRY_MAGIC):
            return ZipDirectory(content, start, _prefix(file, content, end - size - offset), count)
    return ZipDirectory(b"", end, 0, count)


def bytes_at(file: io.BufferedReader, offset: int, size: int) -> bytes:
    """Return ``size`` bytes at an offset, or fewer if the file ends before that.

    If the offset is impossible, the result is empty.
    """
    if not 0 <= offset < 1 << 62 or size <= 0:
        return b""
    file.seek(offset)
    return file.read(size)


def _end_record(tail: bytes) -> int | None:
    """Return the offset in ``tail`` of the end record of the archive, or None if there is none.

    ``tail`` contains the last bytes of the file. The end record states the offset of the directory,
    and may be followed by a comment. If there are several such records, one whose comment ends at
    the end of the file is preferred.
    """
    found = None
    at = tail.rfind(END_MAGIC)
    while at >= 0:
        if len(tail) - at >= END.size:
            found = at if found is None else found
            if at + END.size + END.unpack_from(tail, at)[-1] == len(tail):
                return at
        at = tail.rfind(END_MAGIC, 0, at + 3)
    return found


def _prefix(file: io.BufferedReader, content: bytes, computed: int) -> int:
    """Return the number of bytes before the archive.

    ``content`` contains the bytes of the directory. The result is ``computed`` or 0, whichever
    makes the offset in the first entry point to a header. If neither does, ``computed`` is
    returned, unless it is negative.
    """
    try:
        offset = directory_entry(content, 0).member.offset
    except ZipError:
        return 0
    places = (prefix for prefix in (computed, 0) if prefix >= 0)
    found = (prefix for prefix in places if bytes_at(file, prefix + offset, 4) == LOCAL_MAGIC)
    return next(found, max(computed, 0))
