"""Zip archives whose directory or headers would fill the memory of a careless reader."""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kv2rdf.sources.input.zip_headers import END, END_MAGIC, ENTRY, ENTRY_MAGIC, LOCAL, LOCAL_MAGIC
from tests.campaigns.hostile_tars import ArchiveWriter, HostileArchive
from tests.packed_archives import zipped

_LARGE, _LONGEST = 0xFFFFFFFF, 0xFFFF
_STORED, _DEFLATED = 0, 8
_SIZES_BEHIND = 8


class _Member(NamedTuple):
    """A member as its header and its entry in the directory describe it."""

    name: bytes
    content: bytes = b""
    extra: bytes = b""
    size: int = 0

    @property
    def header(self) -> bytes:
        crc, size = zlib.crc32(self.content), len(self.content)
        lengths = len(self.name), len(self.extra)
        numbers = LOCAL.pack(LOCAL_MAGIC, 20, 0, _STORED, crc, size, self.size or size, *lengths)
        return numbers + self.name + self.extra + self.content

    def entry(self, offset: int) -> bytes:
        crc, size = zlib.crc32(self.content), len(self.content)
        lengths = len(self.name), len(self.extra), 0
        numbers = (0, _STORED, crc, size, self.size or size, *lengths, offset)
        return ENTRY.pack(ENTRY_MAGIC, *numbers) + self.name + self.extra


def _members(count: int) -> Iterator[_Member]:
    return (_Member(b"KVR%d.xml" % number, b"<a/>") for number in range(count))


def _long_names(count: int) -> Iterator[_Member]:
    return (_Member(b"%d" % number + b"x" * 65_000) for number in range(count))


def _many_extra_fields(count: int) -> Iterator[_Member]:
    extra = b"\7\7\0\0" * 16_000
    return (_Member(b"KVR%d.xml" % number, b"", extra, _LARGE) for number in range(count))


def _listed(members: Iterable[_Member]) -> bytes:
    """Return a zip with these members."""
    file, directory, count = io.BytesIO(), io.BytesIO(), 0
    for member in members:
        directory.write(member.entry(file.tell()))
        file.write(member.header)
        count += 1
    return file.getvalue() + _directory(directory.getvalue(), count, file.tell())


def _directory(entries: bytes, count: int, offset: int) -> bytes:
    return entries + END.pack(END_MAGIC, count & 0xFFFF, len(entries), offset, 0)


def _overlaps(count: int) -> bytes:
    """Return a zip whose directory lists one member many times."""
    member = _Member(b"KVR.xml", b"<a/>").header
    entries = b"".join(_Member(b"KVR%d.xml" % n, b"<a/>").entry(0) for n in range(count))
    return member + _directory(entries, count, len(member))


def _unlisted(count: int) -> bytes:
    return b"".join(member.header for member in _members(count))


def _implausible_headers(count: int) -> bytes:
    """Return headers that overlap each other, because each states a name of 64 KB."""
    numbers = (0, _STORED, 0, 0, 0, _LONGEST, _LONGEST)
    return LOCAL.pack(LOCAL_MAGIC, 20, *numbers) * count + _end_without_members()


def _shared_streams(count: int, mode: int = zlib.Z_FINISH) -> bytes:
    """Return members that all end in the same compressed bytes, which expand to 20 MB.

    If ``mode`` is not Z_FINISH, the compressed bytes have no end.
    """
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    shared = packer.compress(b" " * 20_000_000) + packer.flush(mode)
    numbers = (_SIZES_BEHIND, _DEFLATED, 0, 0, 0, 1, 0)
    header = LOCAL.pack(LOCAL_MAGIC, 20, *numbers) + b"x"
    length = len(header) + 5
    heads = bytearray()
    for left in reversed(range(count)):
        # A block that is not compressed and contains all other headers.
        block = left * length
        heads += (
            header + b"\0" + block.to_bytes(2, "little") + (block ^ _LONGEST).to_bytes(2, "little")
        )
    return bytes(heads) + shared + bytes(20) + _end_without_members()


def _end_without_members() -> bytes:
    return END.pack(END_MAGIC, 0, 0, 0, 0)


def _writer(content: Callable[[int], bytes]) -> ArchiveWriter:
    def write(path: Path, count: int) -> None:
        path.write_bytes(content(count))

    return write


HOSTILE_ZIPS = (
    HostileArchive("members.zip", 120_000, _writer(lambda n: _listed(_members(n)))),
    HostileArchive("overlaps.zip", 400_000, _writer(_overlaps)),
    HostileArchive("unlisted-members.zip", 200_000, _writer(_unlisted)),
    HostileArchive("long-names.zip", 380, _writer(lambda n: _listed(_long_names(n)))),
    HostileArchive("extra-fields.zip", 380, _writer(lambda n: _listed(_many_extra_fields(n)))),
    HostileArchive("headers-in-headers.zip", 300_000, _writer(_implausible_headers)),
    HostileArchive("members-of-the-same-bytes.zip", 1_700, _writer(_shared_streams)),
    HostileArchive(
        "members-without-end.zip", 1_700, _writer(lambda n: _shared_streams(n, zlib.Z_FULL_FLUSH))
    ),
    HostileArchive(
        "megabytes-of-a-member.zip",
        700,
        _writer(lambda n: zipped({"KVR.xml": bytes(n << 20)})),
        large_members=1,
    ),
)
