"""Full-text search in the text index of a release."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import QueryError, ReleaseError

_INDEX = "textindex.sqlite"
_RANKED = """
WITH best AS MATERIALIZED (
  SELECT rowid AS number, rank AS score FROM text WHERE text MATCH :pattern
  ORDER BY rank, rowid LIMIT :limit
)
SELECT address, kind, snippet(text, 0, '', '', '…', 24) FROM best
JOIN text ON text.rowid = best.number WHERE text MATCH :pattern ORDER BY score, number
"""
"""The query selects the row numbers of the best texts first, so that only these texts are read."""

_COUNT = "SELECT count(*) FROM text WHERE text MATCH :pattern"

_MAX_TERMS = 2_000
_MAX_TEXTS = 20_000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that was found. ``snippet`` is the part of the text around the match."""

    address: str
    kind: str
    snippet: str


def search(release: Path, phrases: Sequence[str], limit: int) -> tuple[Hit, ...]:
    """Return at most ``limit`` texts that contain every phrase, the best matches (BM25) first.

    A phrase is one or more whole words next to each other. If it ends in ``*``, its last word also
    matches any longer word with that beginning. Case and accents are ignored. Raises ReleaseError
    if the index is missing or cannot be read, and QueryError if a phrase contains no word.
    """
    pattern = _pattern(phrases)
    with _open_index(release) as index:
        rows = index.execute(_RANKED, {"pattern": pattern, "limit": limit}).fetchall()
    return tuple(
        Hit(address=address, kind=kind, snippet=" ".join(snippet.split()))
        for address, kind, snippet in rows
    )


def hit_count(release: Path, phrases: Sequence[str]) -> int:
    """Return the number of texts that contain every phrase. Raises the same errors as search."""
    pattern = _pattern(phrases)
    with _open_index(release) as index:
        (count,) = index.execute(_COUNT, {"pattern": pattern}).fetchone()
    return int(count)


def _pattern(phrases: Sequence[str]) -> str:
    if not phrases or not all(map(_WORD.search, phrases)):
        raise QueryError("there is no word to search for")
    return " AND ".join(map(_quoted, phrases))


def candidate_addresses(release: Path, words: str) -> tuple[str, ...] | None:
    """Return the addresses of all texts that may contain ``words``, even as parts of longer words.

    Return None if ``words`` contains no word, or if there are too many such texts.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    matches = list(_WORD.finditer(plain.lower()))
    if not matches:
        return None
    with _open_index(release) as index:
        conditions = []
        for match in matches:
            before = "%" if match.start() == 0 else ""
            after = "%" if match.end() == len(plain) else ""
            terms = _terms(index, f"{before}{match[0]}{after}")
            if len(terms) <= _MAX_TERMS:
                conditions.append(f"({' OR '.join(map(_quoted, terms)) or _quoted(match[0])})")
        if not conditions:
            return None
        texts = index.execute(
            "SELECT address FROM text WHERE text MATCH ? LIMIT ?",
            (" AND ".join(conditions), _MAX_TEXTS + 1),
        ).fetchall()
    return tuple(sorted(address for (address,) in texts)) if len(texts) <= _MAX_TEXTS else None


def _terms(index: sqlite3.Connection, pattern: str) -> list[str]:
    """Return at most ``_MAX_TERMS`` + 1 words of the index that match a LIKE pattern."""
    rows: Iterable[tuple[str]] = index.execute(
        "SELECT term FROM word WHERE term LIKE ? LIMIT ?", (pattern, _MAX_TERMS + 1)
    )
    return [term for (term,) in rows]


def _quoted(phrase: str) -> str:
    """Quote a phrase, so that FTS5 reads nothing in it as syntax except a final ``*``."""
    star = "*" if phrase.endswith("*") else ""
    escaped = phrase.removesuffix("*").replace('"', '""').replace("\0", " ")
    return f'"{escaped}"{star}'


@contextmanager
def _open_index(release: Path) -> Iterator[sqlite3.Connection]:
    path = release / _INDEX
    if not path.is_file():
        raise ReleaseError(f"{release} has no text index")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as index:
            yield index
    except sqlite3.Error as error:
        raise ReleaseError(f"{release}: the text index cannot be read: {error}") from error
