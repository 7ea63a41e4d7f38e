"""N-Quads, read line by line (https://www.w3.org/TR/n-quads/): literals and links, unescaped.

Any N-Quads can be read, not only the form that a release has: white space where the grammar has
it, every escape, comments and empty lines. Blank nodes and the graph's name are read over.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.errors import ReleaseError

_IRI = r"<([^\x00-\x20<>\"{}|^`]*)>"
_BLANK = r"(_:[^\s<>\"]+)"
_LITERAL = (
    r'"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^\x00-\x20<>"{}|^`]*)>)?'
)
_QUAD = re.compile(
    rf"[ \t]*(?:{_IRI}|{_BLANK})[ \t]*{_IRI}[ \t]*(?:{_IRI}|{_BLANK}|{_LITERAL})"
    rf"[ \t]*(?:{_IRI}|{_BLANK})?[ \t]*\.[ \t]*(?:#.*)?"
)
_NOTHING = re.compile(r"[ \t]*(?:#.*)?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {
    "t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quad:
    """A statement; ``literal`` tells whether ``value`` is words or an address."""

    subject: str
    predicate: str
    value: str
    literal: bool


def quads(dump: Path) -> Iterator[Quad]:
    """Give the statements of a dump, compressed with gzip, in its order.

    Raises ReleaseError where it is no gzip file, is cut off, or has a line that is no N-Quads.
    """
    try:
        with gzip.open(dump, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    statement = quad(line)
                except ValueError as error:
                    raise ReleaseError(f"{dump.name}: line {number}: {error}") from error
                if statement is not None:
                    yield statement
    except (EOFError, zlib.error, UnicodeDecodeError, gzip.BadGzipFile) as error:
        raise ReleaseError(f"{dump.name}: cannot be read: {error}") from error


def quad(line: str) -> Quad | None:
    """Read one line; None: it is empty or a comment. Raises ValueError where it is no N-Quads."""
    found = _QUAD.fullmatch(line.rstrip("\r\n"))
    if found is None:
        if _NOTHING.fullmatch(line.rstrip("\r\n")):
            return None
        raise ValueError(f"is no N-Quads: {line[:60]!r}")
    subject, blank, predicate, address, other, words, *_ = found.groups()
    if words is not None:
        return Quad(_plain(subject or blank), _plain(predicate), _plain(words), literal=True)
    value = other if address is None else _plain(address)
    return Quad(_plain(subject or blank), _plain(predicate), value, literal=False)


def _plain(written: str) -> str:
    """Undo the escapes."""
    return _ESCAPE.sub(_character, written) if "\\" in written else written


def _character(escape: re.Match[str]) -> str:
    if code := escape[1] or escape[2]:
        return chr(int(code, 16))
    if escape[3] not in _SHORT:
        raise ValueError(f"has no such escape: {escape[0]!r}")
    return _SHORT[escape[3]]
