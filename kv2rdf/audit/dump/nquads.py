"""N-Quads, read line by line (https://www.w3.org/TR/n-quads/).

All valid N-Quads can be read, including white space, escapes, comments and empty lines that do not
occur in a release. The names of graphs are ignored.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kv2rdf.errors import ReleaseError

_IRI = r"""< ([^\x00-\x20<>"{}|^`]*) >"""
_BLANK_NODE = r"""(_:[^\s<>"]+)"""
_LITERAL = rf"""
    "( [^"\\\n\r]*+ (?: \\. [^"\\\n\r]*+ )*+ )"
    (?: @ ([A-Za-z]+ (?:-[A-Za-z0-9]+)*) | \^\^ {_IRI} )?
"""
_QUAD = re.compile(
    rf"""
    [ \t]* (?: {_IRI} | {_BLANK_NODE} )                     # subject
    [ \t]* {_IRI}                                           # predicate
    [ \t]* (?: {_IRI} | {_BLANK_NODE} | {_LITERAL} )        # object
    [ \t]* (?: {_IRI} | {_BLANK_NODE} )?                    # graph
    [ \t]* \.
    [ \t]* (?: \#.* )?
    """,
    re.VERBOSE,
)
_PLAIN_IRI = r"""<([^\x00-\x20<>"{}|^`\\]*)>"""
_CANONICAL_QUAD = re.compile(
    rf"""
    {_PLAIN_IRI} [ ] {_PLAIN_IRI} [ ]
    (?: {_PLAIN_IRI} | "([^"\\\n\r]*)" (?: @ [A-Za-z]+ (?:-[A-Za-z0-9]+)* | \^\^ {_PLAIN_IRI} )? )
    [ ] {_PLAIN_IRI} [ ] \. \n
    """,
    re.VERBOSE,
)
"""The usual form of a line in a release, without escapes. It can be matched in half the time."""

_BLANK_OR_COMMENT = re.compile(r"[ \t]*(?:#.*)?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED_CHARACTERS = {
    "t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\",
}  # fmt: skip


class Quad(NamedTuple):
    """A statement without its graph. ``value`` is an address, or the text of a literal."""

    subject: str
    predicate: str
    value: str
    is_literal: bool


def read_quads(dump: Path) -> Iterator[Quad]:
    """Yield the statements of a dump that is compressed with gzip, in order.

    Raises ReleaseError if the dump is not a gzip file, is truncated, or contains an invalid line.
    """
    try:
        with gzip.open(dump, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    quad = parse_quad(line)
                except ValueError as error:
                    raise ReleaseError(f"{dump.name}: line {number}: {error}") from error
                if quad is not None:
                    yield quad
    except (EOFError, zlib.error, UnicodeDecodeError, gzip.BadGzipFile) as error:
        raise ReleaseError(f"{dump.name}: cannot be read: {error}") from error


def parse_quad(line: str) -> Quad | None:
    """Return the statement of a line, or None if it is empty or a comment.

    Raises ValueError if the line is not valid N-Quads.
    """
    if (found := _CANONICAL_QUAD.fullmatch(line)) is not None:
        subject, predicate, address, text = found.group(1, 2, 3, 4)
        return Quad(subject, predicate, address if text is None else text, text is not None)
    line_text = line.rstrip("\r\n")
    found = _QUAD.fullmatch(line_text)
    if found is None:
        if _BLANK_OR_COMMENT.fullmatch(line_text):
            return None
        raise ValueError(f"not valid N-Quads: {line[:60]!r}")
    subject, blank_subject, predicate, address, blank_value, text = found.group(1, 2, 3, 4, 5, 6)
    if text is not None:
        quad = Quad(subject or blank_subject, predicate, text, is_literal=True)
    else:
        value = address if address is not None else blank_value
        quad = Quad(subject or blank_subject, predicate, value, is_literal=False)
    return quad if "\\" not in line else _unescaped(quad)


def _unescaped(quad: Quad) -> Quad:
    subject, predicate, value = (_ESCAPE.sub(_character, written) for written in quad[:3])
    return Quad(subject, predicate, value, quad.is_literal)


def _character(escape: re.Match[str]) -> str:
    if code := escape[1] or escape[2]:
        return chr(int(code, 16))
    if escape[3] not in _ESCAPED_CHARACTERS:
        raise ValueError(f"unknown escape: {escape[0]!r}")
    return _ESCAPED_CHARACTERS[escape[3]]
