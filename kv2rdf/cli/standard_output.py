"""The output of commands: lines for people, and data for programs.

Lines for people contain no control characters, and are written in the encoding of the terminal.
Data is written unchanged and in UTF-8, except on a terminal: there, control characters are
replaced, and the encoding is that of the terminal.
"""

import sys

from kv2rdf.cli.failures import Failure
from kv2rdf.errors import without_middle
from kv2rdf.query.printable_text import printable

_LONGEST_MESSAGE = 600


def one_line(text: str) -> str:
    """Return a message as one printable line. The middle of a very long message is left out."""
    return without_middle(printable(" ".join(text.split())), _LONGEST_MESSAGE)


def write_line(text: str) -> None:
    """Write one or more lines for people."""
    _write(f"{printable(text)}\n".encode(_encoding(), "backslashreplace"))


def write_data(text: str) -> None:
    """Write data for programs."""
    if sys.stdout.isatty():
        _write(printable(text).encode(_encoding(), "backslashreplace"))
    else:
        _write(text.encode())


def write_output(text: str, *, is_for_people: bool) -> None:
    """Write the output of a command, either as lines for people or as data for programs."""
    if is_for_people:
        write_line(text.removesuffix("\n"))
    else:
        write_data(text)


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
        raise Failure(f"standard output: {error.strerror or error}") from error
