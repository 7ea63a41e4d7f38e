"""The ids of the documents to load, kept in a temporary database."""

import re
from collections.abc import Iterable, Iterator

from kv2rdf.sources.input.document_ids import digits_in_id, id_with_digits
from kv2rdf.sources.input.temporary_database import TemporaryDatabase

_TABLES = """
CREATE TABLE wanted (id TEXT PRIMARY KEY, is_loaded INTEGER DEFAULT FALSE) WITHOUT ROWID;
CREATE TABLE file (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_MARK_AS_LOADED = "UPDATE wanted SET is_loaded = TRUE WHERE id = ? AND NOT is_loaded"


class WantedIds:
    """The ids of the documents to load, and whether each document has been loaded."""

    def __init__(self, ids: Iterable[str], *, has_records: bool) -> None:
        """Store the ids. ``has_records`` is true if some of them may be ids of records in a file.

        Raises InputError if the database cannot be written.
        """
        self._database = TemporaryDatabase(_TABLES)
        self._has_tildes = False
        self._numbers_of_digits = set[int]()
        self._database.fill("INSERT OR IGNORE INTO wanted VALUES (?, FALSE)", self._noted(ids))
        wanted = self._database.rows("SELECT id FROM wanted")
        files = (file for (id_,) in wanted for file in _files(id_, has_records=has_records))
        self._database.fill("INSERT OR IGNORE INTO file VALUES (?)", files)

    def __bool__(self) -> bool:
        return self._database.has_row("SELECT 1 FROM wanted", ())

    def may_be_in_file(self, name: str) -> bool:
        """Whether a file with this name may contain a document to load.

        If one of the ids contains a tilde, which may be followed by digits of a sha256, the result
        is always true. Such an id can belong to any file, because the digits depend on the bytes of
        the document.
        """
        return self._has_tildes or self._has("SELECT 1 FROM file WHERE name = ?", name)

    def is_missing(self, id_: str) -> bool:
        """Whether ``id_`` is the id of a document to load that has not been loaded yet."""
        return self._has("SELECT 1 FROM wanted WHERE id = ? AND NOT is_loaded", id_)

    def spelling(self, name: str, sha256: str) -> str:
        """Return ``name`` with digits if that is the id of a document to load, or else ``name``.

        The digits are the first ones of ``sha256``.
        """
        numbers = sorted(self._numbers_of_digits, reverse=True)
        spellings = (id_with_digits(name, sha256, number) for number in numbers)
        query = "SELECT 1 FROM wanted WHERE id = ?"
        return next((each for each in spellings if self._has(query, each)), name)

    def mark_as_loaded(self, id_: str) -> bool:
        """Mark a document as loaded, and return whether it was still missing."""
        return self._database.change(_MARK_AS_LOADED, (_key(id_),))

    def missing(self) -> Iterator[str]:
        """Yield the ids of the documents that have not been loaded, sorted."""
        query = "SELECT id FROM wanted WHERE NOT is_loaded ORDER BY id"
        return (id_ for (id_,) in self._database.rows(query))

    def _noted(self, ids: Iterable[str]) -> Iterator[tuple[str]]:
        """Yield a row with each id, and record any tilde and the number of digits after it."""
        for id_ in ids:
            if "~" in id_:
                self._has_tildes = True
                if (number := digits_in_id(id_)) is not None:
                    self._numbers_of_digits.add(number)
            yield (id_,)

    def _has(self, query: str, text: str) -> bool:
        return self._database.has_row(query, (_key(text),))


def _files(id_: str, *, has_records: bool) -> Iterator[tuple[str]]:
    """Yield a row with the name of each file that may contain the document with this id."""
    yield (id_,)
    if has_records:
        yield from ((id_[: at.start()],) for at in re.finditer("-", id_))


def _key(name: str) -> str | bytes:
    """Return the key that is used to look up a name.

    The key is ``name`` or, if the name cannot be encoded in UTF-8, bytes that never equal an id.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")  # In SQLite, bytes never equal a text.
    return name
