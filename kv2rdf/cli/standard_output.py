"""What is written to standard output: lines for people, and data for programs.

Lines for people have no control characters, and are written in the encoding of the terminal. Data
is always UTF-8 and complete. Control characters in data are replaced only on a terminal.
"""

import sys

import click

from kv2rdf.query.printable_text import printable

_LONGEST = 600
_KEPT_END = 200


class OutputError(click.ClickException):
    """Standard output cannot be written. The program ends with exit status 2."""

    exit_code = 2


def one_line(text: str) -> str:
    """Return a message as one printable line. The middle of a very long message is left out."""
    line = printable(" ".join(text.split()))
    if len(line) <= _LONGEST:
        return line
    return f"{line[: _LONGEST - _KEPT_END]} … {line[-_KEPT_END:]}"


def write_line(text: str) -> None:
    """Write a line for people, or several."""
    _write(f"{printable(text)}\n".encode(_encoding(), "backslashreplace"))


def write_data(text: str) -> None:
    """Write data for programs."""
    if sys.stdout.isatty():
        _write(printable(text).encode(_encoding(), "backslashreplace"))
    else:
        _write(text.encode())


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _write(content: bytes) -> None:
    stream = sys.stdout.buffer
    try:
        stream.write(content)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror or error}") from error
