"""A temporary SQLite database for lists that may not fit into memory."""

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from kv2rdf.errors import InputError

Row = tuple[Any, ...]
"""A row of a table or of a result, or the values of the parameters of a statement."""


class TemporaryDatabase:
    """A temporary database.

    SQLite writes it to disk only if it becomes large, and deletes it when it is closed.
    """

    def __init__(self, tables: str) -> None:
        """Create a database. ``tables`` contains the statements that create its tables."""
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        self._connection.execute("PRAGMA journal_mode = OFF")  # Nothing is ever rolled back.
        self._connection.executescript(tables)
        self._connection.execute("BEGIN")  # A single transaction is faster. It is never committed.

    def fill(self, statement: str, rows: Iterable[Row] = ((),)) -> int:
        """Execute a statement with each of ``rows``, and return the number of changed rows.

        Each of ``rows`` contains the values of the parameters. By default, the statement is
        executed once, without parameters.

        Raises InputError if the database cannot be written.
        """
        with _write_errors():
            return self._connection.executemany(statement, rows).rowcount

    def change(self, statement: str, values: Row) -> bool:
        """Execute a statement, and return whether it changed a row.

        Raises InputError if the database cannot be written.
        """
        with _write_errors():
            return self._connection.execute(statement, values).rowcount > 0

    def rows(self, query: str, values: Row = ()) -> Iterator[Row]:
        """Yield the rows of the result of a query, without loading all of them into memory."""
        yield from self._connection.execute(query, values)

    def has_row(self, query: str, values: Row) -> bool:
        """Whether the result of a query contains a row."""
        return self._connection.execute(query, values).fetchone() is not None


@contextmanager
def _write_errors() -> Iterator[None]:
    """Return a context in which InputError is raised instead of an SQLite error."""
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(f"the list of documents cannot be written to disk: {error}") from error
