"""Full-text search in the text index of a release."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Self, TypeAlias

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.release.search_words import INDEX_FORM, is_unusual, search_words

_RANKED = """
WITH best AS MATERIALIZED (
  SELECT rowid AS number, rank AS score FROM text WHERE text MATCH :pattern
  ORDER BY rank, rowid LIMIT :limit OFFSET :offset
)
SELECT address, kind, snippet(text, 0, '', '', '…', 24) FROM best
JOIN text ON text.rowid = best.number WHERE text MATCH :pattern ORDER BY score, number
"""
"""The query selects the row numbers of the best texts first, so that only these texts are read."""

_COUNT = "SELECT count(*) FROM text WHERE text MATCH :pattern"
_ADDRESSES = "SELECT address FROM text WHERE text MATCH ? LIMIT ?"
_TERMS = "SELECT term FROM word WHERE term LIKE ? LIMIT ?"

_MAX_TERMS = 2_000
_MAX_TEXTS = 20_000
_WORD = re.compile(r"\w+")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_Values: TypeAlias = Mapping[str, object] | tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that was found. ``snippet`` is the part of the text around the match."""

    address: str
    kind: str
    snippet: str


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The text index of a release, open for reading.

    Any thread may use it. Every method raises ReleaseError if the index cannot be read.
    """

    file: sqlite3.Connection
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index.

        Raises ReleaseError if it is missing, cannot be read, or was made by another version.
        """
        address = f"{path.as_uri()}?mode=ro"
        try:
            index = cls(sqlite3.connect(address, uri=True, check_same_thread=False))
        except sqlite3.Error as error:
            raise ReleaseError(f"{path}: the text index cannot be read: {error}") from error
        try:
            index.check_form()
        except ReleaseError:
            index.close()
            raise
        return index

    def check_form(self) -> None:
        """Raise ReleaseError if the index has a form that this version of kv2rdf does not read."""
        ((form,),) = self._rows("PRAGMA user_version", ())
        if form != INDEX_FORM:
            raise ReleaseError(
                f"the text index cannot be read: it has the form {form} of another kv2rdf,"
                f" not {INDEX_FORM}; build the release again"
            )

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def hits(self, phrases: Sequence[str], limit: int, offset: int = 0) -> tuple[Hit, ...]:
        """Return at most ``limit`` texts that contain every phrase, the best matches (BM25) first.

        The first ``offset`` texts are left out.
        A phrase is one or more whole words next to each other. If it ends in ``*``, its last word
        also matches any longer word with that beginning. Case and accents are ignored. Raises
        QueryError if a phrase contains no word, or if ``limit`` is less than 1.
        """
        if limit < 1:
            raise QueryError(f"the number of texts must be at least 1, not {limit}")
        rows = self._rows(_RANKED, {"pattern": _pattern(phrases), "limit": limit, "offset": offset})
        return tuple(
            Hit(address=address, kind=kind, snippet=" ".join(snippet.split()))
            for address, kind, snippet in rows
        )

    def hit_count(self, phrases: Sequence[str]) -> int:
        """Return the number of texts that contain every phrase.

        Raises the same errors as ``hits``.
        """
        ((count,),) = self._rows(_COUNT, {"pattern": _pattern(phrases)})
        return int(count)

    def candidates(self, words: str) -> tuple[str, ...] | None:
        """Return the addresses of all texts that may contain ``words``.

        The words may be parts of longer words. Return None if the index cannot help: there is no
        word, or there are too many texts.
        """
        plain = search_words(words)
        matches = list(_WORD.finditer(plain))
        if not matches:
            return None
        conditions = []
        for match in matches:
            before = "%" if match.start() == 0 else ""
            after = "%" if match.end() == len(plain) else ""
            terms = [
                term
                for (term,) in self._rows(_TERMS, (f"{before}{match[0]}{after}", _MAX_TERMS + 1))
            ]
            if len(terms) <= _MAX_TERMS:
                conditions.append(f"({' OR '.join(map(_quoted, terms)) or _quoted(match[0])})")
        if not conditions:
            return None
        texts = self._rows(_ADDRESSES, (" AND ".join(conditions), _MAX_TEXTS + 1))
        return tuple(sorted(address for (address,) in texts)) if len(texts) <= _MAX_TEXTS else None

    def _rows(self, statement: str, values: _Values) -> list[tuple[Any, ...]]:
        try:
            with self._lock:  # a connection reuses its prepared statements
                return self.file.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise ReleaseError(f"the text index cannot be read: {error}") from error


def _pattern(phrases: Sequence[str]) -> str:
    if not phrases or not all(map(str.strip, map(search_words, phrases))):
        raise QueryError("there is no word to search for")
    return " AND ".join(map(_phrase, phrases))


def _phrase(typed: str) -> str:
    """Return the FTS5 query for a phrase that a user typed.

    The query matches the indexed words of the phrase. If the phrase contains unusual characters,
    the query also matches the phrase as typed. Only such a match shows where in the text it is.
    """
    star = "*" if typed.endswith("*") else ""
    words = _quoted(search_words(typed).strip() + star)
    return f"({words} OR {_quoted(typed)})" if is_unusual(typed) else words


def _quoted(phrase: str) -> str:
    """Quote a phrase, so that FTS5 reads nothing in it as syntax except a final ``*``."""
    star = "*" if phrase.endswith("*") else ""
    escaped = phrase.removesuffix("*").replace('"', '""').replace("\0", " ")
    escaped = _NO_CHARACTER.sub(" ", escaped)
    return f'"{escaped}"{star}'
