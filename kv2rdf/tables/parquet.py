"""The conversion of CSV tables to Parquet by DuckDB."""

import glob
import importlib
import shutil
from pathlib import Path
from typing import Protocol

from kv2rdf.errors import ReleaseError
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.csvw_metadata import csv_name
from kv2rdf.tables.schema import TableSchema

SPILL_FOLDER = "parquet.tmp"
_TYPES = {
    "anyURI": "VARCHAR",
    "string": "VARCHAR",
    "xml": "VARCHAR",
    "integer": "BIGINT",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
_SETTINGS = {
    "threads": 1,  # One thread keeps the rows, and therefore the bytes, in the same order.
    "memory_limit": "1GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_MIN_LINE_SIZE = 2_000_000
_MAX_BYTES_PER_CHARACTER = 4


class _Connection(Protocol):
    def execute(self, query: str, /) -> object:
        """Run a statement."""

    def close(self) -> None:
        """Close the connection."""


class _Library(Protocol):
    Error: type[Exception]

    def connect(self, database: str, *, config: dict[str, object]) -> _Connection:
        """Open a database."""


def import_duckdb() -> _Library:
    """Return the DuckDB module. Raises ReleaseError if it is not installed."""
    try:
        duckdb: _Library = importlib.import_module("duckdb")
    except ImportError as error:
        raise ReleaseError("Parquet needs DuckDB: pip install 'kv2rdf[parquet]'") from error
    return duckdb


def parquet_name(table: TableSchema) -> str:
    """Return the name of a table's Parquet file."""
    return f"{table.name}.parquet"


def write_parquet(folder: Path, longest: dict[str, int]) -> None:
    """Write a Parquet file for every CSV file in the folder.

    ``longest`` maps the name of each table to the number of characters in its longest row. Raises
    ReleaseError if DuckDB is not installed, or if it reports an error, for example because the disk
    is full.
    """
    duckdb = import_duckdb()
    spill_folder = folder / SPILL_FOLDER
    settings = {**_SETTINGS, "temp_directory": str(spill_folder)}
    connection = duckdb.connect(":memory:", config=settings)
    try:
        for table in TABLES:
            connection.execute(_statement(folder, table, longest.get(table.name, 0)))
    except duckdb.Error as error:
        raise ReleaseError(f"Parquet cannot be written: {error}") from error
    finally:
        connection.close()
        shutil.rmtree(spill_folder, ignore_errors=True)


def _statement(folder: Path, table: TableSchema, longest: int) -> str:
    types = ", ".join(f"'{c.name}': '{_TYPES[c.datatype]}'" for c in table.columns)
    line = max(_MIN_LINE_SIZE, longest * _MAX_BYTES_PER_CHARACTER + 1000)
    read = (
        "auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr='', "
        f"strict_mode=true, parallel=false, max_line_size={line}, columns={{{types}}}"
    )
    options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480"
    source = _quoted(glob.escape(str(folder / csv_name(table))))
    target = _quoted(str(folder / parquet_name(table)))
    return f"COPY (SELECT * FROM read_csv({source}, {read})) TO {target} ({options})"


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
