"""The text index of a release: where a word stands, in questions, answers, notes and notices.

SQLite FTS5, one row a text: its words, the address it stands at, and what kind of thing that is;
and beside it every word there is, to find the words that a part of a word stands in.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.publish import nquads
from kv2rdf.vocab import DCT, KV

NAME = "textindex.sqlite"
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_TABLE = (
    f"CREATE VIRTUAL TABLE text USING fts5(words, address UNINDEXED, kind UNINDEXED, {_TOKENS})"
)
_WORDS = (
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, text, row)",
    "CREATE TABLE word (term TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO word SELECT term FROM temp.vocabulary",
)
_NEW_WORDS = (
    f"CREATE VIRTUAL TABLE temp.fresh USING fts5(words, {_TOKENS})",
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, fresh, row)",
    "CREATE TEMPORARY TABLE gone (address TEXT PRIMARY KEY)",
)
_TEXT = f"> <{KV.text}> "
_TITLE = f"> <{DCT.title}> "
_PARTS = {"vraag", "antwoord", "noot", "zaak"}


def build(lines: Iterable[str], path: Path) -> int:
    """Write a new index of the texts and titles in sorted N-Quads; give how many there are.

    Raises ReleaseError where the disk refuses.
    """
    with _opened(path) as index:
        index.execute(_TABLE)
        index.execute("BEGIN")
        index.executemany("INSERT INTO text VALUES (?, ?, ?)", _rows(lines))
        index.execute("INSERT INTO text(text) VALUES ('optimize')")
        for statement in _WORDS:
            index.execute(statement)
        index.execute("COMMIT")
        (count,) = index.execute("SELECT count(*) FROM text").fetchone()
        return int(count)


def patch(before: Path, path: Path, removed: Iterable[str], added: Iterable[str]) -> None:
    """Write the index ``before`` again without the texts of some lines and with those of others.

    A word that stands nowhere any more stays among the words: it finds nothing. Raises
    ReleaseError where the disk refuses.
    """
    shutil.copyfile(before, path)
    fresh = list(_rows(added))
    with _opened(path) as index:
        for statement in _NEW_WORDS:
            index.execute(statement)
        index.execute("BEGIN")
        index.executemany("INSERT INTO gone VALUES (?)", ((row[1],) for row in _rows(removed)))
        index.execute("DELETE FROM text WHERE address IN (SELECT address FROM gone)")
        index.executemany("INSERT INTO text VALUES (?, ?, ?)", fresh)
        index.executemany("INSERT INTO temp.fresh VALUES (?)", ((row[0],) for row in fresh))
        index.execute("INSERT OR IGNORE INTO word SELECT term FROM temp.vocabulary")
        index.execute("COMMIT")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as index:
            index.execute("PRAGMA journal_mode = OFF")
            index.execute("PRAGMA synchronous = OFF")  # a build that is killed starts again
            yield index
    except sqlite3.Error as error:
        raise ReleaseError(f"the text index cannot be written: {error}") from error


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give the texts of parts and notices and the titles of cases; findings are no text of ours."""
    for line in lines:
        if (_TEXT in line or (_TITLE in line and "/zaak/" in line)) and "#" not in line.split(">")[
            0
        ]:
            subject, _, value, _ = nquads.fields(line)
            yield nquads.words(value), subject[1:-1], _kind(subject[1:-1])


def _kind(address: str) -> str:
    """Tell by its address what a text is: "vraag", "antwoord", "mededeling", …"""
    *_, above, last = address.split("/")
    if above in _PARTS:
        return above
    return last if last == "toelichting" else "mededeling"
