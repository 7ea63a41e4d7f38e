"""The rows of the tables, made from sorted N-Quads one entity at a time."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import QB, RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.lookup import Lookup
from kv2rdf.tables.schema import Column, TableSchema

ObjectsByPredicate = Mapping[str, list[str]]
"""The triples of one entity: objects by predicate, both as written in N-Quads."""

_TYPE = f"<{RDF.type}>"
_DATA_CUBE = f"<{QB.dataSet}>"


def table_rows(lines: Iterable[str], lookup: Lookup) -> Iterator[tuple[TableSchema, list[str]]]:
    """Yield every row of every table, with its table, in the order of the lines.

    Raises ReleaseError if the graph contains values that a table cannot represent.
    """
    tables = _TablesOfThings()
    for subject, group in groupby(lines, key=_subject):
        triples: dict[str, list[str]] = {}
        for line in group:
            _, predicate, value, _ = nquads.quad_terms(line)
            triples.setdefault(predicate, []).append(value)
        for table in tables[tuple(triples.get(_TYPE, ())), tuple(triples.get(_DATA_CUBE, ()))]:
            for row in SubjectRows(table, subject, triples, lookup).rows():
                yield table, row


def _subject(line: str) -> str:
    return line[: line.index(" ")]


class _TablesOfThings(dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[TableSchema, ...]]):
    """A cache that maps the types of an entity, and its data cubes, to the tables that contain it.

    Types and data cubes are written as in N-Quads.
    """

    def __missing__(self, key: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[TableSchema, ...]:
        types, cubes = key
        classes = {type_[1:-1] for type_ in types}
        names = {"", *(cube[1:-1].rpartition("/")[2] for cube in cubes)}
        tables = tuple(
            table
            for table in TABLES
            if not classes.isdisjoint(table.classes) and table.data_cube in names
        )
        self[key] = tables
        return tables


class SubjectRows:
    """The rows of one table for one entity."""

    def __init__(
        self, table: TableSchema, subject: str, triples: ObjectsByPredicate, lookup: Lookup
    ) -> None:
        """Store the table, the entity, its triples, and a lookup of the triples of other entities.

        ``subject`` is the address of the entity, written as in N-Quads.
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
        """Return the text of a cell, or "" if the entity has no value.

        Raises ReleaseError if the entity has values that the cell cannot represent.
        """
        values = self.values(column, row)
        if not values:
            return ""
        cells = [_cell(column, value) for value in values]
        if column.separator:
            if any(column.separator in cell for cell in cells):
                raise ReleaseError(f"{self.subject}: a line of {column.name} has a line feed in it")
            return column.separator.join(cells)
        if len(cells) > 1:
            raise ReleaseError(f"{self.subject}: {column.name} has more than one value")
        return cells[0]

    def values(self, column: Column, row: Mapping[str, str]) -> Sequence[str]:
        """Return the values of a column, written as in N-Quads.

        ``row`` contains the cells of the earlier columns.
        """
        if column.properties == (RDF.type,):
            types = self.triples[_TYPE]
            return next([f"<{c}>"] for c in self.table.classes if f"<{c}>" in types)
        values = self._ends(column, row)
        if column.language is not None:
            values = _in_language(values, column.language)
        if not values and column.fallback is not None:
            return self.values(column.fallback, row)
        return values

    def _ends(self, column: Column, row: Mapping[str, str]) -> Sequence[str]:
        """Return the objects of the triples with the column's subject and property.

        If the column is inverse, return the subjects of the triples with the column's subject as
        object. ``row`` contains the cells of the earlier columns.
        """
        (property_,) = column.properties
        if not column.is_looked_up:
            return self.triples.get(f"<{property_}>", ())
        subject = self.subject
        if column.subject:
            name, suffix = column.subject_parts
            if not row[name]:
                return ()
            subject = f"<{row[name]}{suffix}>"
        if column.is_inverse:
            return self.lookup.subjects(property_, subject)
        return self.lookup.objects(subject, property_)


def _in_language(values: Iterable[str], language: str) -> Sequence[str]:
    end = f'"@{language}'
    return [value for value in values if value.endswith(end)]


def _cell(column: Column, written: str) -> str:
    """Return the content of a cell, given its value as written in N-Quads.

    Raises ReleaseError if the value is an address without the column's prefix.
    """
    if not written.startswith("<"):
        return nquads.literal_text(written)
    address = written[1:-1]
    if not address.startswith(column.prefix):
        raise ReleaseError(f"{address} is not a {column.en}")
    return address.removeprefix(column.prefix)
