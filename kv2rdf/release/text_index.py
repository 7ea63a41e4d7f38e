"""The text index of a release, in which the texts that contain a word can be found.

The index is an SQLite FTS5 table with one row for each text, such as a question or a notice. A row
consists of the words of the text, the address of what the text belongs to, and the kind of text. A
second table lists every word once, so that a search for a part of a word is possible.

In a scanned text or title, words are broken at the ends of lines. In its row, ``words`` is the text
with these words joined. In every row, ``other_words`` contains the words that SQLite does not find
in ``words``: words of the printed text and, if the text has unusual characters, all words as
``search_words`` writes them.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypedDict

from kv2rdf.errors import ReleaseError
from kv2rdf.linking.text.broken_words import rejoin
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import DCT, KV
from kv2rdf.release.search_words import INDEX_FORM, is_unusual, search_words

TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_TABLE = (
    "CREATE VIRTUAL TABLE text USING "
    f"fts5(words, other_words, address UNINDEXED, kind UNINDEXED, {TOKENS})"
)
_INSERT = "INSERT INTO text VALUES (:words, :other_words, :address, :kind)"
_WORDS = (
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, text, row)",
    "CREATE TABLE word (term TEXT PRIMARY KEY) WITHOUT ROWID",
    "INSERT INTO word SELECT term FROM temp.vocabulary",
)
_NEW_WORDS = (
    f"CREATE VIRTUAL TABLE temp.added USING fts5(words, {TOKENS})",
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, added, row)",
    "CREATE TEMPORARY TABLE removed (address TEXT PRIMARY KEY)",
)
_TEXT = f'> <{KV.text}> "'
_JOINED = f'> <{KV.joinedText}> "'
_TITLE = f'> <{DCT.title}> "'
_PARTS = {"vraag", "antwoord", "noot", "zaak"}


class _Row(TypedDict):
    """A row of the index."""

    words: str
    other_words: str
    address: str
    kind: str


def build_index(lines: Iterable[str], path: Path) -> int:
    """Write an index of the texts and titles in lines of N-Quads, and return the number of rows.

    ``lines`` must be sorted. Raises ReleaseError if the index cannot be written.
    """
    with _open_index(path) as index:
        index.execute(f"PRAGMA user_version = {INDEX_FORM}")
        index.execute(_TABLE)
        index.execute("BEGIN")
        index.executemany(_INSERT, _rows(lines))
        index.execute("INSERT INTO text(text) VALUES ('optimize')")
        for statement in _WORDS:
            index.execute(statement)
        index.execute("COMMIT")
        (count,) = index.execute("SELECT count(*) FROM text").fetchone()
        return int(count)


def patch_index(previous: Path, path: Path, removed: Iterable[str], added: Iterable[str]) -> None:
    """Write a copy of the previous index, without the removed texts and with the added ones.

    ``removed`` and ``added`` are sorted lines of N-Quads. If one of them contains the text of a
    subject, it must contain all other lines of that subject too. A word that no longer occurs in
    any text stays in the list of words, but a search for it finds nothing. Raises ReleaseError if
    the index cannot be written.
    """
    shutil.copyfile(previous, path)
    new_rows = list(_rows(added))
    with _open_index(path) as index:
        for statement in _NEW_WORDS:
            index.execute(statement)
        index.execute("BEGIN")
        index.executemany("INSERT INTO removed VALUES (:address)", _rows(removed))
        index.execute("DELETE FROM text WHERE address IN (SELECT address FROM removed)")
        index.executemany(_INSERT, new_rows)
        index.executemany("INSERT INTO temp.added VALUES (:words || ' ' || :other_words)", new_rows)
        index.execute("INSERT OR IGNORE INTO word SELECT term FROM temp.vocabulary")
        index.execute("COMMIT")


@contextmanager
def _open_index(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as index:
            index.execute("PRAGMA journal_mode = OFF")
            index.execute("PRAGMA synchronous = OFF")  # a build that is killed starts over
            yield index
    except sqlite3.Error as error:
        raise ReleaseError(f"the text index cannot be written: {error}") from error


def _rows(lines: Iterable[str]) -> Iterator[_Row]:
    """Yield a row for each text in sorted lines of N-Quads.

    Because of the order, the joined form of a text comes before the text itself.
    """
    joined: dict[str, str] = {}
    for line in lines:
        if _JOINED in line:
            subject, _, value, _ = nquads.quad_terms(line)
            joined = {subject: nquads.literal_text(value)}
        elif _is_text(line):
            subject, _, value, _ = nquads.quad_terms(line)
            printed, address = nquads.literal_text(value), subject[1:-1]
            words = joined.get(subject) or (_TITLE in line and rejoin(printed)) or printed
            others = _other_words(printed, words)
            yield _Row(words=words, other_words=others, address=address, kind=_kind(address))


def _is_text(line: str) -> bool:
    """Whether a line states the text of a part or a notice, or the title of a case.

    The texts of findings are not indexed.
    """
    if _TEXT not in line and (_TITLE not in line or "/zaak/" not in line):
        return False
    return "#" not in line.split(">", maxsplit=1)[0]


def _other_words(printed: str, joined: str) -> str:
    """Return the words of a text that SQLite does not find in its joined form."""
    others = [search_words(joined)] if is_unusual(joined) else []
    if printed != joined:
        known = set(search_words(joined).split())
        words = search_words(printed).split()
        others += dict.fromkeys(word for word in words if word not in known)
    return " ".join(others)


def _kind(address: str) -> str:
    """Return the kind of a text, from its address: "vraag", "antwoord", "mededeling", …"""
    *_, parent, last = address.split("/")
    if parent in _PARTS:
        return parent
    return last if last == "toelichting" else "mededeling"
