"""The metadata is valid CSV on the Web, and describes every column of every file."""

import json
import re
from pathlib import Path

import pytest
from rdflib import DCTERMS, Graph, Namespace, URIRef

from kv2rdf.mapping.dataset import CC0
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.tables.csvw_metadata import FILE_NAME
from tests.tables import csvw

CSVW = Namespace("http://www.w3.org/ns/csvw#")
CONTEXT = {  # the terms we use, as defined by http://www.w3.org/ns/csvw
    "@vocab": str(CSVW),
    "dc": str(DCTERMS),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "tables": {"@id": "csvw:table", "@type": "@id", "@container": "@set"},
    "csvw": str(CSVW),
    "url": {"@id": "csvw:url", "@type": "@id"},
    "columns": {"@id": "csvw:column", "@type": "@id", "@container": "@list"},
    "foreignKeys": {"@id": "csvw:foreignKey", "@type": "@id"},
    "resource": {"@id": "csvw:referencedTable", "@type": "@id"},
    "titles": {"@id": "csvw:title", "@container": "@language"},
    "propertyUrl": {"@id": "csvw:propertyUrl", "@type": "csvw:uriTemplate"},
    "valueUrl": {"@id": "csvw:valueUrl", "@type": "csvw:uriTemplate"},
    "aboutUrl": {"@id": "csvw:aboutUrl", "@type": "csvw:uriTemplate"},
}
TOP = {"@context", "dialect", "tables", "dc:title", "dc:source", "dc:isVersionOf", "dc:hasVersion"}
COLUMN = {"name", "titles", "datatype", "required", "lang", "separator", "suppressOutput"}


def read_metadata(folder: Path) -> dict[str, object]:
    metadata: dict[str, object] = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    return metadata


@pytest.mark.long
def test_it_parses_as_json_ld_and_names_release_licence_and_tables(seed_tables: Path) -> None:
    metadata = read_metadata(seed_tables)
    assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
    local = json.dumps({**metadata, "@context": [CONTEXT, {"@language": "en"}]})
    graph = Graph().parse(data=local, format="json-ld", publicID="https://example.org/t/")
    (group,) = set(graph.subjects(CSVW.table))
    assert set(graph.objects(group, DCTERMS.license)) == {URIRef(CC0)}
    (release,) = graph.objects(group, DCTERMS.source)
    assert str(release).startswith(f"{HOME}/dataset/kamervragen/")
    tables = set(graph.objects(group, CSVW.table))
    names = {str(graph.value(table, CSVW.url)).rpartition("/")[2] for table in tables}
    assert names == {path.name for path in seed_tables.glob("*.csv")}
    for table in tables:
        languages = {
            getattr(title, "language", None) for title in graph.objects(table, DCTERMS.title)
        }
        assert languages == {"nl", "en"}


def test_only_terms_of_the_standard_are_used(golden_tables: Path) -> None:
    assert set(read_metadata(golden_tables)) == TOP | {"dc:license", "dc:rights"}
    for table in csvw.descriptions(golden_tables):
        assert set(table) == {"url", "dc:title", "tableSchema"}
        schema = table["tableSchema"]
        assert set(schema) <= {"aboutUrl", "primaryKey", "foreignKeys", "columns"}
        for column in schema["columns"]:
            assert set(column) <= COLUMN | {"propertyUrl", "valueUrl", "aboutUrl", "virtual"}


def test_the_described_columns_are_the_columns_of_the_files(golden_tables: Path) -> None:
    files = {path.name for path in golden_tables.iterdir()}
    assert files == {FILE_NAME, *(table["url"] for table in csvw.descriptions(golden_tables))}
    for table in csvw.descriptions(golden_tables):
        columns = table["tableSchema"]["columns"]
        head, rows = csvw.head_and_rows(golden_tables, table["url"])
        assert head == [column["name"] for column in columns if not column.get("virtual")]
        assert all(len(row) == len(head) for row in rows)
        for column in columns:
            assert column.get("suppressOutput") or column["propertyUrl"]
            if not column.get("virtual"):
                assert column["titles"]["nl"]
                assert (
                    column["titles"]["en"][0] == column["name"]
                )  # so that readers recognise the header
            if column.get("required"):
                index = head.index(column["name"])
                assert all(row[index] for row in rows)


def test_a_foreign_key_names_a_table_and_its_first_column(golden_tables: Path) -> None:
    first_columns = {
        t["url"]: t["tableSchema"]["columns"][0]["name"] for t in csvw.descriptions(golden_tables)
    }
    keys = [
        key["reference"]
        for table in csvw.descriptions(golden_tables)
        for key in table["tableSchema"].get("foreignKeys", ())
    ]
    assert len(keys) > 20
    assert all(first_columns[key["resource"]] == key["columnReference"] for key in keys)


@pytest.mark.parametrize("datatype", ["date", "integer", "boolean"])
def test_cells_have_the_form_of_their_datatype(datatype: str, golden_tables: Path) -> None:
    patterns = {"date": r"\d{4}-\d\d-\d\d", "integer": r"-?\d+", "boolean": "true|false"}
    count = 0
    for table in csvw.descriptions(golden_tables):
        for row in csvw.rows(golden_tables, table["url"].removesuffix(".csv")):
            for column in table["tableSchema"]["columns"]:
                if column.get("datatype") == datatype and row[column["name"]]:
                    assert re.fullmatch(patterns[datatype], row[column["name"]])
                    count += 1
    assert count > 10


def test_the_files_follow_rfc_4180(golden_tables: Path) -> None:
    for path in golden_tables.glob("*.csv"):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        head, _ = csvw.head_and_rows(golden_tables, path.name)
        assert content.startswith(",".join(head).encode() + b"\r\n")
