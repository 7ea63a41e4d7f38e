"""The tables as Parquet, with the types of their metadata: what DuckDB makes of the CSV files."""

import glob
import importlib
import shutil
from pathlib import Path
from typing import Protocol

from kv2rdf.errors import ReleaseError
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.columns import Table
from kv2rdf.tables.csvw_metadata import file_name as csv_name

SPILLED = "parquet.tmp"
_TYPES = {
    "anyURI": "VARCHAR",
    "string": "VARCHAR",
    "integer": "BIGINT",
    "date": "DATE",
    "boolean": "BOOLEAN",
}
_SETTINGS = {
    "threads": 1,  # the order of rows, and the bytes, are always the same
    "memory_limit": "1GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_LEAST_FOR_A_LINE = 2_000_000
_MOST_BYTES_OF_A_CHARACTER = 4


class _Connection(Protocol):
    def execute(self, query: str, /) -> object:
        """Run a statement."""

    def close(self) -> None:
        """Let go of everything."""


class _Library(Protocol):
    Error: type[Exception]

    def connect(self, database: str, *, config: dict[str, object]) -> _Connection:
        """Open a database."""


def library() -> _Library:
    """Give DuckDB. Raises ReleaseError where it is not installed."""
    try:
        duckdb: _Library = importlib.import_module("duckdb")
    except ImportError as error:
        raise ReleaseError("Parquet needs DuckDB: pip install 'kv2rdf[parquet]'") from error
    return duckdb


def file_name(table: Table) -> str:
    """Give the name of a table's file."""
    return f"{table.name}.parquet"


def write(folder: Path, longest: dict[str, int]) -> None:
    """Write every CSV file of the folder as Parquet too.

    ``longest`` has how many characters the longest row of a table has. Raises ReleaseError where
    DuckDB, or the disk, refuses.
    """
    duckdb = library()
    spilled = folder / SPILLED
    settings = {**_SETTINGS, "temp_directory": str(spilled)}
    connection = duckdb.connect(":memory:", config=settings)
    try:
        for table in TABLES:
            connection.execute(_statement(folder, table, longest.get(table.name, 0)))
    except duckdb.Error as error:
        raise ReleaseError(f"Parquet cannot be written: {error}") from error
    finally:
        connection.close()
        shutil.rmtree(spilled, ignore_errors=True)


def _statement(folder: Path, table: Table, longest: int) -> str:
    types = ", ".join(f"'{c.name}': '{_TYPES[c.datatype]}'" for c in table.columns)
    line = max(_LEAST_FOR_A_LINE, longest * _MOST_BYTES_OF_A_CHARACTER + 1000)
    read = (
        "auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr='', "
        f"strict_mode=true, parallel=false, max_line_size={line}, columns={{{types}}}"
    )
    wanted = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480"
    source = _quoted(glob.escape(str(folder / csv_name(table))))
    target = _quoted(str(folder / file_name(table)))
    return f"COPY (SELECT * FROM read_csv({source}, {read})) TO {target} ({wanted})"


def _quoted(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"
