"""The command that looks up words in a release."""

from pathlib import Path

import click

from kv2rdf.cli.output import RELEASE
from kv2rdf.query import text_search as searching


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--release", type=click.Path(path_type=Path), default=RELEASE, show_default=True,
              help="The release to search.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True,
              help="How many texts at most.")  # fmt: skip
def search(words: tuple[str, ...], release: Path, limit: int) -> None:
    """Look up words in questions, answers, notes, notices and titles: the best texts first.

    Each of WORDS is whole words that stand next to each other; one that ends in * may go on.
    Capitals and accents make no difference. Exit status 1 where nothing is found.

    \b
    Example:
      kv2rdf search doxing "strafbaar*"
    """
    found = searching.search(release, words, limit)
    for hit in found:
        click.echo(f"{hit.address}\n    {hit.kind}: {hit.around}")
    if not found:
        click.echo("nothing found", err=True)
        raise click.exceptions.Exit(1)
    if len(found) == limit and (number := searching.number(release, words)) > limit:
        click.echo(f"the first {limit:,} of {number:,} texts; more with --limit", err=True)
