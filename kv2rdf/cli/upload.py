"""The command that copies a release to a place elsewhere, for who reads it there."""

from pathlib import Path

import click

from kv2rdf.cli.output import RELEASE, counted, progress
from kv2rdf.release import upload as remote
from kv2rdf.storage.remote_path import Place


@click.command()
@click.argument("url", metavar="URL")
@click.option("--release", type=click.Path(path_type=Path), default=RELEASE, show_default=True,
              help="The release to upload.")  # fmt: skip
def upload(url: str, release: Path) -> None:
    """Copy a release to a place elsewhere, such as s3://bucket/kamervragen.

    Who reads there sees the old release or the new one, whole. An upload that broke off is taken
    up where it was. Credentials are those of the environment.

    \b
    Example:
      kv2rdf upload s3://bucket/kamervragen --release output/release
    """
    send(release, remote.target(url))


def send(release: Path, to: Place) -> None:
    """Upload a release, and say so."""
    uploaded = remote.upload(release, to, progress())
    click.echo(
        f"{to / uploaded.name}: {counted(uploaded.files, 'file')}, {uploaded.sent:,} of them sent"
    )
