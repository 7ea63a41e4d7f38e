"""The tables command, which writes tables of a release."""

from pathlib import Path

import click

from kv2rdf.cli.cleaning_command import CleaningCommand
from kv2rdf.cli.local_path import LocalPath
from kv2rdf.cli.output import output_option, quantity, release_argument, terminal_progress
from kv2rdf.cli.standard_output import write_line
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables.sqlite_file import write_sqlite
from kv2rdf.tables.write import write_tables


@click.command("tables", cls=CleaningCommand)
@release_argument()
@output_option("output/tables", "tables that are already in it are replaced")
@click.option("--parquet", is_flag=True, help="Also write Parquet files (needs kv2rdf[parquet]).")
@click.option(
    "--sqlite", type=LocalPath(path_type=Path), metavar="FILE",
    help="Write one SQLite file instead, with keys, indexes and full-text tables.",
)  # fmt: skip
def tables_command(release: Path, output: Path, *, parquet: bool, sqlite: Path | None) -> None:
    """Write tables as CSV, Parquet or SQLite.

    There are tables of cases, documents, questions, answers, participants, notes and more. The file
    csv-metadata.json, in the same folder as the CSV files, describes every column (CSV on the Web).

    \b
    Example:
      kv2rdf tables output/release --output output/tables
    """
    files = ReleaseFiles(release)
    if sqlite is None:
        counts = write_tables(files, output, terminal_progress(), with_parquet=parquet)
    elif parquet or _is_given("output"):
        raise click.UsageError("--output and --parquet cannot be used with --sqlite")
    else:
        counts = write_sqlite(files, sqlite, terminal_progress())
    rows = quantity(sum(counts.values()), "row")
    write_line(f"{sqlite or output}: {quantity(len(counts), 'table')}, {rows}")


def _is_given(parameter: str) -> bool:
    source = click.get_current_context().get_parameter_source(parameter)
    return source is not click.core.ParameterSource.DEFAULT
