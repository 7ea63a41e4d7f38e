"""Tar archives whose members, headers or records would fill the memory of a careless reader."""

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.packed_archives import tar_info

ArchiveWriter = Callable[[Path, int], None]
"""Writes an archive with a number of members or megabytes to a path."""

Members = Callable[[int], Iterable[bytes]]
"""Takes a number of members or megabytes, and returns the bytes of that many."""

_MEGABYTE = 1024 * 1024
_RECORD = b'{"Nummer":"2020Z%d","Soort":"Schriftelijke vragen"}\n'


@dataclass(frozen=True, slots=True)
class HostileArchive:
    """A kind of hostile archive: the name of its file, and how many members or megabytes it has.

    ``large_members`` is the number of its members that are as large as a document can be.
    """

    name: str
    count: int
    write: ArchiveWriter
    large_members: int = 0


_END = bytes(20 * tarfile.BLOCKSIZE)


def _header(name: str, kind: bytes = tarfile.REGTYPE, target: str = "", size: int = 0) -> bytes:
    return tar_info(name, kind, target, size).tobuf(tarfile.GNU_FORMAT)


def _member(name: str, content: bytes, kind: bytes = tarfile.REGTYPE) -> bytes:
    padding = bytes(-len(content) % tarfile.BLOCKSIZE)
    return _header(name, kind, size=len(content)) + content + padding


def _empty_members(count: int) -> Iterator[bytes]:
    return (_header(f"KVR{number}.xml") for number in range(count))


def _members_of_one_name(count: int) -> Iterator[bytes]:
    return (_member("KVR.xml", b"<a>%d</a>" % number) for number in range(count))


def _names_like_ids(count: int) -> Iterator[bytes]:
    return (_header(f"KVR{number}.xml~{number:08}") for number in range(count))


def _hard_links(count: int) -> Iterator[bytes]:
    yield _member("KVR.xml", b"<a/>")
    for number in range(count):
        target = f"KVR{number - 1}.xml" if number % 50 else "KVR.xml"
        yield _header(f"KVR{number}.xml", tarfile.LNKTYPE, target)


def _symbolic_links(count: int) -> Iterator[bytes]:
    return (_header(f"KVR{number}.xml", tarfile.SYMTYPE, "KVR.xml") for number in range(count))


def _links_with_long_paths(count: int) -> Iterator[bytes]:
    for number in range(count):
        path = b"%d/" % number + b"x" * (_MEGABYTE - 16)
        yield _member("long", path, tarfile.GNUTYPE_LONGLINK)
        yield _member("long", path[::-1], tarfile.GNUTYPE_LONGNAME)
        yield _header("KVR.xml", tarfile.LNKTYPE, "KVR.xml")


def _large_header(kind: bytes, megabytes: int) -> Iterator[bytes]:
    yield _header("long", kind, size=megabytes * _MEGABYTE)
    yield from (b"x" * _MEGABYTE for _ in range(megabytes))
    yield _member("KVR.xml", b"<a/>")


def _records(kind: bytes, count: int) -> Iterator[bytes]:
    """Yield extended headers of 1 MB, whose records have different keys."""
    for number in range(count):
        pairs = (b"GNU.sparse.%06d.%06d=9\n" % (number, record) for record in range(33_000))
        yield _member("records", b"".join(b"%d %s" % (len(pair) + 3, pair) for pair in pairs), kind)
        yield _member(f"KVR{number}.xml", b"<a/>")


