"""What is said of, or by, other things than a row's: kept on disk while the tables are written.

Memory stays the same however large the release is. What the release says of itself is kept too.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri
from kv2rdf.tables.all_tables import columns_looked_up

_ABOUT_ITSELF = "/graph/meta> .\n"
_MADE = "CREATE TABLE said (thing TEXT, property INTEGER, value TEXT)"
_INDEXED = "CREATE INDEX said_of ON said (thing, property)"
_ASKED = "SELECT value FROM said WHERE thing = ? AND property = ? ORDER BY rowid"
_AT_ONCE = 1 << 16
_Row = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Answers what is said of a thing (its ``forth``), and what points at it (``back``)."""

    file: sqlite3.Connection
    itself: tuple[str, ...]
    forth: Mapping[Iri, int]
    back: Mapping[Iri, int]

    def said_of(self, thing: str, property_: Iri) -> tuple[str, ...]:
        """Give the objects of a property of a thing, as they are written in N-Quads."""
        return _asked(self.file, thing, self.forth[property_])

    def pointing_at(self, thing: str, property_: Iri) -> tuple[str, ...]:
        """Give the things that point at this one with a property, as they are written."""
        return _asked(self.file, thing, self.back[property_])


@contextmanager
def lookup(lines: Iterable[str], path: Path) -> Iterator[Lookup]:
    """Keep in a file at ``path`` what the tables ask of sorted N-Quads, and answer from it.

    The file is gone afterwards. Raises ReleaseError where the disk refuses.
    """
    asked = list(columns_looked_up())
    properties = {p for c in asked if not c.back for p in c.properties}
    forth = {p: n for n, p in enumerate(sorted(properties))}
    properties = {p for c in asked if c.back for p in c.properties}
    back = {p: n for n, p in enumerate(sorted(properties), start=len(forth))}
    itself: list[str] = []
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode = OFF")
            file.execute("PRAGMA synchronous = OFF")  # it is gone with the run
            file.execute(_MADE)
            file.execute("BEGIN")
            file.executemany("INSERT INTO said VALUES (?, ?, ?)", _kept(lines, forth, back, itself))
            file.execute(_INDEXED)
            file.execute("COMMIT")
            yield Lookup(file, tuple(itself), forth, back)
    except sqlite3.Error as error:
        raise ReleaseError(f"the tables cannot be joined: {error}") from error
    finally:
        _asked.cache_clear()
        path.unlink(missing_ok=True)


def _kept(
    lines: Iterable[str], forth: Mapping[Iri, int], back: Mapping[Iri, int], itself: list[str]
) -> Iterator[_Row]:
    """Give what has to be kept: by thing, and by what is pointed at."""
    forth = {Iri(f"<{property_}>"): number for property_, number in forth.items()}
    back = {Iri(f"<{property_}>"): number for property_, number in back.items()}
    for line in lines:
        subject, predicate, _ = line.split(" ", 2)
        if predicate in forth:
            yield subject, forth[Iri(predicate)], nquads.fields(line)[2]
        if predicate in back:
            yield nquads.fields(line)[2], back[Iri(predicate)], subject
        if line.endswith(_ABOUT_ITSELF):
            itself.append(line)


@lru_cache(maxsize=1 << 14)
def _asked(file: sqlite3.Connection, thing: str, number: int) -> tuple[str, ...]:
    return tuple(value for (value,) in file.execute(_ASKED, (thing, number)))
