"""The check command: checks RDF files against the shapes."""

from pathlib import Path

import click

from kv2rdf.cli.output import quantity
from kv2rdf.validation import check_files
from kv2rdf.validation.results import Severity


@click.command("check")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
def check_command(files: tuple[Path, ...]) -> None:
    """Check RDF files against the shapes.

    The files are checked together, as one graph. Exit status 1 if a shape is violated.

    \b
    Example:
      kv2rdf check output/release/dossiers/2022/2022Z00634.ttl
    """
    complaints = check_files.validate_files(files)
    for complaint in complaints:
        click.echo(str(complaint))
    broken = sum(complaint.severity is Severity.VIOLATION for complaint in complaints)
    others = quantity(len(complaints) - broken, "warning")
    click.echo(f"{quantity(broken, 'violation')}, {others}", err=True)
    if broken:
        raise click.exceptions.Exit(1)
