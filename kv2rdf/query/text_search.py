"""Words looked up in the text index of a release: the texts that have them, best first."""

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
  SELECT rowid AS number, rank AS worth FROM text WHERE text MATCH :wanted
  ORDER BY rank, rowid LIMIT :limit
)
SELECT address, kind, snippet(text, 0, '', '', '…', 24) FROM best
JOIN text ON text.rowid = best.number WHERE text MATCH :wanted ORDER BY worth, number
"""
"""The best are chosen by their numbers alone: only what is shown is read."""

_COUNTED = "SELECT count(*) FROM text WHERE text MATCH :wanted"

_MOST_TERMS = 2_000
_MOST_TEXTS = 20_000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that was found: its address, what it is, and the words around what was looked for."""

    address: str
    kind: str
    around: str


def search(release: Path, phrases: Sequence[str], limit: int) -> tuple[Hit, ...]:
    """Find the texts that have every phrase, at most ``limit``, the best first (BM25).

    A phrase is whole words that stand next to each other; with ``*`` behind it the last word may
    go on. Capitals and accents make no difference. Raises ReleaseError where there is no index,
    QueryError where there is no word to look for.
    """
    wanted = _wanted(phrases)
    with _opened(release) as index:
        rows = index.execute(_RANKED, {"wanted": wanted, "limit": limit}).fetchall()
    return tuple(
        Hit(address=address, kind=kind, around=" ".join(around.split()))
        for address, kind, around in rows
    )


def number(release: Path, phrases: Sequence[str]) -> int:
    """Give how many texts have every phrase; raises as ``search`` does."""
    wanted = _wanted(phrases)
    with _opened(release) as index:
        (counted,) = index.execute(_COUNTED, {"wanted": wanted}).fetchone()
    return int(counted)


def _wanted(phrases: Sequence[str]) -> str:
    if not phrases or not all(map(_WORD.search, phrases)):
        raise QueryError("there is no word to look for")
    return " AND ".join(map(_quoted, phrases))


def candidates(release: Path, words: str) -> tuple[str, ...] | None:
    """Give the addresses of all texts that may have ``words`` in them, also as a part of words.

    None where the index is of no help: they are too many, or there is no word.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    found = list(_WORD.finditer(plain.lower()))
    if not found:
        return None
    with _opened(release) as index:
        wanted = []
        for word in found:
            before = "%" if word.start() == 0 else ""
            after = "%" if word.end() == len(plain) else ""
            terms = _terms(index, f"{before}{word[0]}{after}")
            if len(terms) <= _MOST_TERMS:
                wanted.append(f"({' OR '.join(map(_quoted, terms)) or _quoted(word[0])})")
        if not wanted:
            return None
        texts = index.execute(
            "SELECT address FROM text WHERE text MATCH ? LIMIT ?",
            (" AND ".join(wanted), _MOST_TEXTS + 1),
        ).fetchall()
    return tuple(sorted(address for (address,) in texts)) if len(texts) <= _MOST_TEXTS else None


def _terms(index: sqlite3.Connection, pattern: str) -> list[str]:
    """Give the words of the index that are like a pattern, at most one more than are of help."""
    rows: Iterable[tuple[str]] = index.execute(
        "SELECT term FROM word WHERE term LIKE ? LIMIT ?", (pattern, _MOST_TERMS + 1)
    )
    return [term for (term,) in rows]


def _quoted(phrase: str) -> str:
    """Write a phrase so that nothing in it is syntax."""
    more = "*" if phrase.endswith("*") else ""
    escaped = phrase.removesuffix("*").replace('"', '""').replace("\0", " ")
    return f'"{escaped}"{more}'


@contextmanager
def _opened(release: Path) -> Iterator[sqlite3.Connection]:
    path = release / _INDEX
    if not path.is_file():
        raise ReleaseError(f"{release}: has no text index")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as index:
            yield index
    except sqlite3.Error as error:
        raise ReleaseError(f"{release}: the text index cannot be read: {error}") from error
