"""The desk of the audit: what is printed and what the graph says, laid side by side on disk.

A temporary SQLite database holds both, so that memory has the texts of one cluster at a time.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from kv2rdf.audit.dump.nquads import Quad
from kv2rdf.audit.dump.terms import (
    CONCERNS,
    CONSISTS_OF,
    CREATED,
    DERIVED,
    IDENTIFIER,
    NAME_FORM,
    PART_OF,
    PROSE,
    REALIZED,
    RULE,
    SHA256,
    TOLD_OF,
    TOOK_PART,
)
from kv2rdf.audit.input_files import Input
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.text import Piece, Unknown, document, printed

_LINKS = {
    DERIVED, PART_OF, REALIZED, CREATED, CONSISTS_OF, TOOK_PART, CONCERNS, NAME_FORM, RULE,
    TOLD_OF,
}  # fmt: skip
_TABLES = """
CREATE TABLE input (id INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, kvr INTEGER,
                    UNIQUE (name, sha256));
CREATE TABLE piece (input INTEGER, place TEXT, at TEXT, sort TEXT, words TEXT,
                    number TEXT);
CREATE TABLE unknown (input INTEGER, at TEXT, words TEXT);
CREATE TABLE thing (id INTEGER PRIMARY KEY, address TEXT);
CREATE TABLE literal (thing INTEGER, predicate TEXT, words TEXT);
CREATE TABLE link (thing INTEGER, predicate TEXT, address TEXT);
"""
_INDEXES = """
CREATE INDEX pieces ON piece (input);
CREATE INDEX addresses ON thing (address);
CREATE INDEX literals ON literal (thing);
CREATE INDEX forwards ON link (thing);
CREATE INDEX backwards ON link (address, predicate);
"""


@dataclass(frozen=True, slots=True, order=True)
class Document:
    """A document of the input: its number on the desk, its name, its bytes' hash, its form."""

    id: int
    name: str
    sha256: str
    kvr: bool

    @property
    def mark(self) -> str:
        """What a release puts behind a name that is not one document's alone, or has no place."""
        return f"~{self.sha256[:8]}"


def known_by(identifier: str) -> str:
    """Give the mark in the identifier of a source, or the identifier where it has none."""
    _, tilde, mark = identifier.rpartition("~")
    return f"~{mark}" if tilde else identifier


class Desk:
    """What is compared, and the questions that the comparison asks of it."""

    def __init__(self) -> None:
        """Clear the desk: an empty database that goes when it is closed."""
        self._db = sqlite3.connect("")
        self._db.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def lay_out(self, inputs: Iterable[Input], statements: Iterable[Quad]) -> None:
        """Put down all that the inputs print and all that the graph says of it."""
        for found in inputs:
            self._input(found)
        subject, thing = "", 0
        for said in statements:
            if said.subject != subject:
                subject = said.subject
                thing += 1
                self._db.execute("INSERT INTO thing VALUES (?, ?)", (thing, subject))
            if said.literal or said.predicate in _LINKS:
                table = "literal" if said.literal else "link"
                row = (thing, said.predicate, said.value)
                self._db.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", row)
        self._db.executescript(_INDEXES)

    def _input(self, found: Input) -> None:
        root = document(found.content)
        row = (found.name, found.sha256, root is not None)
        put = self._db.execute("INSERT OR IGNORE INTO input VALUES (NULL, ?, ?, ?)", row)
        if root is None or not put.rowcount:
            return
        number = put.lastrowid
        for words in printed(root):
            if isinstance(words, Unknown):
                self._db.execute(
                    "INSERT INTO unknown VALUES (?, ?, ?)", (number, words.where, words.text)
                )
            else:
                self._db.execute(
                    "INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        number,
                        words.place,
                        words.where,
                        words.sort.value,
                        words.text,
                        words.number,
                    ),
                )

    def documents(self) -> list[Document]:
        """Give all inputs, each once, by name."""
        rows = self._db.execute("SELECT id, name, sha256, kvr FROM input ORDER BY name, sha256")
        return [Document(id_, name, sha256, bool(kvr)) for id_, name, sha256, kvr in rows]

    def sources(self) -> dict[tuple[str, str], str]:
        """Give the address of each source in the graph by its name or mark and its bytes' hash."""
        rows = self._db.execute(
            "SELECT name.words, hash.words, address FROM literal AS hash"
            " JOIN literal AS name USING (thing) JOIN thing ON thing.id = hash.thing"
            " WHERE hash.predicate = ? AND name.predicate = ?",
            (SHA256, IDENTIFIER),
        )
        return {(known_by(name), sha256): address for name, sha256, address in rows}

    def ties(self) -> Iterator[tuple[str, str]]:
        """Give pairs of addresses that belong to one case: thing and source, work and dossier."""
        yield from self._db.execute(
            "SELECT thing.address, link.address FROM link JOIN thing ON thing.id = link.thing"
            " WHERE predicate IN (?, ?)",
            (DERIVED, CONCERNS),
        )

    def pieces(self, document: Document) -> list[Piece]:
        """Give what a document prints."""
        rows = self._db.execute(
            "SELECT place, at, sort, words, number FROM piece WHERE input = ? ORDER BY rowid",
            (document.id,),
        )
        return [Piece(place, at, Sort(sort), *words) for place, at, sort, *words in rows]

    def unknown(self, document: Document) -> list[Unknown]:
        """Give what stands in a document where the table of places has nothing."""
        rows = self._db.execute("SELECT at, words FROM unknown WHERE input = ?", (document.id,))
        return [Unknown(*row) for row in rows]

    def without_source(self) -> Iterator[tuple[str, str]]:
        """Give things with a text, and it, where neither they nor their paper have a source."""
        yield from self._db.execute(
            "SELECT address, words FROM literal JOIN thing ON thing.id = thing"
            " WHERE predicate IN (?, ?) AND NOT EXISTS"
            " (SELECT 1 FROM link WHERE link.thing = literal.thing AND link.predicate = ?)"
            " AND NOT EXISTS (SELECT 1 FROM link AS part JOIN thing AS paper USING (address)"
            " JOIN link AS source ON source.thing = paper.id WHERE part.thing = literal.thing"
            " AND part.predicate = ? AND source.predicate = ?) ORDER BY address, words",
            (*PROSE, DERIVED, PART_OF, DERIVED),
        )

    def objects(self, subject: str, predicate: str) -> list[str]:
        """Give the addresses that a thing points at."""
        rows = self._db.execute(
            "SELECT link.address FROM thing JOIN link ON link.thing = thing.id"
            " WHERE thing.address = ? AND predicate = ? ORDER BY link.address",
            (subject, predicate),
        )
        return [address for (address,) in rows]

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Give the addresses of the things that point at one."""
        rows = self._db.execute(
            "SELECT thing.address FROM link JOIN thing ON thing.id = link.thing"
            " WHERE link.address = ? AND predicate = ? ORDER BY thing.address",
            (value, predicate),
        )
        return [address for (address,) in rows]

    def literals(self, subject: str) -> list[tuple[str, str]]:
        """Give the words that the graph says of a thing, each with its predicate."""
        rows = self._db.execute(
            "SELECT predicate, words FROM thing JOIN literal ON literal.thing = thing.id"
            " WHERE thing.address = ? ORDER BY predicate, words",
            (subject,),
        )
        return list(rows)
