"""The command line. Each command has a module, which is loaded when the command is used."""

import logging
from importlib import import_module

import click

from kv2rdf.errors import Kv2rdfError

COMMANDS = ("build", "check", "query", "search", "tables", "verify", "audit", "upload")
"""The commands in the order of the help. Command X is ``X_command`` in the module ``X``."""

_NULL_HANDLER = logging.NullHandler()


class CommandGroup(click.Group):
    """A group that loads a command when it is used, and reports an error in one line."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Load and return a command, or return None if there is no command with this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kv2rdf.cli.{name}"), f"{name}_command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. An expected error is reported in one line, with exit status 2.

        Log messages of asyncio are not shown, because asyncio would also report every request that
        was still open on a lost connection.
        """
        logging.getLogger("asyncio").addHandler(_NULL_HANDLER)
        try:
            return super().invoke(ctx)
        except Kv2rdfError as error:
            raise Failure(" ".join(str(error).split())) from error
        except OSError as error:
            raise Failure(f"{error.filename or 'system'}: {error.strerror or error}") from error


class Failure(click.ClickException):
    """An error that ends the program with exit status 2."""

    exit_code = 2


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="kv2rdf")
def cli() -> None:
    """Publish the written questions of the Dutch parliament (Kamervragen) as linked open data."""
