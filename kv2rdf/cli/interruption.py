"""The handling of Ctrl-C in commands that must clean up."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kv2rdf.cli.signals import handle_signals

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


class CleaningCommand(click.Command):
    """A command in which Ctrl-C raises KeyboardInterrupt, so that the command can clean up.

    In other commands, Ctrl-C ends the program immediately.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _interruption_as_exception():
            return super().invoke(ctx)


@contextmanager
def _interruption_as_exception() -> Iterator[None]:
    with handle_signals((signal.SIGINT,), signal.default_int_handler):
        sys.unraisablehook = _raise_again
        try:
            yield
        finally:
            sys.unraisablehook = sys.__unraisablehook__


def _raise_again(lost: "UnraisableHookArgs") -> None:
    """Raise an interruption again if Python ignored it, for example in a finalizer."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    else:
        sys.__unraisablehook__(lost)
