"""The audit's database of the printed texts in the input documents, and of the graph.

It is a temporary SQLite database on disk, so that only one cluster at a time is in memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Self

from kv2rdf.audit import identifier_lists
from kv2rdf.audit.archives.member import AuditInput
from kv2rdf.audit.database_tables import INDEXES, TABLES, insert_inputs, insert_quads
from kv2rdf.audit.dump.nquads import Quad
from kv2rdf.audit.dump.terms import (
    CONCERNS_DOSSIER,
    IDENTIFIER,
    IS_PART_OF,
    PROSE,
    SHA256,
    WAS_DERIVED_FROM,
)
from kv2rdf.audit.input_document import AuditDocument, with_shortest_digits
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText, UnknownField

_CACHED_THINGS = 1 << 12
"""The maximum number of entities whose statements are cached.

Each cluster needs the same statements several times.
"""

_STATEMENTS = """
SELECT 0, predicate, text FROM thing JOIN literal ON literal.thing = thing.key
 WHERE thing.address = ?
UNION ALL
SELECT 1, predicate, link.address FROM thing JOIN link ON link.thing = thing.key
 WHERE thing.address = ?
"""


class AuditDatabase:
    """A database of the input documents and the graph of a release."""

    def __init__(self) -> None:
        """Create an empty database. It is deleted when it is closed."""
        self._connection = sqlite3.connect("")
        self._connection.executescript(TABLES)
        self._statements_of = lru_cache(_CACHED_THINGS)(self._read_statements)
        self._subjects_of = lru_cache(_CACHED_THINGS)(self._read_subjects)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def load(self, inputs: Iterable[AuditInput], quads: Iterable[Quad]) -> None:
        """Insert all printed texts of the inputs and the whole graph.

        This must be called only once.
        """
        insert_inputs(self._connection, inputs)
        insert_quads(self._connection, quads)
        self._connection.executescript(INDEXES)

    def documents(self) -> list[AuditDocument]:
        """Return all input documents, sorted by name and without duplicates."""
        rows = self._connection.execute(
            "SELECT key, name, sha256, is_readable, is_required FROM document ORDER BY name, sha256"
        )
        return [
            AuditDocument(key, name, sha256, bool(is_readable), bool(is_required))
            for key, name, sha256, is_readable, is_required in rows
        ]

    def field_texts(self, document: AuditDocument) -> list[FieldText]:
        """Return the texts of a document, in document order."""
        rows = self._connection.execute(
            "SELECT field, location, comparison, text, number FROM field_text"
            " WHERE document = ? ORDER BY rowid",
            (document.key,),
        )
        return [
            FieldText(field, location, Comparison(comparison), text, number)
            for field, location, comparison, text, number in rows
        ]

    def unknown_fields(self, document: AuditDocument) -> list[UnknownField]:
        """Return the texts of a document in fields that the audit does not know."""
        rows = self._connection.execute(
            "SELECT location, text FROM unknown_field WHERE document = ?", (document.key,)
        )
        return [UnknownField(location, text) for location, text in rows]

    def sources(self) -> dict[tuple[str, str], str]:
        """Return a mapping whose values are the addresses of the sources in the graph.

        The keys are pairs of the identifier and the sha256 of a source. If the identifier ends in
        digits of the sha256, only the first eight of these are kept.
        """
        rows = self._connection.execute(
            "SELECT name.text, hash.text, address FROM literal AS hash"
            " JOIN literal AS name USING (thing) JOIN thing ON thing.key = hash.thing"
            " WHERE hash.predicate = ? AND name.predicate = ?",
            (SHA256, IDENTIFIER),
        )
        return {
            (with_shortest_digits(name, sha256), sha256): address for name, sha256, address in rows
        }

    def case_links(self) -> Iterator[tuple[str, str]]:
        """Yield pairs of addresses that belong to one case.

        A pair consists of either an entity and its source, or a work and its dossier.
        """
        yield from self._connection.execute(
            "SELECT thing.address, link.address FROM link JOIN thing ON thing.key = link.thing"
            " WHERE predicate IN (?, ?)",
            (WAS_DERIVED_FROM, CONCERNS_DOSSIER),
        )

    def texts_without_source(self) -> Iterator[tuple[str, str]]:
        """Yield the running texts that have no source and belong to a paper without a source.

        Each item is a pair of the address of an entity and its text.
        """
        yield from self._connection.execute(
            "SELECT address, text FROM literal JOIN thing ON thing.key = thing"
            " WHERE predicate IN (?, ?) AND NOT EXISTS"
            " (SELECT 1 FROM link WHERE link.thing = literal.thing AND link.predicate = ?)"
            " AND NOT EXISTS (SELECT 1 FROM link AS part JOIN thing AS paper USING (address)"
            " JOIN link AS source ON source.thing = paper.key WHERE part.thing = literal.thing"
            " AND part.predicate = ? AND source.predicate = ?) ORDER BY address, text",
            (*PROSE, WAS_DERIVED_FROM, IS_PART_OF, WAS_DERIVED_FROM),
        )

    def pages_of_no_list(self) -> Iterator[tuple[str, str]]:
        """Yield each page that the release attributes to a list but that no list refers to.

        Each item is a pair of the address of the file in the graph, and the address of the page.
        """
        yield from identifier_lists.pages_of_no_list(self._connection)

    def papers_without_page(self) -> Iterator[tuple[str, str]]:
        """Yield the address and identifier of each listed answer or notice that has no page."""
        yield from identifier_lists.papers_without_page(self._connection)

    def objects(self, subject: str, predicate: str) -> Sequence[str]:
        """Return the addresses that an entity links to with a property, sorted."""
        return self._statements_of(subject)[0].get(predicate, ())

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Return the addresses of the entities that link to ``value`` with a property, sorted."""
        return self._subjects_of(predicate, value)

    def _read_subjects(self, predicate: str, value: str) -> list[str]:
        rows = self._connection.execute(
            "SELECT thing.address FROM link JOIN thing ON thing.key = link.thing"
            " WHERE link.address = ? AND predicate = ? ORDER BY thing.address",
            (value, predicate),
        )
        return [address for (address,) in rows]

    def literals(self, subject: str) -> Sequence[tuple[str, str]]:
        """Return the literals of an entity as pairs of predicate and text, sorted."""
        return self._statements_of(subject)[1]

    def _read_statements(self, subject: str) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
        """Return the links of an entity by property, and its literals. Both are sorted."""
        links: dict[str, list[str]] = {}
        literals: list[tuple[str, str]] = []
        for is_link, predicate, value in sorted(
            self._connection.execute(_STATEMENTS, (subject, subject))
        ):
            if is_link:
                links.setdefault(predicate, []).append(value)
            else:
                literals.append((predicate, value))
        return links, literals
