"""The hard links in a tar archive, and the files that they refer to."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from kv2rdf.audit.archives.member import short_name
from kv2rdf.audit.archives.tar_blocks import FILE_TYPES, LINK_TYPE, RawHeader

_MOST_LINKS, _MOST_NAMES = 100_000, 100
_TABLES = """
CREATE TABLE link (offset INTEGER PRIMARY KEY, name BLOB, file INTEGER);
CREATE INDEX links_to_file ON link (file);
CREATE TABLE path (digest BLOB PRIMARY KEY, file INTEGER) WITHOUT ROWID;
"""
_LINKS_TO_FILE = f"SELECT offset, name FROM link WHERE file = ? ORDER BY offset LIMIT {_MOST_NAMES}"

Link = tuple[int, str]
"""The offset of the header of a hard link, and the name of the link."""


class AnnouncedLinks:
    """The hard links of an archive.

    They are kept in a temporary database, because there may be a great many.

    ``path`` is a table of the paths that are the targets of links. Only the hash of each path is
    stored, because a path may have a million characters.
    """

    def __init__(self) -> None:
        """Create a database without links."""
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.executescript(_TABLES)
        self._connection.execute("BEGIN")
        self._count = 0

    def close(self) -> None:
        """Delete the database."""
        self._connection.close()

    def __bool__(self) -> bool:
        return self._count > 0

    def add(self, header: RawHeader) -> bool:
        """Add a hard link and return True, or return False if there are already too many links."""
        if self._count >= _MOST_LINKS:
            return False
        self._count += 1
        name = short_name(header.text).encode("utf-8", "surrogateescape")
        self._execute("INSERT INTO link VALUES (?, ?, NULL)", header.offset, name)
        self._execute("INSERT OR IGNORE INTO path VALUES (?, NULL)", _digest(header.target))
        return True

    def find_files(self, headers: Iterable[RawHeader]) -> None:
        """Find the file of each link.

        ``headers`` are those of all members of the archive, in order. A link refers to an earlier
        member, which may also be a link.
        """
        for header in headers:
            file = None
            if is_link(header):
                query = "SELECT file FROM path WHERE digest = ?"
                for (file,) in self._execute(query, _digest(header.target)).fetchall():
                    self._execute("UPDATE link SET file = ? WHERE offset = ?", file, header.offset)
            elif header.type in FILE_TYPES + LINK_TYPE and not header.is_sparse:
                file = header.offset
            self._execute("UPDATE path SET file = ? WHERE digest = ?", file, _digest(header.path))

    def links_to(self, file: int) -> list[Link]:
        """Return at most 100 links to the file whose header is at a given offset."""
        return list(_links(self._execute(_LINKS_TO_FILE, file)))

    def remove(self, links: Iterable[Link]) -> None:
        """Remove links, so that only those without a file remain."""
        for offset, _ in links:
            self._execute("DELETE FROM link WHERE offset = ?", offset)

    def remaining(self) -> Iterator[Link]:
        """Yield the links that have not been removed, sorted by offset."""
        yield from _links(self._execute("SELECT offset, name FROM link ORDER BY offset"))

    def _execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)


def is_link(header: RawHeader) -> bool:
    """Whether a header describes a hard link without bytes of its own."""
    return header.type == LINK_TYPE and not header.size


def _links(cursor: sqlite3.Cursor) -> Iterator[Link]:
    return ((offset, name.decode("utf-8", "surrogateescape")) for offset, name in cursor)


def _digest(path: bytes) -> bytes:
    """Return a short key for a path. Empty segments and ``.`` in the path are ignored."""
    return hashlib.sha256(b"/".join(s for s in path.split(b"/") if s not in {b"", b"."})).digest()
