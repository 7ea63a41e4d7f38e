"""The format of lists of identifiers."""

import re

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups

_LONGEST = 100
_IDENTIFIER = rf"(?![0-9A-Za-z-]{{{_LONGEST + 1}}})(?:ah|kv)(?:-[0-9A-Za-z]+)+"
_LINE = re.compile(rf"[ \t]*({_IDENTIFIER})[ \t]*")
_BLANK_LINE = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIRST_LINE = re.compile(
    rf"(?:\xef\xbb\xbf)?[ \t\r\n]*+{_IDENTIFIER}[ \t]*+(?:[\r\n]|\Z)".encode("latin-1")
)


def _text(content: DocumentContent) -> str | None:
    """Return the text of a list, or None for any other document.

    A document is a list if its first line, apart from blank lines, is an identifier. Raises
    ReadError if the list is not UTF-8.
    """
    if not _FIRST_LINE.match(content.raw):
        return None
    if isinstance(content.text, ReadError):
        raise content.text
    return content.text


def _identifiers(source: Source, text: str, _lookups: Lookups) -> tuple[str, ...]:
    """Return the identifiers as written in the list, without duplicates. Blank lines are ignored.

    Spaces and tabs around an identifier are removed. Raises ReadError if a line is neither an
    identifier nor blank, because the file may then be something other than a list.
    """
    found: dict[str, None] = {}
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if identifier := _LINE.fullmatch(line):
            found[identifier[1]] = None
        elif not _BLANK_LINE.fullmatch(line):
            problem = f"is not an identifier of a paper: {line[:60]!r}"
            raise ReadError(source.id, f"line {number}", problem)
    return tuple(found)


def _kind_and_session(_text: str, _lookups: Lookups) -> KindAndSession:
    return SourceKind.IDENTIFIER_LIST, None


IDENTIFIERS = Format(
    name="list of identifiers",
    kind=SourceKind.IDENTIFIER_LIST,
    recognises=_text,
    read_identifiers=_identifiers,
    describe=_kind_and_session,
)
