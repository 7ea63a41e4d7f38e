"""The records of a zip archive: the member headers, directory entries and end-of-archive records.

``zipfile`` in the standard library refuses an archive if any name is not valid UTF-8, keeps an
object for every member in memory, and does not compare the directory with the members.
"""

import struct
from typing import NamedTuple

LOCAL_MAGIC, ENTRY_MAGIC, END_MAGIC = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LOCAL = struct.Struct("<4sHHH4xLLLHH")
ENTRY = struct.Struct("<4s4xHH4xLLLHHH8xL")
END = struct.Struct("<4s6xHLLH")
END_64 = struct.Struct("<4s28xQQQ")
LOCATOR_64 = struct.Struct("<4s4xQ4x")

_LARGE = 0xFFFFFFFF
_EXTRA = struct.Struct("<HH")
_LARGE_NUMBERS = 1
_KNOWN_METHODS = {0, 1, 6, 8, 9, 10, 12, 14, 93, 94, 95, 96, 97, 98, 99}
_IS_UTF_8, _HAS_SIZES_BEHIND, _IS_ENCRYPTED = 0x800, 0x8, 0x1


class ZipError(Exception):
    """An error in a zip archive. The message states what is wrong."""


class ZipMember(NamedTuple):
    """A member, as described by its header or by an entry of the directory.

    ``offset`` is the offset of the header. ``header_size`` is 0 if the member comes from an entry,
    because an entry does not state the size of the header.
    """

    name: bytes
    offset: int
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    header_size: int = 0

    @property
    def path(self) -> str:
        """The name as text. Bytes that are not UTF-8, although they should be, are escaped."""
        if self.flags & _IS_UTF_8:
            return self.name.decode("utf-8", "surrogateescape")
        return self.name.decode("cp437")

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.name.endswith((b"/", b"\\")) and not self.size and not self.crc

    @property
    def is_encrypted(self) -> bool:
        """Whether the content is encrypted."""
        return bool(self.flags & _IS_ENCRYPTED)

    @property
    def has_sizes_behind(self) -> bool:
        """Whether the sizes and the checksum come after the content instead of in the header."""
        return bool(self.flags & _HAS_SIZES_BEHIND) and not self.packed_size

    @property
    def min_end(self) -> int:
        """The lowest offset at which the content can end."""
        return self.offset + (self.header_size or LOCAL.size + len(self.name)) + self.packed_size

    @property
    def is_plausible(self) -> bool:
        """Whether bytes that were read as the header of a member are probably such a header."""
        return self.method in _KNOWN_METHODS and bool(self.name) and b"\0" not in self.name


class DirectoryEntry(NamedTuple):
    """An entry of the directory, and the offset of the next one."""

    member: ZipMember
    end: int


def directory_entry(directory: bytes, at: int) -> DirectoryEntry:
    """Return the entry at an offset in a directory. Raises ZipError if there is no valid entry."""
    if len(directory) - at < ENTRY.size:
        raise ZipError("the directory is cut off in an entry")
    magic, flags, method, crc, packed, size, name_size, extra_size, comment_size, offset = (
        ENTRY.unpack_from(directory, at)
    )
    name_at = at + ENTRY.size
    extra_at = name_at + name_size
    end = extra_at + extra_size + comment_size
    if magic != ENTRY_MAGIC or end > len(directory):
        raise ZipError("an entry of the directory is broken")
    extra = directory[extra_at : extra_at + extra_size]
    size, packed, offset = _with_large_numbers(extra, (size, packed, offset))
    flags &= ~_HAS_SIZES_BEHIND  # An entry contains the sizes and the checksum.
    member = ZipMember(directory[name_at:extra_at], offset, flags, method, crc, packed, size)
    return DirectoryEntry(member, end)


def local_member(header: bytes, offset: int) -> ZipMember:
    """Return the member whose header is at the beginning of ``header``.

    ``offset`` is the offset of the header in the archive. Raises ZipError if there is no complete
    header.
    """
    if len(header) < LOCAL.size or not header.startswith(LOCAL_MAGIC):
        raise ZipError("there is no header at its offset")
    _, _, flags, method, crc, packed, size, name_size, extra_size = LOCAL.unpack_from(header)
    end = LOCAL.size + name_size + extra_size
    if end > len(header):
        raise ZipError("its header is cut off")
    name = header[LOCAL.size : LOCAL.size + name_size]
    size, packed = _with_large_numbers(header[LOCAL.size + name_size : end], (size, packed))
    return ZipMember(name, offset, flags, method, crc, packed, size, end)


def may_be_header(beginning: bytes) -> bool:
    """Whether the bytes can be the beginning of the header of a member.

    This is checked first, so that up to 128 KB are not read for bytes that only look like a header.
    """
    if len(beginning) < LOCAL.size:
        return False
    _, _, _, method, *_, name_size, _ = LOCAL.unpack_from(beginning)
    return method in _KNOWN_METHODS and b"\0" not in beginning[LOCAL.size :][:name_size]


def _with_large_numbers(extra: bytes, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return ``numbers``, with those that did not fit into the header replaced.

    The true values are read from ``extra``, which contains the extra fields of the header. If they
    are not there, ``numbers`` is returned unchanged.
    """
    wanted = numbers.count(_LARGE)
    at = 0
    while wanted and at + _EXTRA.size <= len(extra):
        kind, size = _EXTRA.unpack_from(extra, at)
        at += _EXTRA.size
        if kind == _LARGE_NUMBERS and 8 * wanted <= size and at + size <= len(extra):
            large = iter(struct.unpack_from(f"<{wanted}Q", extra, at))
            return tuple(next(large) if number == _LARGE else number for number in numbers)
        at += size
    return numbers
