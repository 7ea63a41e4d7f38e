"""The part of docs/tables.md that is made from the schema: every table with its columns.

``make example`` writes it anew.
"""

from collections.abc import Iterator

from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import PREFIXES, RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.columns import Column, Table
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "tables.md"
BEGIN, END = "<!-- made from the schema -->\n", "<!-- until here -->\n"


def made() -> str:
    """Write every table as Markdown."""
    return "\n".join(line for table in TABLES for line in _section(table)) + "\n"


def page(told: str) -> str:
    """Give the page with the part that is made put in its place."""
    before, _, rest = told.partition(BEGIN)
    return before + BEGIN + "\n" + made() + "\n" + END + rest.partition(END)[2]


def _section(table: Table) -> Iterator[str]:
    key = " and ".join(f"`{name}`" for name in table.key)
    yield f"### {table.name}\n"
    yield f"{table.en} ({table.nl}). A row by {key}.\n"
    yield "| column | English | Dutch | type | property |"
    yield "|---|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.en} | {column.nl} | {_type(column)} | {_said(column)} |"
    yield ""


def _type(column: Column) -> str:
    if column.to:
        also = ", or none" if column.optional else ""
        return f"address in [{column.to}](#{column.to}){also}"
    if column.prefix == PREFIXES["c"]:
        return "concept"
    if column.separator:
        return "lines"
    return {"anyURI": "address", "string": "text"}.get(column.datatype, column.datatype)


def _said(column: Column) -> str:
    properties = " or ".join(f"`{_short(property_)}`" for property_ in column.properties)
    if not properties:
        return "the row's own address"
    properties = f"the other way, {properties}" if column.back else properties
    return f"{properties} of `{column.of}`" if column.of else properties


def _short(term: Iri) -> str:
    for prefix, namespace in (*PREFIXES.items(), ("rdf", RDF.type.removesuffix("type"))):
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return term


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
