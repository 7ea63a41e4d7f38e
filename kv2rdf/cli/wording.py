"""What the commands have in common to say: where a release is, how many, and how far they are."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

RELEASE = Path("output/release")


def counted(number: int, word: str) -> str:
    """Say how many: "1 case", "1,786 cases"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def progress() -> Callable[[str, int, int], None]:
    """Give what tells how far a step is: to a person at a terminal, else to nobody."""
    return _written_over if sys.stderr.isatty() else _silence


def _written_over(step: str, done: int, all_: int) -> None:
    """Tell it in one line that is written over."""
    count = f" {done:,} of {all_:,}" if all_ else " …"
    end = "\n" if not all_ or done >= all_ else ""
    click.echo(f"\r\033[K{step}{count}{end}", nl=False, err=True)


def _silence(step: str, done: int, all_: int) -> None:
    """Say nothing: nobody is looking."""
