"""A connection to a text index, which several threads may use, and a time limit for searches."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock, local
from typing import Any, Self, TypeAlias

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.found_texts import Rows

IndexValues: TypeAlias = Mapping[str, object] | tuple[object, ...]
"""The values of the parameters of an SQL query."""

_STEPS = 1_000
"""The number of steps of SQLite after which it checks the time. They take at most 0.6 seconds."""


@dataclass(frozen=True, slots=True)
class SearchLimit:
    """The maximum time of a search in seconds, as measured by ``clock``."""

    seconds: float
    clock: Callable[[], float]


@dataclass(frozen=True)
class IndexReader:
    """A connection to a text index. If ``limit`` is None, searches have no time limit."""

    connection: sqlite3.Connection
    limit: SearchLimit | None
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)
    _of_thread: local = field(default_factory=local, repr=False, compare=False)

    @classmethod
    def open(cls, path: Path, limit: SearchLimit | None) -> Self:
        """Open a file for reading. Raises ReleaseError if it cannot be opened."""
        address = f"{path.as_uri()}?mode=ro"
        try:
            return cls(sqlite3.connect(address, uri=True, check_same_thread=False), limit)
        except sqlite3.Error as error:
            raise _unreadable(error) from error

    def rows(self, statement: str, values: IndexValues) -> list[tuple[Any, ...]]:
        """Return the rows of an SQL query. Raises ReleaseError if the index cannot be read."""
        return self._rows(statement, values, None)

    def rows_of_search(self) -> Rows:
        """Return a function that returns the rows of an SQL query, for the queries of one search.

        The limit applies to all these queries together, from this call on, or from the start of
        ``searching_together`` if it is open in this thread. The function raises QueryError if the
        limit is exceeded, and ReleaseError if the index cannot be read.
        """
        if self.limit is None:
            return self.rows
        clock = self.limit.clock
        end = getattr(self._of_thread, "end", None)
        if end is None:
            end = clock() + self.limit.seconds
        return partial(self._rows, is_late=lambda: clock() > end)

    @contextmanager
    def searching_together(self) -> Iterator[None]:
        """Apply the limit to all searches of this thread together while the context is open."""
        if self.limit is not None:
            self._of_thread.end = self.limit.clock() + self.limit.seconds
        try:
            yield
        finally:
            self._of_thread.end = None

    def _rows(
        self, statement: str, values: IndexValues, is_late: Callable[[], bool] | None
    ) -> list[tuple[Any, ...]]:
        try:
            # A connection reuses its prepared statements, so only one thread may use it at a time.
            with self._lock:
                self.connection.set_progress_handler(is_late, _STEPS)
                return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            if self.limit and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise QueryError(
                    f"the search takes more than {self.limit.seconds:g} seconds: use fewer words"
                    " with *, more letters before each *, or less of NEAR and OR"
                ) from error
            raise _unreadable(error) from error


def _unreadable(error: sqlite3.Error) -> ReleaseError:
    return ReleaseError(f"the text index cannot be read: {error}")
