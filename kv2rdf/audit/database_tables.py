"""The tables of the audit's database, and the insertion of their rows."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from kv2rdf.audit import identifier_lists
from kv2rdf.audit.archives.member import AuditInput
from kv2rdf.audit.dump.nquads import Quad
from kv2rdf.audit.dump.terms import (
    ANSWERS_TO,
    CONCERNS,
    CONCERNS_DOSSIER,
    CONSISTS_OF,
    CREATED_A_REALIZATION_OF,
    HAD_ACTIVITY_TYPE,
    HAD_PARTICIPATION,
    IS_EXEMPLIFIED_BY,
    IS_PART_OF,
    IS_REALIZED_BY,
    LISTED,
    NAME_FORM,
    PARTICIPATION_ROLE,
    RULE,
    STATE,
    WAS_DERIVED_FROM,
    WORK_TYPE,
)
from kv2rdf.audit.input_document import name_in_id
from kv2rdf.audit.kvr.text import FieldText, UnknownField, field_texts, kvr_root
from kv2rdf.audit.official.metadata import metadata_facts, metadata_root
from kv2rdf.audit.official.text import official_root, official_texts
from kv2rdf.audit.openkamer.text import page_lines, page_texts
from kv2rdf.audit.records.text import record_texts

_LINK_PROPERTIES = {
    WAS_DERIVED_FROM, IS_PART_OF, IS_REALIZED_BY, CREATED_A_REALIZATION_OF, CONSISTS_OF,
    HAD_PARTICIPATION, CONCERNS_DOSSIER, CONCERNS, NAME_FORM, RULE, IS_EXEMPLIFIED_BY,
    PARTICIPATION_ROLE, STATE, WORK_TYPE, ANSWERS_TO, HAD_ACTIVITY_TYPE,
}  # fmt: skip

TABLES = (
    """
CREATE TABLE document (key INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, is_readable INTEGER,
                       is_required INTEGER, UNIQUE (name, sha256));
CREATE TABLE field_text (document INTEGER, field TEXT, location TEXT, comparison TEXT, text TEXT,
                         number TEXT);
CREATE TABLE unknown_field (document INTEGER, location TEXT, text TEXT);
CREATE TABLE thing (key INTEGER PRIMARY KEY, address TEXT);
CREATE TABLE literal (thing INTEGER, predicate TEXT, text TEXT);
CREATE TABLE link (thing INTEGER, predicate TEXT, address TEXT);
"""
    + identifier_lists.TABLE
)
_QUADS_PER_BATCH = 10_000
_MARK_AS_LETTERS = b"\xc3\xaf\xc2\xbb\xc2\xbf"
_INSERT_TEXT = (
    "INSERT INTO field_text (document, field, location, text, comparison, number)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
INDEXES = """
CREATE INDEX field_texts ON field_text (document);
CREATE INDEX addresses ON thing (address);
CREATE INDEX literals ON literal (thing);
CREATE INDEX links_from ON link (thing);
CREATE INDEX links_to ON link (address, predicate);
"""


def insert_inputs(connection: sqlite3.Connection, inputs: Iterable[AuditInput]) -> None:
    """Insert the input documents without duplicates, and the texts of readable documents."""
    for document in inputs:
        identifiers = identifier_lists.listed_identifiers(document.content)
        texts = _texts(document.content) if identifiers is None else iter(())
        inserted = connection.execute(
            "INSERT OR IGNORE INTO document VALUES (NULL, ?, ?, ?, ?)",
            (
                name_in_id(document.name),
                document.sha256,
                texts is not None,
                document.is_required,
            ),
        )
        if texts is None or not inserted.rowcount:
            continue
        key = inserted.lastrowid
        identifier_lists.insert_listed(connection, identifiers or [])
        connection.executemany(_INSERT_TEXT, _text_rows(connection, key, texts))


def _text_rows(
    connection: sqlite3.Connection, key: int | None, texts: Iterable[FieldText | UnknownField]
) -> Iterator[tuple[object, ...]]:
    """Yield a row for each text of a document. Texts in unknown fields are inserted instead."""
    for text in texts:
        if isinstance(text, UnknownField):
            connection.execute(
                "INSERT INTO unknown_field VALUES (?, ?, ?)", (key, text.location, text.text)
            )
        else:
            words = map(_without_surrogates, (text.location, text.text))
            yield (key, text.field, *words, text.comparison.value, text.number)


def _texts(content: bytes) -> Iterator[FieldText | UnknownField] | None:
    """Return the texts of a document, or None if the audit has no reader for it.

    A byte order mark is left out, even if its bytes were encoded as three characters.
    """
    content = content.removeprefix(_MARK_AS_LETTERS)
    root = kvr_root(content)
    if root is not None:
        return field_texts(root)
    paper = official_root(content)
    if paper is not None:
        return official_texts(paper)
    metadata = metadata_root(content)
    if metadata is not None:
        return metadata_facts(metadata)
    lines = page_lines(content)
    return page_texts(lines) if lines is not None else record_texts(content)


def _without_surrogates(text: str) -> str:
    """Return a text without surrogates, so that it can be stored.

    The name of a file need not be UTF-8, and JSON may contain unpaired surrogates.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def insert_quads(connection: sqlite3.Connection, quads: Iterable[Quad]) -> None:
    """Insert the literals of the graph, and the links that the audit follows.

    A subject whose quads are not all adjacent gets several rows with the same address.
    """
    unread, subject, key = iter(quads), "", 0
    while batch := list(islice(unread, _QUADS_PER_BATCH)):
        things: list[tuple[int, str]] = []
        literals: list[tuple[int, str, str]] = []
        links: list[tuple[int, str, str]] = []
        for quad in batch:
            if quad.subject != subject:
                subject = quad.subject
                key += 1
                things.append((key, subject))
            if quad.is_literal:
                literals.append((key, quad.predicate, quad.value))
            elif quad.predicate in _LINK_PROPERTIES or quad.value == LISTED:
                links.append((key, quad.predicate, quad.value))
        connection.executemany("INSERT INTO thing VALUES (?, ?)", things)
        connection.executemany("INSERT INTO literal VALUES (?, ?, ?)", literals)
        connection.executemany("INSERT INTO link VALUES (?, ?, ?)", links)
