"""The check command, which validates RDF files against the shapes."""

import sys
from pathlib import Path

import click

from kv2rdf.cli.output import quantity, write_note
from kv2rdf.cli.standard_output import write_line
from kv2rdf.validation.check_files import validate_files
from kv2rdf.validation.results import Severity

_STDIN = Path("-")


@click.command("check")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)  # fmt: skip
def check_command(files: tuple[Path, ...]) -> None:
    """Check RDF files against the shapes.

    The files are checked together, as one graph. The name of each FILE must end in .ttl, .nt, .nq,
    .trig, .jsonld, .rdf or .owl, followed by .gz if the file is compressed. If FILE is -, Turtle is
    read from standard input. Nothing is fetched from the network. The exit status is 1 if a shape
    is violated, and 2 if the files contain nothing to which a shape applies.

    \b
    Example:
      kv2rdf check output/release/dossiers/2022/2022Z00634.ttl
    """
    piped = sys.stdin.buffer.read() if _STDIN in files else None
    results = validate_files([path for path in files if path != _STDIN], piped)
    for result in results:
        write_line(str(result))
    broken = sum(result.severity is Severity.VIOLATION for result in results)
    write_note(f"{quantity(broken, 'violation')}, {quantity(len(results) - broken, 'warning')}")
    if broken:
        raise click.exceptions.Exit(1)
