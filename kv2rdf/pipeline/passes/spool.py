"""The spool: the papers of all input documents, kept on disk between the two passes.

It is an SQLite file with one row for each document. Papers are stored as JSON, written by msgspec.
The next build reuses this file.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

import msgspec

from kv2rdf.errors import ReleaseError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper
from kv2rdf.pipeline.passes import identifier_table
from kv2rdf.release.report import IdentifierList

_TABLE = """
CREATE TABLE document (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, fate TEXT NOT NULL, location TEXT NOT NULL,
    reason TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER, keys TEXT NOT NULL,
    used_keys TEXT NOT NULL, papers BLOB NOT NULL
) WITHOUT ROWID
"""
_INSERT = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_decoder = msgspec.json.Decoder(tuple[Paper, ...])


class Fate(StrEnum):
    """The outcome for an input document.

    LIST is the outcome for a list of identifiers, which was read but contains no papers.
    """

    READ = "read"
    LIST = "list of identifiers"
    HELD_BACK = "held back"
    NOT_READ = "not read"


_FATES = {fate.value: fate for fate in Fate}
_KINDS = {kind.value: kind for kind in SourceKind}
"""The members of ``Fate`` and of ``SourceKind`` by value.

A dictionary lookup is faster than calling the enumeration.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoolEntry:
    """An input document and what was read from it, or the reason why nothing was read.

    If the document was held back, ``location`` is the place where reading failed, and ``reason`` is
    the problem. If it was not read because it is not a publication, only ``reason`` is given.
    ``kind`` and ``year`` are the kind of source and the year under which it is counted. ``keys``
    contains the case keys of its papers. Documents that share a key are in the same cluster.
    ``used_keys`` contains the ``key_number`` of each key that was looked up to read the document,
    even if it has no row. ``papers`` is the result of ``encode_papers``. If the document is a list,
    ``identifiers`` contains its identifiers, and ``listed`` describes it for the report.
    ``Spool.entries`` leaves out the papers and the identifiers.
    """

    id: str
    sha256: str
    fate: Fate
    location: str = ""
    reason: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    year: int | None = None
    keys: tuple[str, ...] = ()
    used_keys: tuple[int, ...] = ()
    papers: bytes = b"[]"
    identifiers: tuple[str, ...] = ()
    listed: IdentifierList | None = None


@contextmanager
def _write_errors() -> Iterator[None]:
    """Return a context in which ReleaseError is raised instead of an SQLite error."""
    try:
        yield
    except sqlite3.Error as error:
        raise ReleaseError(f"the spool cannot be written: {error}") from error


@contextmanager
def _opened_for_writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Return a context manager that opens a database for writing and yields the connection.

    The database stays open after the context, unless an SQLite error occurs in it. If such an error
    occurs, ReleaseError is raised instead.
    """
    with _write_errors():
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")  # If a build is killed, it starts over.
            yield connection
        except sqlite3.Error:
            connection.close()
            raise


def encode_papers(papers: Sequence[Paper]) -> bytes:
    """Return papers as JSON, in the form in which the spool stores them."""
    return msgspec.json.encode(papers)


class Spool:
    """The spool as an open database.

    One process can write to it, and any number of processes can read it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Wrap an open database. Use ``create``, ``copy`` or ``open`` to get a spool."""
        self._connection = connection

    @classmethod
    def create(cls, path: Path) -> Self:
        """Return a new, empty spool. Raises ReleaseError if it cannot be written."""
        with _opened_for_writing(path) as connection:
            connection.execute(_TABLE)
            connection.execute(identifier_table.TABLE)
        return cls(connection)

    @classmethod
    def copy(cls, source: Path, path: Path, without: Iterable[str]) -> Self:
        """Copy the spool at ``source`` to ``path``, except some documents, and return the copy.

        ``without`` contains the ids of these documents. Raises OSError if the file cannot be
        copied, and ReleaseError if SQLite cannot write to the copy.
        """
        shutil.copyfile(source, path)
        with _opened_for_writing(path) as connection:
            connection.execute("BEGIN")
            left_out = set(without)
            lists = left_out.intersection(_lists(connection))
            identifier_table.delete_identifiers(connection, lists)
            ids = ((id_,) for id_ in left_out)
            connection.executemany("DELETE FROM document WHERE id = ?", ids)
            connection.execute("COMMIT")
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the spool at ``path``, opened for reading."""
        return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True))

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def add(self, entries: Iterable[SpoolEntry]) -> None:
        """Store the entries of new documents.

        None of the documents may be in the spool already. Raises ReleaseError if the spool cannot
        be written.
        """
        entries = tuple(entries)
        rows = (
            (
                *(e.id, e.sha256, e.fate, e.location, e.reason, e.kind, e.year),
                *("\n".join(e.keys), " ".join(map(str, e.used_keys)), e.papers),
            )
            for e in entries
        )
        with _write_errors():
            self._connection.execute("BEGIN")
            self._connection.executemany(_INSERT, rows)
            for e in entries:
                identifier_table.insert_identifiers(self._connection, e.id, e.identifiers)
            self._connection.execute("COMMIT")

    def entries(self) -> Iterator[SpoolEntry]:
        """Yield the entries of all documents, sorted by id, without papers and identifiers."""
        rows = self._connection.execute(
            "SELECT id, sha256, fate, location, reason, kind, year, keys, used_keys"
            " FROM document ORDER BY id"
        )
        for id_, sha256, fate, location, reason, kind, year, keys, used_keys in rows:
            yield SpoolEntry(
                id=id_,
                sha256=sha256,
                fate=_FATES[fate],
                location=location,
                reason=reason,
                kind=_KINDS[kind],
                year=year,
                keys=tuple(keys.split("\n")) if keys else (),
                used_keys=tuple(map(int, used_keys.split())),
                listed=identifier_table.identifier_list(self._connection, id_)
                if fate == Fate.LIST
                else None,
            )

    def hashes(self) -> dict[str, str]:
        """Return the sha256 of each document by its id, sorted by id."""
        return dict(self._connection.execute("SELECT id, sha256 FROM document ORDER BY id"))

    def documents_using(self, keys: Set[int]) -> set[str]:
        """Return the ids of the documents whose ``used_keys`` contain at least one of ``keys``."""
        if not keys:
            return set()
        rows = self._connection.execute("SELECT id, used_keys FROM document")
        return {id_ for id_, used in rows if not keys.isdisjoint(map(int, used.split()))}

    @property
    def identifiers(self) -> Mapping[str, str]:
        """The identifiers in all lists, each mapped to itself. They are looked up on disk.

        If the input contains no lists, which is usual, nothing needs to be looked up.
        """
        if not identifier_table.has_identifiers(self._connection):
            return {}
        return identifier_table.IdentifierRows(self._connection)

    def papers(self, ids: Sequence[str]) -> list[Paper]:
        """Return the papers of the documents with the given ids, in the order of ``ids``."""
        papers: list[Paper] = []
        for id_ in ids:
            query = self._connection.execute("SELECT papers FROM document WHERE id = ?", (id_,))
            with closing(query):
                (blob,) = query.fetchone()
            papers += _decoder.decode(blob)
        return papers


def _lists(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT id FROM document WHERE fate = ? ORDER BY id"
    return [id_ for (id_,) in connection.execute(query, (Fate.LIST,))]
