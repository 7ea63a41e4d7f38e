"""The raw headers and the directory entries of a zip archive."""

import struct
from dataclasses import dataclass
from typing import IO

_METHODS = {0, 1, 6, 8, 9, 10, 12, 14, *range(93, 100)}
_UNKNOWN = 0xFFFFFFFF
UTF_8, SIZES_BEHIND, ENCRYPTED = 0x800, 8, 1


@dataclass(slots=True)
class RawMember:
    """A member as described by a header.

    ``start`` is the offset of its content, or 0 if that is not known. ``crc`` is None if the
    checksum and the sizes come after the content.
    """

    offset: int
    name: bytes
    flags: int
    method: int
    crc: int | None
    packed: int
    size: int
    start: int = 0

    @property
    def path(self) -> str:
        """The name as text."""
        if self.flags & UTF_8:
            return self.name.decode("utf-8", "surrogateescape")
        return self.name.decode("cp437")

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.name[-1:] in {b"/", b"\\"} and not self.size and not self.crc


def piece(file: IO[bytes], offset: int, size: int) -> bytes:
    """Return ``size`` bytes of a file at an offset, or fewer if the file ends before that."""
    if size <= 0 or not 0 <= offset < 1 << 62:
        return b""
    file.seek(offset)
    return file.read(size)


def header_at(file: IO[bytes], offset: int) -> RawMember | None:
    """Return the member whose header is at an offset, or None if there is no header."""
    fixed = piece(file, offset, 30)
    if len(fixed) < 30 or fixed[:4] != b"PK\3\4":
        return None
    flags, method, _, crc, packed, size, name_length, extra_length = struct.unpack(
        "<HHIIIIHH", fixed[6:]
    )
    rest = file.read(name_length + extra_length)
    if len(rest) < name_length + extra_length:
        return None
    size, packed = _from_extra(rest[name_length:], [size, packed])
    is_behind = bool(flags & SIZES_BEHIND) and not packed
    start = offset + 30 + name_length + extra_length
    name = rest[:name_length]
    return RawMember(offset, name, flags, method, None if is_behind else crc, packed, size, start)


def is_likely(member: RawMember) -> bool:
    """Whether ``member`` was probably read from a real header."""
    return member.method in _METHODS and member.name != b"" and 0 not in member.name


def is_ruled_out(first: bytes) -> bool:
    """Whether the first bytes of a possible header show that it is not a header.

    If so, the name and the extra fields, which may be up to 128 KB long, need not be read.
    """
    if len(first) < 30:
        return True
    method, length = struct.unpack_from("<H16xH", first, 8)
    return method not in _METHODS or 0 in first[30 : 30 + length]


def entry_at(directory: bytes, at: int) -> tuple[RawMember, int] | None:
    """Return the member in an entry of a directory, and the position of the next entry.

    Return None if the entry is broken.
    """
    if directory[at : at + 4] != b"PK\1\2" or len(directory) - at < 46:
        return None
    flags, method, _, crc, packed, size, *lengths = struct.unpack_from(
        "<HHIIIIHHH", directory, at + 8
    )
    (offset,) = struct.unpack_from("<I", directory, at + 42)
    end = at + 46 + sum(lengths)
    if end > len(directory):
        return None
    name_end = at + 46 + lengths[0]
    extra = directory[name_end : name_end + lengths[1]]
    size, packed, offset = _from_extra(extra, [size, packed, offset])
    name = directory[at + 46 : name_end]
    return RawMember(offset, name, flags, method, crc, packed, size), end


def _from_extra(extra: bytes, numbers: list[int]) -> list[int]:
    """Return ``numbers``, with those too large for the header replaced by those in ``extra``."""
    missing = sum(number == _UNKNOWN for number in numbers)
    at = 0
    while missing and len(extra) - at >= 4:
        kind, length = struct.unpack_from("<HH", extra, at)
        at += 4
        if kind == 1 and missing * 8 <= length <= len(extra) - at:
            large = iter(struct.unpack_from(f"<{missing}Q", extra, at))
            return [next(large) if number == _UNKNOWN else number for number in numbers]
        at += length
    return numbers
