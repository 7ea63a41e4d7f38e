"""The upload command, which copies a release to a URL."""

from pathlib import Path

import click

from kv2rdf.cli.cleaning_command import CleaningCommand
from kv2rdf.cli.output import quantity, release_argument, terminal_progress
from kv2rdf.cli.standard_output import write_line
from kv2rdf.release import upload as remote
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.storage.remote_path import RemotePath


@click.command("upload", cls=CleaningCommand)
@release_argument()
@click.option(
    "--to", "url", required=True, metavar="URL", help="The folder for releases: s3://bucket/folder."
)
def upload_command(release: Path, url: str) -> None:
    """Copy a release to a URL.

    Readers of that URL see either the old release or the new one, never a mixture. If an upload was
    interrupted, the next upload continues it. Credentials are taken from the environment or from
    the AWS configuration.

    \b
    Example:
      kv2rdf upload output/release --to s3://bucket/kamervragen
    """
    upload_release(release, remote.upload_target(url))


def upload_release(release: Path, to: RemotePath) -> None:
    """Upload a release and print how many files were sent."""
    result = remote.upload(ReleaseFiles(release), to, terminal_progress())
    write_line(
        f"{to / result.name}: {quantity(result.files, 'file')}, {result.sent:,} of them sent"
    )
