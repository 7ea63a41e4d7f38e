"""A lookup of triples, for cells whose values belong to entities other than that of the row.

The triples are kept on disk while the tables are written, so memory use does not depend on the size
of the release. The lines of the metadata graph are kept too.
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
from kv2rdf.tables.all_tables import looked_up_columns

_META_GRAPH = "/graph/meta> .\n"
_CREATE_TABLE = "CREATE TABLE link (thing TEXT, property INTEGER, value TEXT)"
_CREATE_INDEX = "CREATE INDEX link_of ON link (thing, property)"
_INSERT = "INSERT INTO link VALUES (?, ?, ?)"
_SELECT = "SELECT value FROM link WHERE thing = ? AND property = ? ORDER BY rowid"
_Row = tuple[str, int, str]
"""A stored triple: the term given in a lookup, the number of the property, and the term found."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The triples that the tables look up, by subject and by object.

    ``meta_graph`` contains the lines of the metadata graph. Each property is stored as a number.
    ``forward`` maps each property whose objects are looked up to its number, and ``backward`` does
    the same for the properties whose subjects are looked up.
    """

    file: sqlite3.Connection
    meta_graph: tuple[str, ...]
    forward: Mapping[Iri, int]
    backward: Mapping[Iri, int]

    def objects(self, subject: str, property_: Iri) -> tuple[str, ...]:
        """Return the values of a property of ``subject``.

        ``subject`` and the values are written as in N-Quads.
        """
        return _values(self.file, subject, self.forward[property_])

    def subjects(self, property_: Iri, object_: str) -> tuple[str, ...]:
        """Return the entities that have ``object_`` as a value of a property.

        ``object_`` and the addresses of the entities are written as in N-Quads.
        """
        return _values(self.file, object_, self.backward[property_])


@contextmanager
def temporary_lookup(lines: Iterable[str], path: Path) -> Iterator[Lookup]:
    """Return a context with the lookup of a release. ``lines`` are the N-Quads of the release.

    The lookup is in a file at ``path``, which is removed afterwards. Raises ReleaseError if SQLite
    cannot write the file.
    """
    columns = list(looked_up_columns())
    properties = {p for c in columns if not c.is_inverse for p in c.properties}
    forward = {p: n for n, p in enumerate(sorted(properties))}
    properties = {p for c in columns if c.is_inverse for p in c.properties}
    backward = {p: n for n, p in enumerate(sorted(properties), start=len(forward))}
    meta_graph: list[str] = []
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode = OFF")
            file.execute("PRAGMA synchronous = OFF")  # The file is removed at the end of the run.
            file.execute(_CREATE_TABLE)
            file.execute("BEGIN")
            file.executemany(_INSERT, _rows(lines, forward, backward, meta_graph))
            file.execute(_CREATE_INDEX)
            file.execute("COMMIT")
            yield Lookup(file, tuple(meta_graph), forward, backward)
    except sqlite3.Error as error:
        raise ReleaseError(f"the tables cannot be joined: {error}") from error
    finally:
        _values.cache_clear()
        path.unlink(missing_ok=True)


def _rows(
    lines: Iterable[str],
    forward: Mapping[Iri, int],
    backward: Mapping[Iri, int],
    meta_graph: list[str],
) -> Iterator[_Row]:
    """Yield the rows to store, and add the lines of the metadata graph to ``meta_graph``."""
    forward = {Iri(f"<{property_}>"): number for property_, number in forward.items()}
    backward = {Iri(f"<{property_}>"): number for property_, number in backward.items()}
    for line in lines:
        subject, predicate, _ = line.split(" ", 2)
        if predicate in forward:
            yield subject, forward[Iri(predicate)], nquads.quad_terms(line)[2]
        if predicate in backward:
            yield nquads.quad_terms(line)[2], backward[Iri(predicate)], subject
        if line.endswith(_META_GRAPH):
            meta_graph.append(line)


@lru_cache(maxsize=1 << 14)
def _values(file: sqlite3.Connection, thing: str, number: int) -> tuple[str, ...]:
    return tuple(value for (value,) in file.execute(_SELECT, (thing, number)))
