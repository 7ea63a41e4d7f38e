"""The raw headers and the directory of a zip archive, as read by the audit."""

import re
import struct
from dataclasses import dataclass
from typing import IO

_LONGEST_TAIL = 22 + 0xFFFF
_LONGEST_DIRECTORY = 24 << 20
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
    """Return the member whose header is at an offset, or None if there is none."""
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
    """Whether this can be a member, and not bytes that merely begin like a header."""
    return member.method in _METHODS and member.name != b"" and 0 not in member.name


def directory_of(file: IO[bytes], length: int) -> tuple[int, int, list[RawMember], bool]:
    """Return the start and end of the directory, its members, and whether it is complete."""
    tail_at = max(0, length - _LONGEST_TAIL)
    tail = piece(file, tail_at, length - tail_at)
    ends = [found.start() for found in re.finditer(rb"PK\x05\x06(?=.{18})", tail, re.DOTALL)]
    exact = [at for at in ends if at + 22 + _short(tail, at + 20) == len(tail)]
    if not ends:
        return length, length, [], False
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
        return length, length, [], False
    for start in (end - size, offset):
        directory = piece(file, start, min(end - start, _LONGEST_DIRECTORY))
        if directory[:4] == b"PK\1\2":
            members, is_whole = _entries(directory)
            prefix = _bytes_before(file, members, end - size - offset)
            for member in members:
                member.offset += prefix
            is_whole = is_whole and len(members) % 0x10000 == count % 0x10000
            return start, start + len(directory), members, is_whole
    return end, end, [], count == 0


def _entries(directory: bytes) -> tuple[list[RawMember], bool]:
    """Return the members in a directory up to the first broken one, and whether none is broken."""
    members = list[RawMember]()
    at = 0
    while at < len(directory):
        if directory[at : at + 4] != b"PK\1\2" or len(directory) - at < 46:
            return members, False
        flags, method, _, crc, packed, size, *lengths = struct.unpack_from(
            "<HHIIIIHHH", directory, at + 8
        )
        (offset,) = struct.unpack_from("<I", directory, at + 42)
        if at + 46 + sum(lengths) > len(directory):
            return members, False
        name_end = at + 46 + lengths[0]
        extra = directory[name_end : name_end + lengths[1]]
        size, packed, offset = _from_extra(extra, [size, packed, offset])
        name = directory[at + 46 : name_end]
        members.append(RawMember(offset, name, flags, method, crc, packed, size))
        at += 46 + sum(lengths)
    return members, True


def _bytes_before(file: IO[bytes], members: list[RawMember], stated: int) -> int:
    """Return the number of bytes before the archive.

    It is ``stated`` or 0, whichever makes the offset of the first member point to a header.
    """
    for before in (stated, 0):
        if members and before >= 0 and piece(file, before + members[0].offset, 4) == b"PK\3\4":
            return before
    return max(stated, 0) if members else 0


def _from_extra(extra: bytes, numbers: list[int]) -> list[int]:
    """Return the numbers. Those that are too large for the header come from the extra field."""
    missing = sum(number == _UNKNOWN for number in numbers)
    while missing and len(extra) >= 4:
        kind, length = _short(extra, 0), _short(extra, 2)
        if kind == 1 and missing * 8 <= length <= len(extra) - 4:
            large = [
                int.from_bytes(extra[4 + 8 * i : 12 + 8 * i], "little") for i in range(missing)
            ]
            return [large.pop(0) if number == _UNKNOWN else number for number in numbers]
        extra = extra[4 + length :]
    return numbers


def _short(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 2], "little")
