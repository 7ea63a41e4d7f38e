"""The link command: a group of commands that exchange data with Wikidata and the chamber."""

from datetime import datetime
from pathlib import Path

import click

from kv2rdf.cli.interruption import CleaningCommand
from kv2rdf.cli.output import quantity, release_argument
from kv2rdf.cli.standard_output import write_line


@click.group("link")
def link_command() -> None:
    """Exchange data with Wikidata and the chamber.

    \b
    Example:
      kv2rdf link wikidata output/release --output output/wikidata
    """


@link_command.command("wikidata", cls=CleaningCommand)
@release_argument()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("output/wikidata"),
    show_default=True,
    help="The folder to write to; such files that are already in it are replaced.",
)  # fmt: skip
@click.option(
    "--retrieved", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
    help="The day on which you looked at the addresses, for the references.  [default: none]",
)  # fmt: skip
def link_wikidata(release: Path, output: Path, retrieved: datetime | None) -> None:
    """Write files for Wikidata, made from a release.

    The folder has statements for QuickStatements, catalogues for Mix'n'match, and drafts of
    proposals for two properties. Nothing is sent to Wikidata. Statements are about existing items
    only, and only where the release says for certain that the item is the person, party or office.

    \b
    Example:
      kv2rdf link wikidata output/release --output output/wikidata
    """
    from kv2rdf.exchange.contributions.write import write_contributions  # noqa: PLC0415 - slow

    count = write_contributions(release, output, retrieved.date() if retrieved else None)
    write_line(f"{output}: {quantity(count, 'statement')}")
