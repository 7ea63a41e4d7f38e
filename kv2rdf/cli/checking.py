"""The commands that check: RDF against the shapes, a release against what it says of itself."""

from pathlib import Path

import click

from kv2rdf.cli.wording import RELEASE, counted
from kv2rdf.errors import ReleaseError
from kv2rdf.release import upload
from kv2rdf.release import verify as verifying
from kv2rdf.storage.remote_path import is_url, place
from kv2rdf.validation import check_files
from kv2rdf.validation.results import Severity


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
def check(files: tuple[Path, ...]) -> None:
    """Hold RDF files, together, against the shapes. Exit status 1 on a violation.

    \b
    Example:
      kv2rdf check output/release/dossiers/2022/2022Z00634.ttl
    """
    complaints = check_files.checked(files)
    for complaint in complaints:
        click.echo(str(complaint))
    broken = sum(complaint.severity is Severity.VIOLATION for complaint in complaints)
    others = counted(len(complaints) - broken, "warning")
    click.echo(f"{counted(broken, 'violation')}, {others}", err=True)
    if broken:
        raise click.exceptions.Exit(1)


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
