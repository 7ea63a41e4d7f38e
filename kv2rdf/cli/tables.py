"""The command that makes tables of a release, for spreadsheets, pandas and R."""

from pathlib import Path

import click

from kv2rdf.cli.output import RELEASE, counted, progress
from kv2rdf.tables import write


@click.command()
@click.option("--release", type=click.Path(path_type=Path), default=RELEASE, show_default=True,
              help="The release to make tables of.")  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("output/tables"), show_default=True,
    help="The folder of the tables; tables that stand there are replaced.",
)  # fmt: skip
@click.option("--parquet", is_flag=True, help="Write Parquet files too; needs kv2rdf[parquet].")
def tables(release: Path, out: Path, *, parquet: bool) -> None:
    """Make CSV tables of a release: cases, documents, questions, answers, who took part, notes.

    csv-metadata.json beside them says what every column is (CSV on the Web).

    \b
    Example:
      kv2rdf tables --release output/release --out output/tables
    """
    counts = write.write(release, out, progress(), with_parquet=parquet)
    click.echo(f"{out}: {counted(len(counts), 'table')}, {counted(sum(counts.values()), 'row')}")
