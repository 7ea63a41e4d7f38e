"""The pipeline at the command line: a command for everything that is done with a release."""

import logging
from importlib import import_module

import click

from kv2rdf.errors import Kv2rdfError

COMMANDS = ("build", "check", "query", "search", "tables", "verify", "audit", "upload")
"""The commands in the order they are listed; each is in the module of its name, loaded when run."""

_UNSEEN = logging.NullHandler()


class Pipeline(click.Group):
    """A group that lists its commands as they run, and tells of our errors in one line."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Give the commands in the order they are written here."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Load a command; None where there is none of this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kv2rdf.cli.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of ours is one line and exit status 2.

        What asyncio logs of the requests that a lost network leaves behind is not shown beside it.
        """
        logging.getLogger("asyncio").addHandler(_UNSEEN)
        try:
            return super().invoke(ctx)
        except Kv2rdfError as error:
            raise Failure(" ".join(str(error).split())) from error
        except OSError as error:
            raise Failure(f"{error.filename or 'system'}: {error.strerror or error}") from error


class Failure(click.ClickException):
    """A command that could not do its work: exit status 2."""

    exit_code = 2


@click.group(
    cls=Pipeline, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="kv2rdf")
def cli() -> None:
    """Publish the written questions of the Dutch parliament (Kamervragen) as linked open data."""
