"""The upload command: copies a release to a URL."""

from pathlib import Path

import click

from kv2rdf.cli.output import quantity, release_option, terminal_progress
from kv2rdf.release import upload as remote
from kv2rdf.storage.remote_path import RemotePath


@click.command("upload")
@click.argument("url", metavar="URL")
@release_option("The release to upload.")
def upload_command(url: str, release: Path) -> None:
    """Copy a release to a URL, such as s3://bucket/kamervragen.

    Readers there see the old release or the new one, never a mixture. An upload that was
    interrupted continues where it stopped. Credentials are taken from the environment.

    \b
    Example:
      kv2rdf upload s3://bucket/kamervragen --release output/release
    """
    upload_release(release, remote.upload_target(url))


def upload_release(release: Path, to: RemotePath) -> None:
    """Upload a release and print how many files were sent."""
    result = remote.upload(release, to, terminal_progress())
    click.echo(
        f"{to / result.name}: {quantity(result.files, 'file')}, {result.sent:,} of them sent"
    )
