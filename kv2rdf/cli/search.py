"""The search command: finds words in the texts of a release."""

from pathlib import Path

import click

from kv2rdf.cli.output import release_option
from kv2rdf.query import text_search


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@release_option("The release to search.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True,
              help="The maximum number of texts.")  # fmt: skip
def search_command(words: tuple[str, ...], release: Path, limit: int) -> None:
    """Find words in the texts and titles of a release.

    The best matches come first. Texts are questions, answers, explanations, notes and notices.
    Each of WORDS is a word, or several words next to each other in quotes; a * at the end matches
    every word with that beginning. Case and accents are ignored. Exit status 1 if nothing is found.

    \b
    Example:
      kv2rdf search doxing "strafbaar*"
    """
    hits = text_search.search(release, words, limit)
    for hit in hits:
        click.echo(f"{hit.address}\n    {hit.kind}: {hit.snippet}")
    if not hits:
        click.echo("nothing found", err=True)
        raise click.exceptions.Exit(1)
    if len(hits) == limit and (count := text_search.hit_count(release, words)) > limit:
        click.echo(f"the first {limit:,} of {count:,} texts; more with --limit", err=True)
