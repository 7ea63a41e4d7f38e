"""The search command: finds words in the texts of a release."""

from pathlib import Path

import click

from kv2rdf.cli.child_process import end_time_limit, run_in_child
from kv2rdf.cli.output import limit_options, release_option, write_note
from kv2rdf.cli.standard_output import write_line
from kv2rdf.query.open_release import Release


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@release_option()
@limit_options
@click.option("--first", type=click.IntRange(1, 10_000), default=20, show_default=True,
              help="The maximum number of texts to show.")  # fmt: skip
def search_command(
    words: tuple[str, ...], release: Path, first: int, memory: int, timeout: int | None
) -> None:
    """Find words in the texts of a release.

    The best matches come first. The texts are titles, questions, answers, explanations, notes and
    notices. Each of WORDS is a word, or a phrase in quotes. A word that ends in * matches every
    word that begins with the letters before the *. Case, accents and ligatures are ignored. Exit
    status 1 if nothing is found.

    \b
    Example:
      kv2rdf search doxing "strafbaar*"
    """

    def run() -> None:
        with Release(release) as opened:
            hits = opened.search(*words, first=first)
            count = opened.hit_count(*words) if len(hits) == first else len(hits)
        end_time_limit()
        for hit in hits:
            write_line(f"{hit.address}\n    {hit.kind}: {hit.snippet}")
        if not hits:
            write_note("nothing found")
            raise click.exceptions.Exit(1)
        if count > first:
            write_note(f"the first {first:,} of {count:,} texts; more with --first")

    run_in_child(run, megabytes=memory, seconds=timeout)
