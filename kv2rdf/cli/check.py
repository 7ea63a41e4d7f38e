"""The commands that check: RDF against the shapes, a release against what it says of itself."""

from pathlib import Path

import click

from kv2rdf.cli.output import counted
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
