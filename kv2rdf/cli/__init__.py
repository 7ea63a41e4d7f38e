"""The command line. The module of a command is loaded only when the command is used."""

import sys
from collections.abc import Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, NoReturn

import click
from click.shell_completion import CompletionItem

from kv2rdf.cli.exit_status import exit_status
from kv2rdf.cli.failures import Failure, Interruption
from kv2rdf.cli.output import hide_messages_of_asyncio, quiet_option, suggestion
from kv2rdf.cli.words import refuse_undecodable_words

COMMANDS = MappingProxyType(
    {
        "build": "Build a release from publications.",
        "check": "Check RDF files against the shapes.",
        "query": "Run a SPARQL query on a release.",
        "queries": "List the named queries.",
        "search": "Find words in the texts of a release.",
        "show": "Show one case as readable text.",
        "serve": "Answer HTTP requests about a release.",
        "tables": "Write tables as CSV, Parquet or SQLite.",
        "verify": "Check a release against its own manifest.",
        "changes": "List the cases that differ between two releases.",
        "audit": "Compare the text of documents with a release.",
        "upload": "Copy a release to a URL.",
        "reconcile": "Add addresses to the names in a CSV file.",
        "link": "Exchange data with Wikidata and the chamber.",
    }
)
"""The summaries of the commands, in the order in which the help lists them.

The summaries are defined here, so that the list of commands can be shown without loading the
commands. The command X is the function ``X_command`` in the module X.
"""

_USING_URLS = {"build", "verify", "upload"}
_LAST_OPTION = "quiet"


class CommandGroup(click.Group):
    """The group of all commands. A command is loaded when it is used.

    The exit status of the program is that of the command.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Load and return a command, or return None if there is no command with this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kv2rdf.cli.{name}"), f"{name}_command")
        if name in _USING_URLS:
            hide_messages_of_asyncio()
        below = command.commands.values() if isinstance(command, click.Group) else ()
        for each in (command, *below):
            refuse_undecodable_words(each)
            if not each.params or each.params[-1].name != _LAST_OPTION:
                each.params.append(quiet_option())
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the name in the first argument, its command, and the remaining arguments.

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

    def main(  # type: ignore[override] # click declares two overloads
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Run the program, and exit with its exit status.

        If ``args`` is None, the command line is used. If ``standalone_mode`` is false, the result
        of the command is returned instead.
        """
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        if sys.stdout is None:
            sys.exit(exit_status(_refuse_closed_output))
        run = super().main
        sys.exit(exit_status(lambda: run(args, standalone_mode=False, **extra)))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Interruption("interrupted") from error


def _refuse_closed_output() -> NoReturn:
    raise Failure("standard output is closed")


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="kv2rdf")
def cli() -> None:
    """Publish the written questions of the Dutch parliament (Kamervragen) as linked open data."""
