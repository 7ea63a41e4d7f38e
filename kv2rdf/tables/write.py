"""The tables of a release, written as CSV with metadata and, on request, as Parquet."""

import csv
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.replacement_folder import FolderKind, replacement_folder
from kv2rdf.tables import csvw_metadata, parquet
from kv2rdf.tables.all_tables import TABLES
from kv2rdf.tables.dump_source import explained_errors, table_source
from kv2rdf.tables.lookup import temporary_lookup
from kv2rdf.tables.rows import table_rows

Progress = Callable[[str, int, int], None]
"""A function that is called with the name of a step, the finished amount, and the total."""

_LOOKUP_FILE = "lookup.sqlite"
_TABLES = FolderKind(
    name="tables",
    required=csvw_metadata.FILE_NAME,
    files=frozenset(
        (*map(csvw_metadata.csv_name, TABLES), *map(parquet.parquet_name, TABLES)),
    ),
    temporary=frozenset((_LOOKUP_FILE, parquet.SPILL_FOLDER)),
)


def write_tables(
    release: ReleaseFiles, out: Path, progress: Progress, *, with_parquet: bool
) -> dict[str, int]:
    """Write the tables of a release to a folder, and return a mapping from names to row counts.

    All existing tables in ``out`` are replaced. Raises ReleaseError if the release cannot be read,
    if ``out`` is inside the release or contains anything but tables, if a file cannot be written,
    or if Parquet is requested and DuckDB is not installed.
    """
    source = table_source(release, out)
    if with_parquet:
        parquet.import_duckdb()
    with explained_errors(release, out), replacement_folder(out.absolute(), _TABLES) as tables:
        counts, longest = _write_csv(source, tables, progress)
        if with_parquet:
            progress("write Parquet", 0, 0)
            parquet.write_parquet(tables, longest)
        return counts


def _write_csv(
    source: Path, folder: Path, progress: Progress
) -> tuple[dict[str, int], dict[str, int]]:
    """Write the CSV files and their metadata.

    Return the number of rows of each table, and the number of characters in its longest row.
    """
    counts: Counter[str] = Counter({table.name: 0 for table in TABLES})
    longest: dict[str, int] = {}
    progress("read the release", 0, 0)
    with ExitStack() as stack:
        lookup = stack.enter_context(
            temporary_lookup(dump.dump_lines(source), folder / _LOOKUP_FILE)
        )
        writers = {}
        for table in TABLES:
            path = folder / csvw_metadata.csv_name(table)
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file, lineterminator="\r\n")
            writers[table.name].writerow([column.name for column in table.columns])
        progress("write the tables", 0, 0)
        for table, row in table_rows(dump.dump_lines(source), lookup):
            writers[table.name].writerow(row)
            counts[table.name] += 1
            longest[table.name] = max(longest.get(table.name, 0), sum(map(len, row)))
        (folder / csvw_metadata.FILE_NAME).write_text(
            csvw_metadata.metadata_json(lookup.meta_graph), encoding="utf-8"
        )
    return dict(counts), longest
