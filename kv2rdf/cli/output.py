"""What the commands have in common to say: where a release is, how many, and how far."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

RELEASE = Path("output/release")


def counted(number: int, word: str) -> str:
    """Say how many: "1 case", "1,786 cases"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def progress() -> Callable[[str, int, int], None]:
    """Tell a person at a terminal how far a step is; say nothing where nobody is looking."""
    return _line if sys.stderr.isatty() else _silence


def _line(step: str, done: int, all_: int) -> None:
    """Say it in one line that is written over."""
    count = f" {done:,} of {all_:,}" if all_ else " …"
    end = "\n" if not all_ or done >= all_ else ""
    click.echo(f"\r\033[K{step}{count}{end}", nl=False, err=True)


def _silence(step: str, done: int, all_: int) -> None:
    """Say nothing."""
