"""csv-metadata.json: what the tables are, for a machine (CSV on the Web).

https://www.w3.org/TR/tabular-metadata/. With it, the cells become the triples of the graph again:
https://www.w3.org/TR/csv2rdf/, in minimal mode.
"""

import json
from collections.abc import Iterable, Mapping

from kv2rdf.errors import ReleaseError
from kv2rdf.mapping.dataset import RIGHTS, TITLE
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import DCT, RDF
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.columns import Column, Table

NAME = "csv-metadata.json"
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
"""RFC 4180: UTF-8 without a mark at its beginning; white space belongs to the text."""


def metadata(itself: Iterable[str]) -> str:
    """Write the metadata; ``itself`` is what the release says of itself, as N-Quads.

    Raises ReleaseError where that does not name the release.
    """
    said = [nquads.fields(line)[:3] for line in itself]
    releases = [subject for subject, predicate, _ in said if predicate == f"<{DCT.isVersionOf}>"]
    if len(releases) != 1:
        raise ReleaseError("the release does not say which one it is")
    of_it = {predicate: value for subject, predicate, value in said if subject == releases[0]}
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": [{"@value": title, "@language": _language(title)} for title in TITLE],
        "dc:source": {"@id": releases[0][1:-1]},
        "dc:isVersionOf": {"@id": of_it[f"<{DCT.isVersionOf}>"][1:-1]},
        "dc:issued": {"@value": nquads.words(of_it[f"<{DCT.issued}>"]), "@type": "xsd:date"},
        "dc:license": {"@id": of_it[f"<{DCT.license}>"][1:-1]},
        "dc:rights": [{"@value": right, "@language": _language(right)} for right in RIGHTS],
        "dialect": DIALECT,
        "tables": [_table(table) for table in TABLES],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def file_name(table: Table) -> str:
    """Give the name of the file that a table is."""
    return f"{table.name}.csv"


def _language(words: str) -> str:
    return "nl" if words in (TITLE[0], RIGHTS[0]) else "en"


def _table(table: Table) -> dict[str, object]:
    first = table.columns[0].name
    columns = [_column(column, table) for column in table.columns]
    if not table.each and not any(column.properties == (RDF.type,) for column in table.columns):
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
            _foreign_key(column) for column in table.columns if not column.optional and column.to
        ],
        "columns": columns,
    }
    return {
        "url": file_name(table),
        "dc:title": [
            {"@value": table.nl, "@language": "nl"},
            {"@value": table.en, "@language": "en"},
        ],
        "tableSchema": {name: value for name, value in schema.items() if value},
    }


def _column(column: Column, table: Table) -> dict[str, object]:
    said: dict[str, object] = {
        "name": column.name,
        "titles": {"nl": column.nl, "en": list(dict.fromkeys((column.name, column.en)))},
        "datatype": column.datatype,
    }
    if column.name in table.key or not column.optional:
        said["required"] = True
    if column.language:
        said["lang"] = column.language
    if column.separator:
        said["separator"] = column.separator
    if len(column.properties) != 1:
        return said | {"suppressOutput": True}
    said["propertyUrl"] = column.properties[0]
    if column.back:
        said["aboutUrl"] = f"{{+{column.name}}}"
        said["valueUrl"] = column.of or f"{{+{table.columns[0].name}}}"
        return said
    if column.of:
        said["aboutUrl"] = column.of
    if column.is_address:
        cell = column.name if column.prefix else f"+{column.name}"
        said["valueUrl"] = f"{column.prefix}{{{cell}}}"
    return said


def _foreign_key(column: Column) -> dict[str, object]:
    (to,) = (table for table in TABLES if table.name == column.to)
    return {
        "columnReference": column.name,
        "reference": {"resource": file_name(to), "columnReference": to.columns[0].name},
    }
