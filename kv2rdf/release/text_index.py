"""The text index of a release, which is used for full-text search.

The index is an SQLite FTS5 table with one row for each text, such as a question or a notice. A row
consists of the words of the text, the address of the entity that the text belongs to, and the kind
of text. A second table lists every word once, so that it is possible to search for a part of a
word. The tables of ``case_index`` assign each text to its cases.

In a scanned text or title, words may be broken at the ends of lines. The column ``words`` contains
the text with these words joined. The column ``other_words`` contains the words that SQLite does not
find in ``words``: the pieces of broken words, as they were printed, and, if the text contains
unusual characters, all words as ``search_words`` writes them.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TypedDict

from kv2rdf.errors import ReleaseError
from kv2rdf.linking.text.broken_words import rejoin
from kv2rdf.rdf.vocabulary import DCT, KV
from kv2rdf.release.case_index import (
    WANTED_PROPERTIES,
    CaseIndexWriter,
    SubjectLines,
    create_tables,
    is_case,
    remove_cases,
)
from kv2rdf.release.search_words import INDEX_FORM, is_unusual, search_words

TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
_TABLE = (
    "CREATE VIRTUAL TABLE text USING "
    f"fts5(words, other_words, address UNINDEXED, kind UNINDEXED, {TOKENS})"
)
_INSERT = (
    "INSERT INTO text (rowid, words, other_words, address, kind)"
    " VALUES (:number, :words, :other_words, :address, :kind)"
)
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
_REMOVE = (
    "CREATE TEMPORARY TABLE removed_text AS"
    " SELECT rowid AS number FROM text WHERE address IN (SELECT address FROM removed)",
    "DELETE FROM text WHERE rowid IN (SELECT number FROM removed_text)",
)
_PROPERTIES = WANTED_PROPERTIES | {f"<{KV.text}>", f"<{KV.joinedText}>"}
TEXT_KINDS = ("zaak", "vraag", "antwoord", "toelichting", "noot", "mededeling")
"""The kinds of texts in the index. A text of the kind "zaak" is the title of a case."""


class _Row(TypedDict):
    """A row of the index."""

    number: int
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
        create_tables(index)
        index.execute("BEGIN")
        index.executemany(_INSERT, _added_rows(index, lines, 1))
        index.execute("INSERT INTO text(text) VALUES ('optimize')")
        for statement in _WORDS:
            index.execute(statement)
        index.execute("COMMIT")
        (count,) = index.execute("SELECT count(*) FROM text").fetchone()
        return int(count)


def patch_index(previous: Path, path: Path, removed: Iterable[str], added: Iterable[str]) -> None:
    """Write a copy of the previous index, without the removed texts and with the added ones.

    ``removed`` and ``added`` are lines of N-Quads. They must contain all lines in the graphs of the
    changed cases, sorted, followed by the changed lines of the register. A word or a name that no
    longer occurs in any text may remain in the lists of words and entities, but a search for it
    finds nothing. Raises OSError if the previous index cannot be copied, and ReleaseError if the
    index cannot be written.
    """
    shutil.copyfile(previous, path)
    old = list(_subjects(removed))
    with _open_index(path) as index:
        for statement in _NEW_WORDS:
            index.execute(statement)
        index.execute("BEGIN")
        addresses = ((lines.subject[1:-1],) for lines in old if _is_text(lines))
        index.executemany("INSERT INTO removed VALUES (?)", addresses)
        for statement in _REMOVE:
            index.execute(statement)
        remove_cases(index, old)
        (last,) = index.execute("SELECT coalesce(max(rowid), 0) FROM text").fetchone()
        new_rows = list(_added_rows(index, added, last + 1))
        index.executemany(_INSERT, new_rows)
        index.executemany("INSERT INTO temp.added VALUES (:words || ' ' || :other_words)", new_rows)
        index.execute("INSERT OR IGNORE INTO word SELECT term FROM temp.vocabulary")
        index.execute("COMMIT")


@contextmanager
def _open_index(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as index:
            index.execute("PRAGMA journal_mode = OFF")
            index.execute("PRAGMA synchronous = OFF")  # If a build is killed, it starts over.
            yield index
    except sqlite3.Error as error:
        raise ReleaseError(f"the text index cannot be written: {error}") from error


def _added_rows(index: sqlite3.Connection, lines: Iterable[str], first: int) -> Iterator[_Row]:
    """Yield a row for each text in ``lines``, and index cases. Row numbers start at ``first``."""
    cases, number = CaseIndexWriter(index), first
    for subject_lines in _subjects(lines):
        cases.add(subject_lines)
        if _is_text(subject_lines):
            row = _row(number, subject_lines)
            cases.add_text(number, row["kind"], subject_lines)
            yield row
            number += 1
    cases.resolve()


def _subjects(lines: Iterable[str]) -> Iterator[SubjectLines]:
    """Yield those of the given N-Quads that the index needs, grouped by subject."""
    split = (line.split(" ", 2) for line in lines)
    wanted = (parts for parts in split if parts[1] in _PROPERTIES)
    for subject, group in groupby(wanted, itemgetter(0)):
        values: dict[str, list[str]] = {}
        for _, property_, rest in group:
            value = rest.removesuffix(" .\n").rsplit(" ", 1)[0]
            values.setdefault(property_, []).append(value)
        yield SubjectLines(subject, values)


def _is_text(lines: SubjectLines) -> bool:
    """Whether a subject's lines state the text of a part or a notice, or the title of a case.

    The texts of findings are not indexed.
    """
    property_ = DCT.title if is_case(lines.subject) else KV.text
    return "#" not in lines.subject and bool(lines.all(property_))


def _row(number: int, lines: SubjectLines) -> _Row:
    address = lines.subject[1:-1]
    if is_case(lines.subject):
        printed = lines.text(DCT.title) or ""
        words = rejoin(printed) or printed
    else:
        printed = lines.text(KV.text) or ""
        words = lines.text(KV.joinedText) or printed
    return _Row(
        number=number, words=words, other_words=_other_words(printed, words),
        address=address, kind=_kind(address),
    )  # fmt: skip


def _other_words(printed: str, joined: str) -> str:
    """Return the value of ``other_words`` for a text, as printed and with its words joined."""
    others = [search_words(joined)] if is_unusual(joined) else []
    if printed != joined:
        known = set(search_words(joined).split())
        words = search_words(printed).split()
        others += dict.fromkeys(word for word in words if word not in known)
    return " ".join(others)


def _kind(address: str) -> str:
    """Return the kind of a text, which is one of ``TEXT_KINDS``, from its address."""
    *_, parent, last = address.split("/")
    if parent in TEXT_KINDS:
        return parent
    return last if last == "toelichting" else "mededeling"
