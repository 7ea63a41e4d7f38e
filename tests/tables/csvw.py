"""CSV on the Web as a stranger reads it: only the metadata and the files, and none of our code.

https://www.w3.org/TR/csv2rdf/ in minimal mode, as far as our metadata goes.
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
_UNRESERVED = "-._~"
_RESERVED = ":/?#[]@!$&'()*+,;=%"


def described(folder: Path) -> list[dict[str, Any]]:
    """Give the descriptions of the tables."""
    told: dict[str, Any] = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    tables: list[dict[str, Any]] = told["tables"]
    return tables


def head_and_rows(folder: Path, name: str) -> tuple[list[str], list[list[str]]]:
    """Read one file as RFC 4180 has it."""
    csv.field_size_limit(1 << 30)
    with (folder / name).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    return head, rows


def rows(folder: Path, table: str) -> list[Row]:
    """Give the rows of a table, each by the names of the columns."""
    head, found = head_and_rows(folder, f"{table}.csv")
    return [dict(zip(head, row, strict=True)) for row in found]


def expanded(template: str, row: Row) -> str:
    """Expand a URI template (RFC 6570, levels 1 and 2)."""

    def value(found: re.Match[str]) -> str:
        reserved = _RESERVED if found[1] else ""
        return quote(row[found[2]], safe=_UNRESERVED + reserved)

    return re.sub(r"\{(\+?)(\w+)\}", value, template)


def triples(folder: Path, table: Mapping[str, Any]) -> Iterator[ox.Triple]:
    """Give the triples that the cells of a table stand for."""
    schema = table["tableSchema"]
    head, found = head_and_rows(folder, table["url"])
    for cells in found:
        row = dict(zip(head, cells, strict=True))
        for column in schema["columns"]:
            if column.get("suppressOutput") or not (column.get("virtual") or row[column["name"]]):
                continue
            thing = ox.NamedNode(expanded(column.get("aboutUrl", schema["aboutUrl"]), row))
            said = ox.NamedNode(column["propertyUrl"])
            for value in _values(column, row):
                yield ox.Triple(thing, said, value)


def _values(column: Mapping[str, Any], row: Row) -> Iterator[ox.NamedNode | ox.Literal]:
    if "valueUrl" in column:
        yield ox.NamedNode(expanded(column["valueUrl"], row))
        return
    cell = row[column["name"]]
    for value in cell.split(column["separator"]) if "separator" in column else [cell]:
        if "lang" in column:
            yield ox.Literal(value, language=column["lang"])
        else:
            yield ox.Literal(value, datatype=ox.NamedNode(_XSD + column["datatype"]))
