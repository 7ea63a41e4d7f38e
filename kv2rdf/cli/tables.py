"""The tables command: writes tables of a release, for spreadsheets, pandas and R."""

from pathlib import Path

import click

from kv2rdf.cli.interruption import CleaningCommand
from kv2rdf.cli.output import output_option, quantity, release_argument, terminal_progress
from kv2rdf.cli.standard_output import write_line
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.tables.write import write_tables


@click.command("tables", cls=CleaningCommand)
@release_argument()
@output_option("output/tables", "tables that are already in it are replaced")
@click.option("--parquet", is_flag=True, help="Also write Parquet files (needs kv2rdf[parquet]).")
def tables_command(release: Path, output: Path, *, parquet: bool) -> None:
    """Write CSV tables of a release.

    There are tables of cases, documents, questions, answers, participants, notes and more. The file
    csv-metadata.json in the same folder describes every column (CSV on the Web).

    \b
    Example:
      kv2rdf tables output/release --output output/tables
    """
    files = ReleaseFiles(release)
    counts = write_tables(files, output, terminal_progress(), with_parquet=parquet)
    write_line(
        f"{output}: {quantity(len(counts), 'table')}, {quantity(sum(counts.values()), 'row')}"
    )
