"""Canonical N-Quads: the same statements are the same bytes, today and next year.

We mint no blank nodes, so two datasets are equal when their sorted lines are. Escapes are those of
canonical N-Quads (https://www.w3.org/TR/rdf-canon/#canonical-quads).
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from json.encoder import encode_basestring

from kv2rdf.errors import MintError
from kv2rdf.rdf.terms import Dutch, English, Iri, Term, Triple, Typed

_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_ESCAPES = str.maketrans({chr(c): f"\\u{c:04X}" for c in (*range(0x20), 0x7F)} | _SHORT)
_IRI = re.compile(r'[^\x00-\x20<>"{}|^`\\\ud800-\udfff]+')
_XSD = "http://www.w3.org/2001/XMLSchema#"


def triples(rows: Iterable[Triple]) -> Iterator[str]:
    """Write each triple on a line of its own: N-Triples."""
    return _written(rows, " .\n")


def placed(written: Iterable[str], graph: Iri) -> Iterator[str]:
    """Write lines of N-Triples as quads in ``graph``."""
    end = f"{resource(graph)} .\n"
    for line in written:
        yield line[:-2] + end


def lines(rows: Iterable[Triple], graph: Iri) -> Iterator[str]:
    """Write each triple on a line of its own, as a quad in ``graph``."""
    return _written(rows, f" {resource(graph)} .\n")


def _written(rows: Iterable[Triple], end: str) -> Iterator[str]:
    for subject, predicate, value in rows:
        yield f"{_ADDRESSES[subject]} {_ADDRESSES[predicate]} {term(value)}{end}"


def term(value: Term) -> str:
    """Write an object."""
    if isinstance(value, Iri):
        return _ADDRESSES[value]
    if isinstance(value, str):
        text = _quoted(value)
        if isinstance(value, Dutch):
            return f"{text}@nl"
        return f"{text}@en" if isinstance(value, English) else text
    if isinstance(value, Typed):
        return f"{_quoted(value.text)}^^{resource(value.datatype)}"
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{_XSD}boolean>'
    if isinstance(value, date):
        return f'"{value.isoformat()}"^^<{_XSD}date>'
    return f'"{value}"^^<{_XSD}integer>'


def _quoted(text: str) -> str:
    """Write a string: JSON has the same short escapes, but writes the rare ones otherwise."""
    written = encode_basestring(text)
    if "\\u00" in written or "\x7f" in written:
        return f'"{text.translate(_ESCAPES)}"'
    return written


def resource(address: Iri) -> str:
    """Write an address; raises MintError where it has a character that no address has."""
    return _ADDRESSES[address]


class _Addresses(dict[Iri, str]):
    """Addresses as they are written, each checked once: by the hundred they come again."""

    _MOST = 1 << 14

    def __missing__(self, address: Iri) -> str:
        if not _IRI.fullmatch(address) or ":" not in address:
            raise MintError(f"no address: {address!r}")
        if len(self) >= self._MOST:
            self.clear()
        written = self[address] = f"<{address}>"
        return written


_ADDRESSES = _Addresses()


def fields(line: str) -> tuple[str, str, str, str]:
    """Cut a line of ours into subject, predicate, object and graph, as they are written."""
    subject, predicate, rest = line.split(" ", 2)
    value, graph = rest.removesuffix(" .\n").rsplit(" ", 1)
    return subject, predicate, value, graph


def as_triple(line: str) -> str:
    """Drop the graph of a line: N-Triples."""
    return line[: line.rindex(" <")] + " .\n"


def words(literal: str) -> str:
    """Give the words of a literal of ours, as they were before they were written."""
    return str(json.loads(literal[: literal.rindex('"') + 1], strict=False))
