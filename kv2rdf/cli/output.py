"""Shared parts of commands: options, arguments, and the output of counts, notes and progress."""

import difflib
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from kv2rdf.cli.local_path import LocalPath
from kv2rdf.query.printable_text import printable

DEFAULT_RELEASE = Path("output/release")
_QUIET = "kv2rdf.quiet"
_Command = TypeVar("_Command", bound=Callable[..., object])


def release_argument() -> Callable[[_Command], _Command]:
    """Return a decorator that adds the argument RELEASE to a command about a whole release."""
    return click.argument("release", metavar="RELEASE", type=LocalPath(path_type=Path))


def output_option(default: str, content: str) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the option ``--output``, the folder that a command writes to.

    ``content`` describes what happens to files that are already in it.
    """
    return click.option(
        "-o",
        "--output",
        type=LocalPath(path_type=Path),
        default=Path(default),
        show_default=True,
        help=f"The folder to write to; {content}.",
    )


def release_option() -> Callable[[_Command], _Command]:
    """Return a decorator that adds the option ``--release`` to a command that queries a release."""
    return click.option(
        "--release",
        type=LocalPath(path_type=Path),
        default=DEFAULT_RELEASE,
        show_default=True,
        help="The release to read.",
    )


def limit_options(command: _Command) -> _Command:
    """Add the options of a command that runs in a child process: ``--memory`` and ``--timeout``."""
    memory = click.option(
        "--memory", type=click.IntRange(256, 1_000_000), default=2_048, show_default=True,
        metavar="MB", help="The maximum amount of memory to use (on Linux only).",
    )  # fmt: skip
    timeout = click.option(
        "--timeout", type=click.IntRange(1, 1_000_000), metavar="SECONDS",
        help="The maximum time to wait for the result.  [default: no limit]",
    )  # fmt: skip
    return memory(timeout(command))


def verbose_option() -> Callable[[_Command], _Command]:
    """Return a decorator that adds the option ``--verbose``."""
    return click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, callback=_set_verbose,
        help="Report each step on stderr.",
    )  # fmt: skip


def quiet_option() -> click.Option:
    """Return the option ``--quiet``, which every command has."""
    return click.Option(
        ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_set_quiet,
        help="Do not write notes and progress to stderr.",
    )  # fmt: skip


def hide_messages_of_asyncio() -> None:
    """Hide the log of asyncio, which reports each open request if a connection is lost."""
    import logging  # noqa: PLC0415 - slow to load

    logger = logging.getLogger("asyncio")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def quantity(number: int, word: str) -> str:
    """Return a number with a noun in the singular or plural: "1 case", "1,786 cases"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean X?" for the known word most similar to ``word``, or "" if none."""
    nearest = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {nearest[0]}?" if nearest else ""


def write_note(text: str) -> None:
    """Write a line to stderr, unless the user gave ``--quiet``."""
    if not is_quiet():
        with suppress(OSError):
            click.echo(printable(text), err=True)


def terminal_progress() -> Callable[[str, int, int], None]:
    """Return a function that shows the progress of a step.

    The arguments of the function are the name of the step, the number of items that are done, and
    the total, or 0 if the total is unknown. If stderr is not a terminal, or the user gave
    ``--quiet``, the function does nothing.
    """
    return _line if sys.stderr.isatty() and not is_quiet() else _no_line


def is_quiet() -> bool:
    """Whether the user gave ``--quiet``, which hides notes and progress."""
    return bool(click.get_current_context().meta.get(_QUIET))


def _set_quiet(ctx: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value:
        ctx.meta[_QUIET] = True


def _set_verbose(_ctx: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value:
        import logging  # noqa: PLC0415 - slow to load

        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
        logger = logging.getLogger("kv2rdf")
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)


def _line(step: str, done: int, all_: int) -> None:
    """Overwrite the current line with the progress. ``all_`` is 0 if the total is unknown."""
    count = f" {done:,} of {all_:,}" if all_ else " …"
    end = "\n" if not all_ or done >= all_ else ""
    click.echo(f"\r\033[K{step}{count}{end}", nl=False, err=True)


def _no_line(step: str, done: int, all_: int) -> None:
    """Ignore the progress."""
