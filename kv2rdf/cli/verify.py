"""The verify command: checks a release against its own manifest."""

from pathlib import Path

import click

from kv2rdf.cli.output import DEFAULT_RELEASE, quantity
from kv2rdf.errors import ReleaseError
from kv2rdf.release.manifest import read_manifest
from kv2rdf.release.remote_release import remote_problems
from kv2rdf.release.verify import release_problems
from kv2rdf.storage.remote_path import is_url, remote_path


@click.command("verify")
@click.argument("release", default=str(DEFAULT_RELEASE))
def verify_command(release: str) -> None:
    """Check a release against its own manifest.

    The checksums, the counts and the catalogue are compared with the files. RELEASE may be the URL
    of an uploaded release: then only the checksums are checked.

    \b
    Example:
      kv2rdf verify output/release
    """
    at = remote_path(release, ReleaseError) if is_url(release) else Path(release)
    found = release_problems(at) if isinstance(at, Path) else remote_problems(at)
    problems = 0
    for problem in found:
        click.echo(problem)
        problems += 1
    if problems:
        raise click.exceptions.Exit(1)
    files = quantity(len(read_manifest(at)), "file") if isinstance(at, Path) else "all files"
    click.echo(f"OK: {files} verified")
