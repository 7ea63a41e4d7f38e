"""The tables command: writes tables of a release, for spreadsheets, pandas and R."""

from pathlib import Path

import click

from kv2rdf.cli.output import quantity, release_option, terminal_progress
from kv2rdf.tables.write import write_tables


@click.command("tables")
@release_option("The release to read.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("output/tables"), show_default=True,
    help="The folder to write; tables that are already in it are replaced.",
)  # fmt: skip
@click.option("--parquet", is_flag=True, help="Write Parquet files too (needs kv2rdf[parquet]).")
def tables_command(release: Path, out: Path, *, parquet: bool) -> None:
    """Write CSV tables of a release.

    There are tables of cases, documents, questions, answers, participants, notes and more. The file
    csv-metadata.json beside them describes every column (CSV on the Web).

    \b
    Example:
      kv2rdf tables --release output/release --out output/tables
    """
    counts = write_tables(release, out, terminal_progress(), with_parquet=parquet)
    click.echo(f"{out}: {quantity(len(counts), 'table')}, {quantity(sum(counts.values()), 'row')}")
