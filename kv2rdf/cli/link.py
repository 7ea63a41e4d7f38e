"""The link commands, which exchange data with Wikidata and the chamber."""

import time
from contextlib import closing
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import click

from kv2rdf.cli.cleaning_command import CleaningCommand
from kv2rdf.cli.output import (
    output_option,
    quantity,
    release_argument,
    terminal_progress,
    write_note,
)
from kv2rdf.cli.period import typed_date
from kv2rdf.cli.standard_output import write_data, write_line


def _printable_ascii(_ctx: click.Context, _option: click.Parameter, value: str) -> str:
    """Return ``value``, stripped. Raises BadParameter if it is blank or not printable ASCII."""
    if not value.strip() or not value.isascii() or not value.isprintable():
        raise click.BadParameter("must be printable ASCII")
    return value.strip()


@click.group("link")
def link_command() -> None:
    """Exchange data with Wikidata and the chamber.

    \b
    Example:
      kv2rdf link wikidata output/release --output output/wikidata
    """


@link_command.command("wikidata", cls=CleaningCommand)
@release_argument()
@output_option("output/wikidata", "files for Wikidata that are already in it are replaced")
@click.option(
    "--retrieved", type=typed_date, metavar="YYYY-MM-DD",
    help="The date on which you retrieved the addresses, to be stated in the references of the"
    " statements.  [default: none]",
)  # fmt: skip
def link_wikidata(release: Path, output: Path, retrieved: date | None) -> None:
    """Write files for Wikidata, made from a release.

    The output folder contains statements for QuickStatements, catalogues for Mix'n'match, and
    drafts of proposals for two properties. Nothing is sent to Wikidata. Statements are made only
    about existing items, and only if the release is certain about which item describes a person,
    party or office.

    \b
    Example:
      kv2rdf link wikidata output/release --output output/wikidata
    """
    from kv2rdf.exchange.contributions.write import write_contributions  # noqa: PLC0415 - slow

    count = write_contributions(release, output, retrieved)
    write_line(f"{output}: {quantity(count, 'statement')}")


@link_command.command("refresh", cls=CleaningCommand)
@output_option("output/refresh", "rows are added to tables that are already in it")
@click.option(
    "--contact", required=True, metavar="TEXT", callback=_printable_ascii,
    help="An e-mail address or a web page at which the services can reach you.",
)  # fmt: skip
@click.option(
    "--source", "sources", type=click.Choice(["wikidata", "chamber"]), multiple=True,
    help="The service to query. May be given several times.  [default: both]",
)  # fmt: skip
@click.option("--query-service", metavar="URL", help="A query service other than Wikidata's.")
@click.option("--item-service", metavar="URL", help="A MediaWiki API other than Wikidata's.")
@click.option("--chamber-service", metavar="URL", help="An OData service other than the chamber's.")
@click.option(
    "--retrieved", type=typed_date, metavar="YYYY-MM-DD",
    help="The date of retrieval to state in the sources of the new rows.  [default: today]",
)  # fmt: skip
def link_refresh(
    output: Path,
    contact: str,
    sources: tuple[str, ...],
    query_service: str | None,
    item_service: str | None,
    chamber_service: str | None,
    retrieved: date | None,
) -> None:
    """Add rows from Wikidata and the chamber to authority tables.

    The positions that persons held are taken from Wikidata, and their groups from the open data of
    the Tweede Kamer. The new rows are printed as a diff. Rows of persons, memberships and tenures
    are added; no rows are changed or removed. In the output folder, authority/ contains the tables,
    additions.diff contains the diff, and review.md lists the facts that were not added, with
    reasons, and the numbers of seats and of known members of each group.

    \b
    Example:
      kv2rdf link refresh --contact me@example.org --output output/refresh
    """
    from kv2rdf.exchange.additions import refresh  # noqa: PLC0415 - slow to load
    from kv2rdf.exchange.services.chamber_service import CHAMBER_SERVICE  # noqa: PLC0415 - slow
    from kv2rdf.exchange.services.item_service import ITEM_SERVICE  # noqa: PLC0415 - slow
    from kv2rdf.exchange.services.json_client import JsonClient  # noqa: PLC0415 - slow
    from kv2rdf.exchange.services.query_service import QUERY_SERVICE  # noqa: PLC0415 - slow

    asks_wikidata, asks_chamber = (not sources or x in sources for x in ("wikidata", "chamber"))
    services = refresh.Services(
        queries=(query_service or QUERY_SERVICE) if asks_wikidata else None,
        items=(item_service or ITEM_SERVICE) if asks_wikidata else None,
        chamber=(chamber_service or CHAMBER_SERVICE) if asks_chamber else None,
    )
    agent = f"kv2rdf/{version('kv2rdf')} (https://w3id.org/kamervragen; {contact})"
    day = retrieved or date.today()  # noqa: DTZ011 - the user's day
    with closing(JsonClient(agent, time.sleep, lambda: datetime.now(UTC))) as client:
        result = refresh.refresh_tables(output, services, client, day, terminal_progress())
    write_data(result.diff)
    added = result.added
    write_note(
        f"{output}: {quantity(len(added.persons), 'person')}, "
        f"{quantity(len(added.memberships), 'membership')} and "
        f"{quantity(len(added.tenures), 'tenure')} added; "
        f"{len(added.not_added):,} not added (see {output / refresh.REVIEW})"
    )
