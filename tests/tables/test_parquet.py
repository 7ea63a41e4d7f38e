"""The Parquet files contain the same rows as the CSV files, according to another library."""

import importlib
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.rdf.terms import Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import ELI, KV, RDF
from kv2rdf.tables.all_tables import TABLES
from tests.tables import csvw
from tests.tables.conftest import release_of, write_quietly
from tests.tables.test_texts import AWKWARD, PAPER

TYPES = {
    "anyURI": "string",
    "string": "string",
    "xml": "string",
    "date": "date32[day]",
    "integer": "int64",
    "boolean": "bool",
}


def read_parquet(path: Path) -> Any:
    return importlib.import_module("pyarrow.parquet").read_table(path)


def typed_value(cell: str, datatype: str) -> object:
    """Return a cell as a value of its datatype, or None for an empty cell."""
    if not cell:
        return None
    if datatype == "date":
        return date.fromisoformat(cell)
    if datatype == "boolean":
        return {"true": True, "false": False}[cell]
    return int(cell) if datatype == "integer" else cell


@pytest.mark.parquet
def test_parquet_holds_the_rows_of_the_csv_with_types(golden_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    write_quietly(golden_release, out, with_parquet=True)
    assert {path.suffix for path in out.iterdir()} == {".csv", ".json", ".parquet"}
    for table in TABLES:
        read = read_parquet(out / f"{table.name}.parquet")
        types = {c.name: c.datatype for c in table.columns}
        assert {field.name: str(field.type) for field in read.schema} == {
            name: TYPES[datatype] for name, datatype in types.items()
        }
        rows = csvw.rows(out, table.name)
        expected = [{name: typed_value(row[name], types[name]) for name in row} for row in rows]
        assert read.to_pylist() == expected
    again = tmp_path / "again"
    write_quietly(golden_release, again, with_parquet=True)
    for path in out.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()


@pytest.mark.parquet
def test_any_text_is_complete_in_parquet(tmp_path: Path) -> None:
    texts = [*AWKWARD, "NULL", "\\N", "\0", "'", "\u2028", "é" * 3_000_000, '"' * 2_500_000]
    triples: list[Triple] = []
    for n, text in enumerate(texts):
        question = Iri(f"{PAPER}/vraag/{n:02}")
        triples += [(question, RDF.type, KV.Question), (question, ELI.is_part_of, PAPER)]
        triples += [(question, KV.text, Dutch(text))]
    (tmp_path / "release").mkdir()
    release = release_of(tmp_path / "release", triples)
    out = tmp_path / "it's [a] {folder} *?"
    write_quietly(release, out, with_parquet=True)
    read = read_parquet(out / "questions.parquet")
    assert read.column("text").to_pylist() == texts


def test_without_duckdb_the_error_says_what_to_install(
    seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    words = ["tables", str(seed_release), "--output", str(tmp_path / "t"), "--parquet"]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2
    assert result.stderr == "Error: Parquet needs DuckDB: pip install 'kv2rdf[parquet]'\n"
    assert list(tmp_path.iterdir()) == []
