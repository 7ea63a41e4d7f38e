"""The text index of a release: where a word stands, in questions, answers, notes and notices.

SQLite FTS5, one row a text: its words, the address it stands at, and what kind of thing that is;
and beside it every word there is, to find the words that a part of a word stands in. Of a scan the
words are those of the text with broken words joined; the pieces that it prints stand apart.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypedDict

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import DCT, KV

NAME = "textindex.sqlite"
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_TABLE = (
    "CREATE VIRTUAL TABLE text USING "
    f"fts5(words, pieces, address UNINDEXED, kind UNINDEXED, {_TOKENS})"
)
_INSERT = "INSERT INTO text VALUES (:words, :pieces, :address, :kind)"
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
_TEXT = f'> <{KV.text}> "'
_JOINED = f'> <{KV.joinedText}> "'
_TITLE = f'> <{DCT.title}> "'
_PARTS = {"vraag", "antwoord", "noot", "zaak"}
_WORD = re.compile(r"\w+")


class _Row(TypedDict):
    """A text as the index has it."""

    words: str
    pieces: str
    address: str
    kind: str


def build(lines: Iterable[str], path: Path) -> int:
    """Write a new index of the texts and titles in sorted N-Quads; give how many there are.

    Raises ReleaseError where the disk refuses.
    """
    with _opened(path) as index:
        index.execute(_TABLE)
        index.execute("BEGIN")
        index.executemany(_INSERT, _rows(lines))
        index.execute("INSERT INTO text(text) VALUES ('optimize')")
        for statement in _WORDS:
            index.execute(statement)
        index.execute("COMMIT")
        (count,) = index.execute("SELECT count(*) FROM text").fetchone()
        return int(count)


def patch(before: Path, path: Path, removed: Iterable[str], added: Iterable[str]) -> None:
    """Write the index ``before`` again without the texts of some lines and with those of others.

    Both are sorted, and have all lines of a subject that has a text in them. A word that stands
    nowhere any more stays among the words: it finds nothing. Raises ReleaseError where the disk
    refuses.
    """
    shutil.copyfile(before, path)
    fresh = list(_rows(added))
    with _opened(path) as index:
        for statement in _NEW_WORDS:
            index.execute(statement)
        index.execute("BEGIN")
        index.executemany("INSERT INTO gone VALUES (:address)", _rows(removed))
        index.execute("DELETE FROM text WHERE address IN (SELECT address FROM gone)")
        index.executemany(_INSERT, fresh)
        index.executemany("INSERT INTO temp.fresh VALUES (:words || ' ' || :pieces)", fresh)
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


def _rows(lines: Iterable[str]) -> Iterator[_Row]:
    """Give the texts: what one is with its words joined stands in a line before it."""
    joined: dict[str, str] = {}
    for line in lines:
        if _JOINED in line:
            subject, _, value, _ = nquads.fields(line)
            joined = {subject: nquads.words(value)}
        elif _is_text(line):
            subject, _, value, _ = nquads.fields(line)
            printed, address = nquads.words(value), subject[1:-1]
            words = joined.get(subject, printed)
            pieces = _left_out(printed, words)
            yield _Row(words=words, pieces=pieces, address=address, kind=_kind(address))


def _is_text(line: str) -> bool:
    """Tell a text of a part or notice, or a title of a case; findings are no text of ours."""
    if _TEXT not in line and (_TITLE not in line or "/zaak/" not in line):
        return False
    return "#" not in line.split(">", maxsplit=1)[0]


def _left_out(printed: str, words: str) -> str:
    """Give the words of a text, each once, that are not in another."""
    if printed == words:
        return ""
    there = set(_WORD.findall(words))
    return " ".join(dict.fromkeys(w for w in _WORD.findall(printed) if w not in there))


def _kind(address: str) -> str:
    """Tell by its address what a text is: "vraag", "antwoord", "mededeling", …"""
    *_, above, last = address.split("/")
    if above in _PARTS:
        return above
    return last if last == "toelichting" else "mededeling"
