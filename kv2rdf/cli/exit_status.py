"""The exit status of a command, and its error message."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

import click

from kv2rdf.cli.failures import Failure, Interruption
from kv2rdf.cli.standard_output import one_line
from kv2rdf.errors import Kv2rdfError

_ABANDONED = 141
"""The exit status if the output is no longer read: 128 plus the number of SIGPIPE."""

_ABANDONED_BY_CLICK = 1
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_ARGUMENTS = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""The error whose message is the help text. It does not exist in click before version 8.2."""


def exit_status(work: Callable[[], object]) -> int:
    """Run a command and return its exit status.

    An expected error is written to standard error as one line.
    """
    try:
        code = work()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except BrokenPipeError:
        return _ABANDONED
    except SystemExit as ending:
        if ending.code != _ABANDONED_BY_CLICK:
            raise
        return _ABANDONED
    except (click.ClickException, click.Abort, KeyboardInterrupt) as error:
        return _reported(
            error if isinstance(error, click.ClickException) else Interruption("interrupted")
        )
    except (Kv2rdfError, OSError, MemoryError) as error:
        return _reported(Failure(_message(error)))
    finally:
        _drop_unwritten_output()


def _message(error: Kv2rdfError | OSError | MemoryError) -> str:
    if isinstance(error, OSError):
        return _system_message(error)
    return str(error) if isinstance(error, Kv2rdfError) else "there is not enough memory"


def _system_message(error: OSError) -> str:
    """Return the file and the reason. A file that was already open is not named by the system."""
    reason = error.strerror or str(error)
    if isinstance(error.filename, str | bytes):
        return f"{os.fsdecode(error.filename)}: {reason}"
    if error.errno in _FULL:
        return f"{reason}: the disk of the output or of TMPDIR is full"
    return f"system: {reason}"


def _reported(error: click.ClickException) -> int:
    """Write an error to standard error, and return its exit status."""
    lines = [f"Error: {one_line(error.format_message())}"]
    if isinstance(error, _NO_ARGUMENTS):
        lines = [error.format_message()]
    elif isinstance(error, click.UsageError) and error.ctx is not None:
        hint = f"Try '{error.ctx.command_path} --help' for help."
        lines = [error.ctx.get_usage(), hint, "", *lines]
    with suppress(OSError):
        click.echo("\n".join(lines), err=True)
    return error.exit_code


def _drop_unwritten_output() -> None:
    """Flush standard output. If that fails, discard the rest, so that Python does not try again."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
