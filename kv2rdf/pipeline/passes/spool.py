"""The spool: what each document was read into, on disk, until all are in and can be grouped.

SQLite, one row a document; papers as JSON by msgspec. An increment starts from it.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

import msgspec

from kv2rdf.errors import ReleaseError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper

SPOOL = "spool.sqlite"
_TABLE = """
CREATE TABLE document (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, fate TEXT NOT NULL, place TEXT NOT NULL,
    reason TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER, keys TEXT NOT NULL,
    papers BLOB NOT NULL
) WITHOUT ROWID
"""
_INSERT = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_decoder = msgspec.json.Decoder(tuple[Paper, ...])


class Fate(StrEnum):
    """What became of a document when it was read."""

    READ = "read"
    HELD_BACK = "held back"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document: read into papers, held back at a place for a reason, or no publication.

    ``kind`` and ``year`` are what it says itself that it is, and of when.
    """

    id: str
    sha256: str
    fate: Fate
    place: str = ""
    reason: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    year: int | None = None
    keys: tuple[str, ...] = ()
    papers: bytes = b"[]"


@contextmanager
def _told() -> Iterator[None]:
    """Tell of what the disk refuses."""
    try:
        yield
    except sqlite3.Error as error:
        raise ReleaseError(f"the spool cannot be written: {error}") from error


def packed(papers: Sequence[Paper]) -> bytes:
    """Give papers as the spool keeps them."""
    return msgspec.json.encode(papers)


class Spool:
    """The rows on disk. One process writes, any number read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an open database; use ``create`` or ``open``."""
        self._connection = connection

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty spool."""
        with _told():
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")  # a build that is killed starts again
            connection.execute(_TABLE)
        return cls(connection)

    @classmethod
    def copied(cls, before: Path, path: Path, without: Iterable[str]) -> Self:
        """Make a spool that has the documents of another, but for some."""
        shutil.copyfile(before, path)
        with _told():
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            gone = ((id_,) for id_ in without)
            connection.executemany("DELETE FROM document WHERE id = ?", gone)
            connection.execute("COMMIT")
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a spool to read from."""
        return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True))

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def add(self, entries: Iterable[Entry]) -> None:
        """Keep documents."""
        rows = (
            (
                *(e.id, e.sha256, e.fate, e.place, e.reason, e.kind, e.year),
                *("\n".join(e.keys), e.papers),
            )
            for e in entries
        )
        with _told():
            self._connection.execute("BEGIN")
            self._connection.executemany(_INSERT, rows)
            self._connection.execute("COMMIT")

    def entries(self) -> Iterator[Entry]:
        """Give all documents by id, without their papers."""
        rows = self._connection.execute(
            "SELECT id, sha256, fate, place, reason, kind, year, keys FROM document ORDER BY id"
        )
        for id_, sha256, fate, place, reason, kind, year, keys in rows:
            yield Entry(
                id=id_,
                sha256=sha256,
                fate=Fate(fate),
                place=place,
                reason=reason,
                kind=SourceKind(kind),
                year=year,
                keys=tuple(keys.split("\n")) if keys else (),
            )

    def papers(self, ids: Sequence[str]) -> list[Paper]:
        """Give the papers of these documents."""
        found: list[Paper] = []
        for id_ in ids:
            query = self._connection.execute("SELECT papers FROM document WHERE id = ?", (id_,))
            with closing(query):
                (blob,) = query.fetchone()
            found += _decoder.decode(blob)
        return found
