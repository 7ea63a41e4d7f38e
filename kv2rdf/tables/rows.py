"""The rows of the tables. They are made from sorted N-Quads, one thing at a time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.lookup import Lookup
from kv2rdf.tables.schema import Column, TableSchema

ObjectsByPredicate = Mapping[str, list[str]]
"""The triples of one thing: objects by predicate, both as written in N-Quads."""

_TYPE = f"<{RDF.type}>"


def table_rows(lines: Iterable[str], lookup: Lookup) -> Iterator[tuple[TableSchema, list[str]]]:
    """Yield every row of every table, with its table, in the order of the lines.

    Raises ReleaseError if the graph has values that a table cannot hold.
    """
    tables: dict[str, list[TableSchema]] = {}
    for table in TABLES:
        for class_ in table.classes:
            tables.setdefault(f"<{class_}>", []).append(table)
    for subject, group in groupby(lines, key=_subject):
        triples: dict[str, list[str]] = {}
        for line in group:
            _, predicate, value, _ = nquads.quad_terms(line)
            triples.setdefault(predicate, []).append(value)
        found = [table for type_ in triples.get(_TYPE, ()) for table in tables.get(type_, ())]
        for table in dict.fromkeys(found):
            for row in SubjectRows(table, subject, triples, lookup).rows():
                yield table, row


def _subject(line: str) -> str:
    return line[: line.index(" ")]


class SubjectRows:
    """The rows of one table for one thing."""

    def __init__(
        self, table: TableSchema, subject: str, triples: ObjectsByPredicate, lookup: Lookup
    ) -> None:
        """Set the table, the thing, its triples, and the lookup of the triples of other things.

        ``subject`` is the address of the thing, written as in N-Quads.
        """
        self.table, self.subject, self.triples, self.lookup = table, subject, triples, lookup

    def rows(self) -> Iterator[list[str]]:
        """Yield one row, or a row for each value of the table's ``row_per`` column."""
        first, *columns = self.table.columns
        row = {first.name: self.subject[1:-1]}
        if self.table.row_per:
            (column,) = columns
            pattern = re.compile(self.table.value_pattern)
            for value in self.values(column, row):
                cell = _cell(column, value)
                if pattern.search(cell):
                    yield [row[first.name], cell]
            return
        for column in columns:
            row[column.name] = self.cell(column, row)
        yield list(row.values())

    def cell(self, column: Column, row: Mapping[str, str]) -> str:
        """Return the text of a cell; it is empty if the thing has no value.

        Raises ReleaseError if the thing has values that the cell cannot hold.
        """
        cells = [_cell(column, value) for value in self.values(column, row)]
        if column.separator:
            if any(column.separator in cell for cell in cells):
                raise ReleaseError(f"{self.subject}: a line of {column.name} has a line feed in it")
            return column.separator.join(cells)
        if len(cells) > 1:
            raise ReleaseError(f"{self.subject}: {column.name} has more than one value")
        return cells[0] if cells else ""

    def values(self, column: Column, row: Mapping[str, str]) -> Iterable[str]:
        """Return the values of a column, written as in N-Quads.

        ``row`` contains the cells of the earlier columns.
        """
        if column.properties == (RDF.type,):
            types = self.triples[_TYPE]
            return next([f"<{c}>"] for c in self.table.classes if f"<{c}>" in types)
        subject = self.subject
        if column.subject:
            name, suffix = column.subject_parts
            if not row[name]:
                return []
            subject = f"<{row[name]}{suffix}>"
        values = [v for p in column.properties for v in self._ends(column, p, subject)]
        if column.language is not None:
            return [value for value in values if value.endswith(f'"@{column.language}')]
        return values

    def _ends(self, column: Column, property_: Iri, thing: str) -> Iterable[str]:
        """Return the objects of a thing's property or, if the column is inverse, the subjects."""
        if column.is_inverse:
            return self.lookup.subjects(property_, thing)
        if column.subject:
            return self.lookup.objects(thing, property_)
        return self.triples.get(f"<{property_}>", ())


def _cell(column: Column, written: str) -> str:
    """Return the text or the address that a cell holds for a value, written as in N-Quads."""
    if not written.startswith("<"):
        return nquads.literal_text(written)
    address = written[1:-1]
    if not address.startswith(column.prefix):
        raise ReleaseError(f"{address} is not a {column.en}")
    return address.removeprefix(column.prefix)
