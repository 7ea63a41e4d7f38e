"""The rows of the tables, out of sorted N-Quads: a thing at a time, joined with others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.columns import Column, Table
from kv2rdf.tables.lookup import Lookup

Said = Mapping[str, list[str]]
"""What is said of a thing: objects by predicate, both as they are written."""

_TYPE = f"<{RDF.type}>"


def rows(lines: Iterable[str], others: Lookup) -> Iterator[tuple[Table, list[str]]]:
    """Give every row of every table, with its table, in the order of the lines.

    Raises ReleaseError where the graph says what a table cannot hold.
    """
    tables: dict[str, list[Table]] = {}
    for table in TABLES:
        for class_ in table.classes:
            tables.setdefault(f"<{class_}>", []).append(table)
    for subject, group in groupby(lines, key=_subject):
        said: dict[str, list[str]] = {}
        for line in group:
            _, predicate, value, _ = nquads.fields(line)
            said.setdefault(predicate, []).append(value)
        wanted = [table for type_ in said.get(_TYPE, ()) for table in tables.get(type_, ())]
        for table in dict.fromkeys(wanted):
            for row in Rows(table, subject, said, others).rows():
                yield table, row


def _subject(line: str) -> str:
    return line[: line.index(" ")]


class Rows:
    """The rows of one table for one thing."""

    def __init__(self, table: Table, thing: str, said: Said, others: Lookup) -> None:
        """Take the thing's address as it is written, what is said of it, and what of others."""
        self.table, self.thing, self.said, self.others = table, thing, said, others

    def rows(self) -> Iterator[list[str]]:
        """Give one row; or one for every value of the table's column of many."""
        first, *columns = self.table.columns
        row = {first.name: self.thing[1:-1]}
        if self.table.each:
            (each,) = columns
            wanted = re.compile(self.table.among)
            for value in self.values(each, row):
                cell = _cell(each, value)
                if wanted.search(cell):
                    yield [row[first.name], cell]
            return
        for column in columns:
            row[column.name] = self.cell(column, row)
        yield list(row.values())

    def cell(self, column: Column, row: Mapping[str, str]) -> str:
        """Give a cell; an empty one is no value."""
        cells = [_cell(column, value) for value in self.values(column, row)]
        if column.separator:
            if any(column.separator in cell for cell in cells):
                raise ReleaseError(f"{self.thing}: {column.name} has a line of two lines")
            return column.separator.join(cells)
        if len(cells) > 1:
            raise ReleaseError(f"{self.thing}: {column.name} has more than one value")
        return cells[0] if cells else ""

    def values(self, column: Column, row: Mapping[str, str]) -> Iterable[str]:
        """Give the values of a column, as they are written."""
        if column.properties == (RDF.type,):
            types = self.said[_TYPE]
            return next([f"<{c}>"] for c in self.table.classes if f"<{c}>" in types)
        thing = self.thing
        if column.of:
            name, behind = column.whose
            if not row[name]:
                return []
            thing = f"<{row[name]}{behind}>"
        values = [v for p in column.properties for v in self.objects(column, p, thing)]
        if column.language is not None:
            return [value for value in values if value.endswith(f'"@{column.language}')]
        return values

    def objects(self, column: Column, property_: Iri, thing: str) -> Iterable[str]:
        """Give what a property says of a thing, or what points at that."""
        if column.back:
            return self.others.pointing_at(thing, property_)
        if column.of:
            return self.others.said_of(thing, property_)
        return self.said.get(f"<{property_}>", ())


def _cell(column: Column, written: str) -> str:
    """Give the words or the address that stand in a cell for an object."""
    if not written.startswith("<"):
        return nquads.words(written)
    address = written[1:-1]
    if not address.startswith(column.prefix):
        raise ReleaseError(f"{address}: is no {column.en}")
    return address.removeprefix(column.prefix)
