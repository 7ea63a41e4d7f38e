"""csv-metadata.json, which describes the tables for programs (CSV on the Web).

It follows https://www.w3.org/TR/tabular-metadata/. Programs can use it to convert the cells back to
the triples of the graph (https://www.w3.org/TR/csv2rdf/, in minimal mode).
"""

import json
from collections.abc import Iterable, Mapping

from kv2rdf.errors import ReleaseError
from kv2rdf.mapping.dataset import RIGHTS, TITLE
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import DCAT, DCT, RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.schema import Column, TableSchema

FILE_NAME = "csv-metadata.json"
DIALECT: Mapping[str, object] = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
    "skipBlankRows": False,
    "skipInitialSpace": False,
    "trim": False,
}
"""The format of RFC 4180, in UTF-8 without a byte order mark. White space is part of the text."""


def metadata_json(meta_graph: Iterable[str]) -> str:
    """Return the metadata of all tables as JSON.

    ``meta_graph`` is the metadata graph of the release, as lines of N-Quads. Raises ReleaseError
    if this graph does not name exactly one release.
    """
    triples = [nquads.quad_terms(line)[:3] for line in meta_graph]
    releases = [subject for subject, predicate, _ in triples if predicate == f"<{DCT.isVersionOf}>"]
    if len(releases) != 1:
        raise ReleaseError("the metadata of the release does not name exactly one release")
    release = {predicate: value for subject, predicate, value in triples if subject == releases[0]}
    # There is no licence if the user added entries with another licence.
    stated = release.get(f"<{DCT.license}>")
    licence = {"dc:license": {"@id": stated[1:-1]}} if stated else {}
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": [{"@value": title, "@language": _language(title)} for title in TITLE],
        "dc:source": {"@id": releases[0][1:-1]},
        "dc:isVersionOf": {"@id": release[f"<{DCT.isVersionOf}>"][1:-1]},
        "dc:hasVersion": nquads.literal_text(release[f"<{DCAT.version}>"]),
        **licence,
        "dc:rights": [{"@value": right, "@language": _language(right)} for right in RIGHTS],
        "dialect": DIALECT,
        "tables": [_table(table) for table in TABLES],
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def csv_name(table: TableSchema) -> str:
    """Return the name of a table's CSV file."""
    return f"{table.name}.csv"


def _language(text: str) -> str:
    return "nl" if text in (TITLE[0], RIGHTS[0]) else "en"


def _table(table: TableSchema) -> dict[str, object]:
    first = table.columns[0].name
    columns = [_column(column, table) for column in table.columns]
    if not table.row_per and not any(column.properties == (RDF.type,) for column in table.columns):
        columns.append(
            {
                "name": "type",
                "virtual": True,
                "propertyUrl": RDF.type,
                "valueUrl": table.classes[0],
            }
        )
    schema = {
        "aboutUrl": f"{{+{first}}}",
        "primaryKey": list(table.key),
        "foreignKeys": [
            _foreign_key(column) for column in table.columns if not column.optional and column.table
        ],
        "columns": columns,
    }
    return {
        "url": csv_name(table),
        "dc:title": [
            {"@value": table.nl, "@language": "nl"},
            {"@value": table.en, "@language": "en"},
        ],
        "tableSchema": {name: value for name, value in schema.items() if value},
    }


def _column(column: Column, table: TableSchema) -> dict[str, object]:
    description: dict[str, object] = {
        "name": column.name,
        "titles": {"nl": column.nl, "en": list(dict.fromkeys((column.name, column.en)))},
        "datatype": column.datatype,
    }
    if column.name in table.key or not column.optional:
        description["required"] = True
    if column.language:
        description["lang"] = column.language
    if column.separator:
        description["separator"] = column.separator
    if not column.properties or column.fallback:
        return description | {"suppressOutput": True}
    description["propertyUrl"] = column.properties[0]
    if column.is_inverse:
        description["aboutUrl"] = f"{{+{column.name}}}"
        description["valueUrl"] = column.subject or f"{{+{table.columns[0].name}}}"
        return description
    if column.subject:
        description["aboutUrl"] = column.subject
    if column.is_address:
        cell = column.name if column.prefix else f"+{column.name}"
        description["valueUrl"] = f"{column.prefix}{{{cell}}}"
    return description


def _foreign_key(column: Column) -> dict[str, object]:
    (target,) = (table for table in TABLES if table.name == column.table)
    return {
        "columnReference": column.name,
        "reference": {"resource": csv_name(target), "columnReference": target.columns[0].name},
    }
