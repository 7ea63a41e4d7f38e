"""The identifiers in the lists of the input, kept on disk in a table of the spool.

Each process looks up identifiers in the file of the spool, so that long lists do not use memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from kv2rdf.linking.reference_index import IDENTIFIERS
from kv2rdf.model.official_identifiers import has_known_form
from kv2rdf.model.recorded_table import key_number
from kv2rdf.release.report import IdentifierList

TABLE = """
CREATE TABLE identifier (
    identifier TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (identifier, document)
) WITHOUT ROWID
"""
_MAX_EXAMPLES = 20
_CHANGED = """
SELECT identifier FROM identifier
WHERE NOT EXISTS (SELECT 1 FROM other.identifier AS o WHERE o.identifier = identifier.identifier)
UNION
SELECT identifier FROM other.identifier AS o
WHERE NOT EXISTS (SELECT 1 FROM main.identifier AS i WHERE i.identifier = o.identifier)
"""


class IdentifierRows(Mapping[str, str]):
    """The identifiers of all lists, each mapped to itself."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Create a mapping of the identifiers that an open spool contains."""
        self._connection = connection

    def __getitem__(self, identifier: str) -> str:
        query = "SELECT 1 FROM identifier WHERE identifier = ?"
        if self._connection.execute(query, (identifier,)).fetchone() is None:
            raise KeyError(identifier)
        return identifier

    def __iter__(self) -> Iterator[str]:
        rows = self._connection.execute("SELECT DISTINCT identifier FROM identifier ORDER BY 1")
        return (identifier for (identifier,) in rows)

    def __len__(self) -> int:
        query = "SELECT COUNT(DISTINCT identifier) FROM identifier"
        return int(self._connection.execute(query).fetchone()[0])


def has_identifiers(connection: sqlite3.Connection) -> bool:
    """Whether an open spool contains any identifiers."""
    return connection.execute("SELECT 1 FROM identifier LIMIT 1").fetchone() is not None


def insert_identifiers(
    connection: sqlite3.Connection, document: str, identifiers: Iterable[str]
) -> None:
    """Store the identifiers of the list whose document id is ``document``."""
    rows = ((identifier, document) for identifier in identifiers)
    connection.executemany("INSERT INTO identifier VALUES (?, ?)", rows)


def delete_identifiers(connection: sqlite3.Connection, documents: Iterable[str]) -> None:
    """Remove the identifiers of the lists whose document ids are ``documents``."""
    ids = ((id_,) for id_ in documents)
    connection.executemany("DELETE FROM identifier WHERE document = ?", ids)


def identifier_list(connection: sqlite3.Connection, document: str) -> IdentifierList:
    """Return a description, for the report, of the list whose document id is ``document``."""
    rows = connection.execute(
        "SELECT identifier FROM identifier WHERE document = ? ORDER BY identifier", (document,)
    )
    number = malformed = 0
    examples: list[str] = []
    for (identifier,) in rows:
        number += 1
        if not has_known_form(identifier):
            malformed += 1
            examples += [identifier] if malformed <= _MAX_EXAMPLES else []
    return IdentifierList(
        document=document, identifiers=number, malformed=malformed, examples=examples
    )


def changed_identifier_keys(spool: Path, previous: Path) -> frozenset[int]:
    """Return the ``key_number`` of each identifier that is in only one of two spools."""
    with closing(sqlite3.connect(f"{spool.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute(
            "ATTACH DATABASE ? AS other", (f"{previous.absolute().as_uri()}?mode=ro",)
        )
        rows = connection.execute(_CHANGED)
        return frozenset(key_number(IDENTIFIERS, identifier) for (identifier,) in rows)
