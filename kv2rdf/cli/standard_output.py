"""What is written to standard output: lines for people, and data for programs.

Lines for people have no control characters, and are written in the encoding of the terminal. Data
is always UTF-8 and complete. Only on a terminal, control characters are replaced in data too.
"""

import re
import sys

import click

_LONGEST = 600
_KEPT_END = 200
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters except tab and line feed, characters that change the direction of text, line
separators, and halves of characters (bytes of a file name that is not UTF-8)."""

_UNDECODED = range(0xDC80, 0xDD00)
"""The numbers that Python gives to bytes that are not UTF-8."""


class OutputError(click.ClickException):
    """Standard output that cannot be written. The program ends with exit status 2."""

    exit_code = 2


def printable(text: str) -> str:
    r"""Return text with each control character as an escape, such as ``\u001b``.

    A byte of a file name that is not UTF-8 becomes an escape such as ``\xff``.
    """
    return _UNPRINTABLE.sub(lambda match: _escape(ord(match[0])), text)


def _escape(code: int) -> str:
    is_byte = code in _UNDECODED
    return f"\\x{code - _UNDECODED.start + 0x80:02x}" if is_byte else f"\\u{code:04x}"


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
