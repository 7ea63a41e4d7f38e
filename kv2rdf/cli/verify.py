"""The verify command, which checks a release against its manifest."""

from pathlib import Path

import click

from kv2rdf.cli.output import quantity
from kv2rdf.cli.standard_output import write_line
from kv2rdf.errors import ReleaseError
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.manifest import read_manifest
from kv2rdf.release.remote_release import remote_problems
from kv2rdf.release.verify import release_problems
from kv2rdf.storage.remote_path import is_url, remote_path


@click.command("verify")
@click.argument("release", metavar="RELEASE", type=click.Path())
def verify_command(release: str) -> None:
    """Check a release against its own manifest.

    The checksums, the counts and the catalogue are compared with the files. The store, the text
    index and the data for the next build (state/) are compared with checksums.json. RELEASE may be
    the URL of an uploaded release; in that case, only the checksums in the manifest are checked.
    The exit status is 1 if anything differs.

    \b
    Example:
      kv2rdf verify output/release
    """
    files = ReleaseFiles(Path(release)) if not is_url(release) else None
    found = (
        release_problems(files) if files else remote_problems(remote_path(release, ReleaseError))
    )
    problems = 0
    for problem in found:
        write_line(problem)
        problems += 1
    if problems:
        raise click.exceptions.Exit(1)
    verified = quantity(len(read_manifest(files)), "file") if files else "all files"
    write_line(f"OK: {verified} verified")
