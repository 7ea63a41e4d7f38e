"""What the commands share: the option ``--release``, and the output of counts and progress."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

DEFAULT_RELEASE = Path("output/release")
_Command = TypeVar("_Command", bound=Callable[..., object])


def release_option(help_text: str) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the option ``--release`` to a command."""
    return click.option(
        "--release",
        type=click.Path(path_type=Path),
        default=DEFAULT_RELEASE,
        show_default=True,
        help=help_text,
    )


def quantity(number: int, word: str) -> str:
    """Return a number with a noun in the singular or plural: "1 case", "1,786 cases"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def terminal_progress() -> Callable[[str, int, int], None]:
    """Return a function that shows the progress of a step.

    If stderr is not a terminal, the function does nothing.
    """
    return _line if sys.stderr.isatty() else _no_line


def _line(step: str, done: int, all_: int) -> None:
    """Replace the current line by the progress. ``all_`` is 0 if the total is unknown."""
    count = f" {done:,} of {all_:,}" if all_ else " …"
    end = "\n" if not all_ or done >= all_ else ""
    click.echo(f"\r\033[K{step}{count}{end}", nl=False, err=True)


def _no_line(step: str, done: int, all_: int) -> None:
    """Do nothing."""
