"""The hard links in a tar archive, which are additional names of earlier members."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import PurePosixPath

from kv2rdf.sources.input.tar_headers import TarHeader, TarKind
from kv2rdf.sources.input.tar_walk import TarMember
from kv2rdf.sources.input.temporary_database import TemporaryDatabase

MAX_LINKS = 100_000
"""The maximum number of hard links in a tar archive."""

MAX_NAMES = 100
"""The maximum number of hard links to one member."""

_TABLES = """
CREATE TABLE link (offset INTEGER PRIMARY KEY, name BLOB, file INTEGER);
CREATE INDEX links_of_file ON link (file);
CREATE TABLE target (path BLOB PRIMARY KEY, file INTEGER) WITHOUT ROWID;
"""
_LINKS_OF_FILE = f"SELECT offset, name FROM link WHERE file = ? ORDER BY offset LIMIT {MAX_NAMES}"

NameAtOffset = tuple[int, str]
"""The offset of the header of a member, and the name of the member."""


class HardLinks:
    """The hard links of a tar archive, in a temporary database.

    The links are collected in one pass over the members, and their targets are found in a second
    pass. If the archive contains no links, no data about its members is kept.
    """

    def __init__(self) -> None:
        """Prepare to collect links."""
        self._database = TemporaryDatabase(_TABLES)
        self._count = 0

    @property
    def is_full(self) -> bool:
        """Whether the maximum number of links has been reached."""
        return self._count >= MAX_LINKS

    def add(self, name: str, member: TarMember, *, is_wanted: bool) -> None:
        """Add the link ``member``.

        If ``is_wanted`` is true, the documents in the linked file are yielded under ``name``. Links
        that are not wanted must also be added, because they may be the targets of other links.
        """
        self._count += 1
        target = _path_key(member.header.target)
        self._database.change("INSERT OR IGNORE INTO target VALUES (?, NULL)", (target,))
        if is_wanted:
            row = (member.offset, name.encode("utf-8", "surrogateescape"))
            self._database.change("INSERT INTO link VALUES (?, ?, NULL)", row)

    def find_files(self, members: Iterable[TarMember]) -> None:
        """Find the file that each link refers to. ``members`` contains all members in order."""
        change = self._database.change
        for member in members:
            header, file = member.header, None
            if is_hard_link(header):
                file = self._file(header.target)
                change("UPDATE link SET file = ? WHERE offset = ?", (file, member.offset))
            elif header.kind in {TarKind.FILE, TarKind.HARD_LINK}:
                file = member.offset
            change("UPDATE target SET file = ? WHERE path = ?", (file, _path_key(header.path)))

    def links_of(self, file: int) -> list[NameAtOffset]:
        """Return at most MAX_NAMES links to the file whose header is at the offset ``file``."""
        return list(self._links(_LINKS_OF_FILE, file))

    def remove(self, links: Iterable[NameAtOffset]) -> None:
        """Remove the given links. This is done when the file that they refer to is read.

        The links that remain at the end refer to no file, or to a file with too many links.
        """
        offsets = [(offset,) for offset, _ in links]
        self._database.fill("DELETE FROM link WHERE offset = ?", offsets)

    def remaining(self) -> Iterator[NameAtOffset]:
        """Yield the links that have not been removed, sorted by offset."""
        return self._links("SELECT offset, name FROM link ORDER BY offset")

    def __bool__(self) -> bool:
        return self._database.has_row("SELECT 1 FROM link", ())

    def _file(self, target: bytes) -> int | None:
        """Return the offset of the file that a path refers to, or None if there is none.

        Only the members that ``find_files`` has already processed are considered.
        """
        rows = self._database.rows("SELECT file FROM target WHERE path = ?", (_path_key(target),))
        return next((file for (file,) in rows), None)

    def _links(self, query: str, *values: int) -> Iterator[NameAtOffset]:
        rows = self._database.rows(query, values)
        return ((offset, name.decode("utf-8", "surrogateescape")) for offset, name in rows)


def is_hard_link(header: TarHeader) -> bool:
    """Whether a header describes a hard link without bytes of its own."""
    return header.kind is TarKind.HARD_LINK and not header.size


def _path_key(path: bytes) -> bytes:
    """Return a short key for a path. All spellings of the same path have the same key."""
    text = PurePosixPath(path.decode("latin-1")).as_posix().lstrip("/")
    return blake2b(text.encode("latin-1"), digest_size=16).digest()
