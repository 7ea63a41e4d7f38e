"""The part of docs/tables.md that is generated: every table with its columns.

``make generated`` writes it.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import PREFIXES, RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.schema import Column, TableSchema

BEGIN, END = "<!-- made from the schema -->\n", "<!-- until here -->\n"


def tables_markdown() -> str:
    """Return every table as Markdown."""
    return "\n".join(line for table in TABLES for line in _section(table)) + "\n"


def updated_page(text: str) -> str:
    """Return the text of the page with its generated part replaced."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n" + tables_markdown() + "\n" + END + rest.partition(END)[2]


def _section(table: TableSchema) -> Iterator[str]:
    names = [f"`{name}`" for name in _identifying_columns(table)]
    key = f"combination of {', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
    yield f"### {table.name}\n"
    sentence = f"{table.en} ({table.nl}). There is one row for each {key}."
    yield textwrap.fill(sentence, 100, break_on_hyphens=False) + "\n"
    yield "| column | English | Dutch | type | property |"
    yield "|---|---|---|---|---|"
    for column in table.columns:
        cells = (f"`{column.name}`", column.en, column.nl, _type(column), _property(column))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _identifying_columns(table: TableSchema) -> tuple[str, ...]:
    """Return the key or, for a data cube, the dimensions: all columns that are not measures."""
    if not table.data_cube:
        return table.key
    measures = ("boolean", "integer")
    return tuple(c.name for c in table.columns[1:] if c.datatype not in measures)


def _type(column: Column) -> str:
    if column.table:
        also = ", or none" if column.optional else ""
        return f"address in [{column.table}](#{column.table}){also}"
    if column.prefix == PREFIXES["c"]:
        return "concept"
    if column.separator:
        return "lines"
    return {"anyURI": "address", "string": "text"}.get(column.datatype, column.datatype)


def _property(column: Column) -> str:
    if column.fallback:
        own = _property(replace(column, fallback=None))
        return f"{own} or, if there is none, {_property(column.fallback)}"
    properties = "".join(f"`{_short(property_)}`" for property_ in column.properties)
    if not properties:
        return "none: it is the entity that the row describes"
    properties = f"inverse of {properties}" if column.is_inverse else properties
    return f"{properties} of `{column.subject}`" if column.subject else properties


def _short(term: Iri) -> str:
    for prefix, namespace in (*PREFIXES.items(), ("rdf", RDF.type.removesuffix("type"))):
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return term
