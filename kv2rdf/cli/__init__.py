"""The command line. Each command has a module, which is loaded when the command is used."""

import logging
from importlib import import_module
from types import MappingProxyType

import click
from click.shell_completion import CompletionItem

from kv2rdf.cli.output import suggestion, verbosity_options
from kv2rdf.errors import Kv2rdfError

COMMANDS = MappingProxyType(
    {
        "build": "Build a release from publications.",
        "check": "Check RDF files against the shapes.",
        "query": "Run a SPARQL query on a release.",
        "queries": "List the named queries.",
        "search": "Find words in the texts of a release.",
        "tables": "Write CSV tables of a release.",
        "verify": "Check a release against its own manifest.",
        "audit": "Compare the text of documents with a release.",
        "upload": "Copy a release to a URL.",
    }
)
"""The summary of each command, in the order of the help. Command X is ``X_command`` in module X.

The summaries stand here so that the list of commands can be shown without loading the commands.
"""

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
        known = {option for parameter in command.params for option in parameter.opts}
        command.params += [o for o in verbosity_options() if not known.intersection(o.opts)]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named by the first word, and the words after it.

        Raises UsageError, with the nearest name, if there is no such command.
        """
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {args[0]!r}{suggestion(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin with ``incomplete``, without loading them."""
        commands = [
            CompletionItem(name, help=summary)
            for name, summary in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return commands + click.Command.shell_complete(self, ctx, incomplete)

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
        except KeyboardInterrupt as error:
            raise Interruption("interrupted") from error


class Interruption(click.ClickException):
    """An interruption by the user, which ends the program with exit status 130."""

    exit_code = 130


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
