"""The type of an argument or option that must be a path on this machine."""

import os

import click

from kv2rdf.errors import InputError
from kv2rdf.storage.remote_path import local_path


class LocalPath(click.Path):
    """A path on this machine.

    A URL is a usage error. As a path, ``s3://bucket`` would be a folder with the name ``s3:``.
    """

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path. Raises BadParameter for a URL, or if click.Path refuses the path."""
        try:
            path = local_path(os.fspath(value), InputError)
        except InputError as error:
            self.fail(str(error), param, ctx)
        return super().convert(path, param, ctx)
