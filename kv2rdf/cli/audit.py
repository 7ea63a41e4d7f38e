"""The command that audits: every printed word of the sources against what a release has of it."""

from pathlib import Path

import click

from kv2rdf import audit as auditing
from kv2rdf.cli.output import progress

AUDIT = "audit.json"
"""The file in a release that tells what an audit found."""


@click.command()
@click.argument("release", type=click.Path(path_type=Path))
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)
@click.option("--limit", type=click.IntRange(1), help="That of the build, if it had one.")
@click.option(
    "--to", "file", type=click.Path(path_type=Path),
    help="Where to write all that is found.  [default: audit.json in the release]",
)  # fmt: skip
def audit(release: Path, sources: tuple[Path, ...], limit: int | None, file: Path | None) -> None:
    """Compare, character by character, what KVR documents print with what a release has of it.

    SOURCE is what the release was built from, all of it. Exit status 1 where text is lost, where
    the release has words that no source prints, or where a document of the input is nowhere.

    \b
    Example:
      kv2rdf audit output/release archive.tar.xz
    """
    if not sound(release, sources, limit, file or release / AUDIT):
        raise click.exceptions.Exit(1)


def sound(release: Path, sources: tuple[Path, ...], limit: int | None, file: Path) -> bool:
    """Audit a release: write what is found to a file, print its counts, tell if all is well."""
    tell = progress()
    found = auditing.audited(release, sources, limit, lambda done, all_: tell("audit", done, all_))
    file.write_text(auditing.as_json(found), encoding="utf-8")
    for line in auditing.lines(found):
        click.echo(line)
    return not found.faulty
