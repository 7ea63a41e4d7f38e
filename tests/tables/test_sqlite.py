"""The SQLite file contains the rows of the CSV files, and can be searched with datasette."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from kv2rdf.cli import cli
from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.sqlite_file import APPLICATION_ID, write_sqlite
from tests.tables import csvw
from tests.tables.test_write import SMALL_DISK, sibling_names


def write_quietly(release: Path, out: Path) -> dict[str, int]:
    """Write an SQLite file without showing progress."""
    return write_sqlite(ReleaseFiles(release), out, lambda _s, _d, _a: None)


@pytest.fixture(scope="module")
def golden_file(golden_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file of the golden cases."""
    out = tmp_path_factory.mktemp("sqlite") / "kamervragen.sqlite"
    write_quietly(golden_release, out)
    return out


@pytest.fixture
def golden(golden_file: Path) -> Iterator[sqlite3.Connection]:
    """The SQLite file of the golden cases, opened."""
    with closing(sqlite3.connect(golden_file)) as database:
        yield database


def value(cell: str, datatype: str) -> str | int | None:
    """Return a cell of a CSV file as it is stored in SQLite."""
    if not cell:
        return None
    if datatype == "boolean":
        return {"true": 1, "false": 0}[cell]
    return int(cell) if datatype == "integer" else cell


def test_it_holds_the_rows_of_the_csv_files_with_types(
    golden: sqlite3.Connection, golden_tables: Path
) -> None:
    for table in TABLES:
        types = {column.name: column.datatype for column in table.columns}
        expected = [
            tuple(value(cell, types[name]) for name, cell in row.items())
            for row in csvw.rows(golden_tables, table.name)
        ]
        found = golden.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
        assert found == expected, table.name


def test_its_keys_hold_and_the_file_is_sound(golden: sqlite3.Connection) -> None:
    assert golden.execute("PRAGMA foreign_key_check").fetchall() == []
    assert golden.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = sum(
        len(golden.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall())
        for table in TABLES
    )
    assert keys == sum(bool(column.table) for table in TABLES for column in table.columns)


def test_joins_and_filters_use_an_index(golden: sqlite3.Connection) -> None:
    conditions = {
        "questions": ("document", '"case"'),
        "participations": ("person", "role", "date", "party_as_printed", "ministry_label"),
        "cases": ("state", "tabled_on", "number"),
        "answers_questions": ("answer", "question"),
        "notes_media": ("medium",),
        "cases_per_year": ("year",),
    }
    for table, columns in conditions.items():
        for column in columns:
            ((*_, plan),) = golden.execute(
                f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'x'"
            )
            assert plan.startswith("SEARCH"), (table, column)
    ((*_, plan),) = golden.execute("EXPLAIN QUERY PLAN SELECT * FROM questions WHERE text = 'x'")
    assert plan.startswith("SCAN")


