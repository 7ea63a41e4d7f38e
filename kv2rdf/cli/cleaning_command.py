"""Commands that remove their unfinished work when a signal ends them."""

from typing import Any

import click

from kv2rdf.cli.signals import clean_end_on_signals


class CleaningCommand(click.Command):
    """A command that removes its unfinished work when Ctrl-C, SIGTERM or SIGHUP ends it.

    Other commands are ended immediately.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with clean_end_on_signals():
            return super().invoke(ctx)