def _short_records(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield _member("records", b"5 a=\n" * 200_000, tarfile.XHDTYPE)
        yield _member(f"KVR{number}.xml", b"<a/>")


def _sparse_map(megabytes: int) -> Iterator[bytes]:
    """Yield a sparse file whose map consists of many blocks instead of the one in its header."""
    header = bytearray(_header("KVR.xml", tarfile.GNUTYPE_SPARSE))
    header[482] = 1
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    yield bytes(header)
    block = b"7" * 504 + b"\1" + bytes(7)
    yield from (block * (_MEGABYTE // len(block)) for _ in range(megabytes))
    yield bytes(512)


def _large_member(megabytes: int) -> Iterator[bytes]:
    yield _header("KVR.xml", size=megabytes * _MEGABYTE)
    yield from (b" " * _MEGABYTE for _ in range(megabytes))


def _large_page(megabytes: int) -> Iterator[bytes]:
    """Yield a file that begins like a page of records, and is too large for a document."""
    yield _header("KVR.json", size=megabytes * _MEGABYTE)
    yield b'{"value":["'.ljust(_MEGABYTE, b"x")
    yield from (b"x" * _MEGABYTE for _ in range(megabytes - 1))


def _size_beyond_the_end(count: int) -> Iterator[bytes]:
    yield _header("KVR.xml", size=1 << 30)
    yield from _empty_members(count)


def _damaged_headers(megabytes: int) -> Iterator[bytes]:
    return (b"x" * _MEGABYTE for _ in range(megabytes))


def _small_records(count: int) -> Iterator[bytes]:
    yield _member("a.jsonl", b"".join(_RECORD % n for n in range(count)))


def _packed(members: Members, compress: Callable[[bytes], bytes] = bytes) -> ArchiveWriter:
    """Return a function that writes a tar in which each member is compressed separately."""

    def write(path: Path, count: int) -> None:
        with path.open("wb") as file:
            file.writelines(compress(member) for member in members(count))
            file.write(compress(_END))

    return write


def _in_one_stream(members: Members, dictionary: int = 1 << 18) -> ArchiveWriter:
    """Return a function that writes a tar.xz whose dictionary has ``dictionary`` bytes."""

    def write(path: Path, count: int) -> None:
        chain = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": dictionary}]
        with lzma.open(path, "wb", filters=chain) as file:
            file.writelines(members(count))
            file.write(_END)

    return write


_LONG_NAME = partial(_large_header, tarfile.GNUTYPE_LONGNAME)
_LONG_RECORDS = partial(_large_header, tarfile.XHDTYPE)
_GLOBAL_RECORDS, _RECORDS = (partial(_records, kind) for kind in (tarfile.XGLTYPE, tarfile.XHDTYPE))

HOSTILE_TARS = (
    HostileArchive("empty-members.tar", 200_000, _packed(_empty_members)),
    HostileArchive("members-of-one-name.tar", 200_000, _packed(_members_of_one_name)),
    HostileArchive("names-like-ids.tar", 100_000, _packed(_names_like_ids)),
    HostileArchive("hard-links.tar", 150_000, _packed(_hard_links)),
    HostileArchive("symbolic-links.tar", 150_000, _packed(_symbolic_links)),
    HostileArchive("links-with-long-paths.tar.xz", 200, _in_one_stream(_links_with_long_paths)),
    HostileArchive("megabytes-of-a-name.tar.xz", 700, _in_one_stream(_LONG_NAME)),
    HostileArchive("megabytes-of-records.tar.xz", 700, _in_one_stream(_LONG_RECORDS)),
    HostileArchive("sets-of-global-records.tar.xz", 100, _in_one_stream(_GLOBAL_RECORDS)),
    HostileArchive("sets-of-records.tar.xz", 100, _in_one_stream(_RECORDS)),
    HostileArchive("sets-of-short-records.tar.xz", 20, _in_one_stream(_short_records)),
    HostileArchive("megabytes-of-a-sparse-map.tar.xz", 500, _in_one_stream(_sparse_map)),
    HostileArchive("megabytes-of-a-member.tar.xz", 700, _in_one_stream(_large_member), 1),
    HostileArchive("megabytes-of-a-page.tar.xz", 700, _in_one_stream(_large_page), 1),
    HostileArchive("large-dictionary.tar.xz", 300, _in_one_stream(_large_member, 1 << 28)),
    HostileArchive("members-after-the-end.tar", 100_000, _packed(_size_beyond_the_end)),
    HostileArchive("megabytes-without-headers.tar", 200, _packed(_damaged_headers)),
    HostileArchive("records.tar", 600_000, _packed(_small_records), 1),
    HostileArchive("streams.tar.gz", 20_000, _packed(_empty_members, gzip.compress)),
    HostileArchive("streams.tar.bz2", 20_000, _packed(_empty_members, bz2.compress)),
    HostileArchive("streams.tar.xz", 20_000, _packed(_empty_members, lzma.compress)),
)
