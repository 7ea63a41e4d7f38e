"""The tables of a release as one SQLite file, with keys, indexes, full text and metadata."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.replacement_file import replacement_file
from kv2rdf.tables import csvw_metadata
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.datasette_metadata import DATASETTE_FILE, datasette_json
from kv2rdf.tables.dump_source import explained_errors, table_source
from kv2rdf.tables.lookup import temporary_lookup
from kv2rdf.tables.rows import table_rows
from kv2rdf.tables.schema import TableSchema
from kv2rdf.tables.sqlite_schema import (
    ABOUT_TABLE,
    index_statements,
    insert_statement,
    table_statement,
)
from kv2rdf.tables.write import Progress

APPLICATION_ID = 0x6B763272
"""The application id ("kv2r" in ASCII) that marks files written by kv2rdf."""

_LOOKUP_FILE = "lookup.tmp"
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = slice(68, 72)
_SETTINGS = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",  # The file is synchronised once, before it replaces the old file.
    f"PRAGMA application_id = {APPLICATION_ID}",
)
_INSERT_ABOUT = "INSERT INTO about VALUES (?, ?, ?)"


def write_sqlite(release: ReleaseFiles, out: Path, progress: Progress) -> dict[str, int]:
    """Write the tables of a release to the SQLite file ``out``.

    Return the number of rows of each table. An SQLite file from an earlier run is replaced in one
    step. Raises ReleaseError if the release cannot be read, if ``out`` is inside the release or is
    any file other than such an SQLite file, or if ``out`` cannot be written.
    """
    source = table_source(release, out)
    out = out.absolute()
    temporary = frozenset((_LOOKUP_FILE, f"{_LOOKUP_FILE}-journal", f"{out.name}-journal"))
    with explained_errors(release, out):
        _check_replaceable(out)
        with replacement_file(out, "tables", temporary) as new:
            try:
                return _write(source, new, progress)
            except sqlite3.Error as error:
                raise ReleaseError(f"{out}: the tables cannot be written: {error}") from error


def _check_replaceable(out: Path) -> None:
    """Raise ReleaseError if the path exists and is not an SQLite file written by kv2rdf."""
    if not out.exists() and not out.is_symlink():
        return
    if out.is_file() and not out.is_symlink():
        with out.open("rb") as file:
            head = file.read(100)
        if head.startswith(_MAGIC) and head[_APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4):
            return
    raise ReleaseError(f"{out} exists and is not an SQLite file of kv2rdf tables")


def _write(source: Path, new: Path, progress: Progress) -> dict[str, int]:
    counts: Counter[str] = Counter({table.name: 0 for table in TABLES})
    progress("read the release", 0, 0)
    with (
        temporary_lookup(dump.dump_lines(source), new.with_name(_LOOKUP_FILE)) as lookup,
        closing(sqlite3.connect(new, isolation_level=None)) as file,
    ):
        for statement in _SETTINGS:
            file.execute(statement)
        file.execute("BEGIN")
        file.execute(ABOUT_TABLE)
        for table in TABLES:
            file.execute(table_statement(table))
        progress("write the tables", 0, 0)
        inserts = {table.name: insert_statement(table) for table in TABLES}
        for table, row in table_rows(dump.dump_lines(source), lookup):
            file.execute(inserts[table.name], _values(table, row))
            counts[table.name] += 1
        file.executemany(_INSERT_ABOUT, _about(lookup.meta_graph, new.stem))
        progress("index the tables", 0, 0)
        for table in TABLES:
            for statement in index_statements(table):
                file.execute(statement)
        file.execute("COMMIT")
        file.execute("ANALYZE")
    return dict(counts)


def _values(table: TableSchema, row: Iterable[str]) -> list[str | int | None]:
    """Return a row as SQLite values. An empty cell becomes NULL, and a boolean becomes 0 or 1."""
    return [
        None if not cell
        else int(cell == "true") if column.datatype == "boolean"
        else int(cell) if column.datatype == "integer"
        else cell
        for column, cell in zip(table.columns, row, strict=True)
    ]  # fmt: skip


def _about(meta_graph: tuple[str, ...], name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the table ``about``: names, descriptions and contents of metadata files.

    ``name`` is the name of the SQLite file without its extension.
    """
    metadata = csvw_metadata.metadata_json(meta_graph)
    yield (
        csvw_metadata.FILE_NAME,
        "The title and the type of every table and column, the release and its licence (CSVW)",
        metadata,
    )
    yield (
        DATASETTE_FILE,
        "The titles, the licence and the source, as the option --metadata of datasette takes them",
        datasette_json(metadata, name),
    )