def test_words_are_found_without_accents_also_after_vacuum(
    golden_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(golden_file.read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        database.execute("VACUUM")
        for table in ("questions", "answers", "explanations", "notes", "documents", "cases"):
            fts = f"{table}_fts"
            database.execute(f"INSERT INTO {fts} ({fts}, rank) VALUES ('integrity-check', 1)")
            query = f"SELECT count(*) FROM {table} WHERE rowid IN "
            query += f"(SELECT rowid FROM {fts} WHERE {fts} MATCH 'één OR vragen OR het')"
            ((count,),) = database.execute(query)
            assert count, table
        ((accents,),) = database.execute(
            "SELECT count(*) FROM questions_fts WHERE questions_fts MATCH 'één'"
        )
        ((plain,),) = database.execute(
            "SELECT count(*) FROM questions_fts WHERE questions_fts MATCH 'een'"
        )
        assert accents == plain > 0


def test_it_describes_itself(golden: sqlite3.Connection, golden_tables: Path) -> None:
    files = dict(golden.execute("SELECT file, content FROM about"))
    path = golden_tables / "csv-metadata.json"
    assert files.pop("csv-metadata.json") == path.read_text(encoding="utf-8")
    datasette = json.loads(files.pop("datasette.json"))
    assert files == {}
    assert datasette["license_url"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert "/dataset/kamervragen/" in datasette["source_url"]
    tables = datasette["databases"]["kamervragen"]["tables"]
    assert tables["cases"]["title"] == "Cases (Zaken)"
    assert {name: list(table["columns"]) for name, table in tables.items()} == {
        table.name: [column.name for column in table.columns] for table in TABLES
    }


@pytest.mark.long
def test_the_same_release_gives_the_same_bytes_and_replaces_the_old_file(
    golden_release: Path, golden_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new" / golden_file.name
    write_quietly(golden_release, out)
    assert out.read_bytes() == golden_file.read_bytes()
    write_quietly(golden_release, out)
    assert out.read_bytes() == golden_file.read_bytes()
    assert sibling_names(out) == [out.name]


def test_other_files_are_not_touched(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("mine")
    (tmp_path / "folder").mkdir()
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE mine (a)")
    (tmp_path / "link").symlink_to("other.sqlite")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / ".mixed.new").mkdir()
    (tmp_path / ".mixed.new" / "mine").write_text("mine")
    before = sibling_names(tmp_path / "text")
    for name in ("text", "folder", "other.sqlite", "link", "gone"):
        with pytest.raises(ReleaseError, match=f"{name} exists and is not an SQLite file of"):
            write_quietly(seed_release, tmp_path / name)
    with pytest.raises(ReleaseError, match="does not contain the remains of tables"):
        write_quietly(seed_release, tmp_path / "mixed")
    with pytest.raises(ReleaseError, match="is inside the release"):
        write_quietly(seed_release, seed_release / "a.sqlite")
    assert sibling_names(tmp_path / "text") == before


def test_after_an_error_or_a_kill_the_old_file_stays(seed_release: Path, tmp_path: Path) -> None:
    out = tmp_path / "k.sqlite"
    write_quietly(seed_release, out)
    before = out.read_bytes()
    assert int.from_bytes(before[68:72]) == APPLICATION_ID
    (tmp_path / ".k.sqlite.new").mkdir()
    (tmp_path / ".k.sqlite.new" / "k.sqlite").write_bytes(b"half")
    (tmp_path / ".k.sqlite.new" / "lookup.tmp").write_bytes(b"half")

    def second_run(step: str, _done: int, _all: int) -> None:
        with pytest.raises(ReleaseError, match="another process is writing tables here"):
            write_quietly(seed_release, out)
        if step == "index the tables":
            raise ReleaseError("no room")

    with pytest.raises(ReleaseError, match="no room"):
        write_sqlite(ReleaseFiles(seed_release), out, second_run)
    assert out.read_bytes() == before
    assert sibling_names(out) == ["k.sqlite"]


def test_a_full_disk_is_reported_in_one_line_and_the_old_file_stays(
    seed_release: Path, golden_release: Path, tmp_path: Path
) -> None:
    out = tmp_path / "k.sqlite"
    write_quietly(seed_release, out)
    before = out.read_bytes()
    command = [sys.executable, "-c", SMALL_DISK, "tables", str(golden_release)]
    process = subprocess.run(
        [*command, "--sqlite", str(out)], capture_output=True, text=True, check=False
    )
    assert process.returncode == 2
    (line,) = process.stderr.splitlines()
    assert line.startswith("Error: ")
    assert out.read_bytes() == before
    assert sibling_names(out) == ["k.sqlite"]


def test_the_command_writes_one_file_and_takes_no_folder_with_it(
    seed_release: Path, tmp_path: Path
) -> None:
    words = ["tables", str(seed_release), "--sqlite", str(tmp_path / "k.sqlite")]
    for other in (["--parquet"], ["--output", str(tmp_path / "tables")]):
        result = CliRunner().invoke(cli, [*words, *other])
        assert result.exit_code == 2
        assert "--output and --parquet cannot be used with --sqlite" in result.stderr
    assert list(tmp_path.iterdir()) == []
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0
    assert f"k.sqlite: {len(TABLES)} tables, " in result.stdout
    assert sibling_names(tmp_path / "k.sqlite") == ["k.sqlite"]
