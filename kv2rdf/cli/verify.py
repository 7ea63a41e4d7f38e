"""The command that holds a release against its own manifest."""

from pathlib import Path

import click

from kv2rdf.cli.output import RELEASE
from kv2rdf.errors import ReleaseError
from kv2rdf.release import upload
from kv2rdf.release import verify as verifying
from kv2rdf.storage.remote_path import is_url, place


@click.command()
@click.argument("release", default=str(RELEASE))
def verify(release: str) -> None:
    """Check a release: checksums, counts, and its catalogue against the files.

    Of one that was uploaded, RELEASE is the URL, and the checksums are checked.

    \b
    Example:
      kv2rdf verify output/release
    """
    at = place(release, ReleaseError) if is_url(release) else Path(release)
    found = verifying.problems(at) if isinstance(at, Path) else upload.problems(at)
    problems = 0
    for problem in found:
        click.echo(problem)
        problems += 1
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"{at}: is as it was published")
