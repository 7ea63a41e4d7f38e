"""The commands that check: RDF against the shapes, a release against what it says of itself."""

from pathlib import Path

import click

from kv2rdf import pipeline
from kv2rdf.cli.wording import RELEASE, counted
from kv2rdf.publish import verify as verifying
from kv2rdf.validate.complaints import Severity


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
    complaints = pipeline.checked(files)
    for complaint in complaints:
        click.echo(str(complaint))
    broken = sum(complaint.severity is Severity.VIOLATION for complaint in complaints)
    others = counted(len(complaints) - broken, "warning")
    click.echo(f"{counted(broken, 'violation')}, {others}", err=True)
    if broken:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("release", type=click.Path(path_type=Path), default=RELEASE)
def verify(release: Path) -> None:
    """Check a release: checksums, counts, and its catalogue against the files.

    \b
    Example:
      kv2rdf verify output/release
    """
    problems = 0
    for problem in verifying.problems(release):
        click.echo(problem)
        problems += 1
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"{release}: is as it was published")
