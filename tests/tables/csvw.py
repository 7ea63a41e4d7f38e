"""A reader of CSV on the Web that uses only the metadata and the files, and none of our code.

It implements https://www.w3.org/TR/csv2rdf/ in minimal mode, as far as our metadata requires it.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

Row = dict[str, str]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_XML = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")
_UNRESERVED = "-._~"
_RESERVED = ":/?#[]@!$&'()*+,;=%"


def descriptions(folder: Path) -> list[dict[str, Any]]:
    """Return the descriptions of the tables."""
    metadata: dict[str, Any] = json.loads(
        (folder / "csv-metadata.json").read_text(encoding="utf-8")
    )
    tables: list[dict[str, Any]] = metadata["tables"]
    return tables


def head_and_rows(folder: Path, name: str) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a file, read according to RFC 4180."""
    limit = csv.field_size_limit(1 << 30)
    try:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file, strict=True)
    finally:
        csv.field_size_limit(limit)
    return head, rows


def rows(folder: Path, table: str) -> list[Row]:
    """Return the rows of a table, each as a mapping from column names to cells."""
    head, lines = head_and_rows(folder, f"{table}.csv")
    return [dict(zip(head, row, strict=True)) for row in lines]


def expand(template: str, row: Row) -> str:
    """Return a URI template with its variables expanded (RFC 6570, levels 1 and 2)."""

    def value(match: re.Match[str]) -> str:
        reserved = _RESERVED if match[1] else ""
        return quote(row[match[2]], safe=_UNRESERVED + reserved)

    return re.sub(r"\{(\+?)(\w+)\}", value, template)


def triples(folder: Path, table: Mapping[str, Any]) -> Iterator[ox.Triple]:
    """Yield the triples that the cells of a table represent."""
    schema = table["tableSchema"]
    head, lines = head_and_rows(folder, table["url"])
    for cells in lines:
        row = dict(zip(head, cells, strict=True))
        for column in schema["columns"]:
            if column.get("suppressOutput") or not (column.get("virtual") or row[column["name"]]):
                continue
            subject = ox.NamedNode(expand(column.get("aboutUrl", schema["aboutUrl"]), row))
            predicate = ox.NamedNode(column["propertyUrl"])
            for value in _values(column, row):
                yield ox.Triple(subject, predicate, value)


def _values(column: Mapping[str, Any], row: Row) -> Iterator[ox.NamedNode | ox.Literal]:
    if "valueUrl" in column:
        yield ox.NamedNode(expand(column["valueUrl"], row))
        return
    cell = row[column["name"]]
    for value in cell.split(column["separator"]) if "separator" in column else [cell]:
        if "lang" in column:
            yield ox.Literal(value, language=column["lang"])
        else:
            name = column["datatype"]
            yield ox.Literal(value, datatype=_XML if name == "xml" else ox.NamedNode(_XSD + name))
