"""Canonical N-Quads, in which equal triples have equal bytes.

Since there are no blank nodes, two datasets are equal if their sorted lines are equal. Characters
are escaped as in canonical N-Quads (https://www.w3.org/TR/rdf-canon/#canonical-quads).
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from json.encoder import encode_basestring

from kv2rdf.errors import MintError
from kv2rdf.rdf.iris import is_iri
from kv2rdf.rdf.terms import Dutch, English, Iri, Term, Triple, TypedLiteral

_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_ESCAPES = str.maketrans({chr(c): f"\\u{c:04X}" for c in (*range(0x20), 0x7F)} | _SHORT)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DECODER = json.JSONDecoder(strict=False)
"""Decodes the escapes that this module writes, all of which are also escapes in JSON.

Control characters that are not escaped are accepted too.
"""


def triple_lines(triples: Iterable[Triple]) -> Iterator[str]:
    """Return an iterator over N-Triples lines, one for each triple.

    Raises MintError if an IRI in a triple is not valid (``is_iri``).
    """
    return _lines(triples, " .\n")


def quad_lines(triples: Iterable[Triple], graph: Iri) -> Iterator[str]:
    """Return an iterator over N-Quads lines, one for each triple, with ``graph`` as their graph.

    Raises MintError if ``graph`` or an IRI in a triple is not valid.
    """
    return _lines(triples, f" {iri(graph)} .\n")


def as_quads(lines: Iterable[str], graph: Iri) -> Iterator[str]:
    """Yield N-Quads lines made from N-Triples lines, with ``graph`` as their graph."""
    end = f"{iri(graph)} .\n"
    for line in lines:
        yield line[:-2] + end


def _lines(triples: Iterable[Triple], end: str) -> Iterator[str]:
    for subject, predicate, value in triples:
        yield f"{_IRIS[subject]} {_IRIS[predicate]} {term(value)}{end}"


def term(value: Term) -> str:
    """Return a term in N-Triples syntax."""
    if isinstance(value, Iri):
        return _IRIS[value]
    if isinstance(value, str):
        text = _quoted(value)
        if isinstance(value, Dutch):
            return f"{text}@nl"
        return f"{text}@en" if isinstance(value, English) else text
    if isinstance(value, TypedLiteral):
        return f"{_quoted(value.text)}^^{iri(value.datatype)}"
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{_XSD}boolean>'
    if isinstance(value, date):
        return f'"{value.isoformat()}"^^<{_XSD}date>'
    return f'"{value}"^^<{_XSD}integer>'


def _quoted(text: str) -> str:
    """Return a string in quotes, with escapes.

    The JSON encoder is fast, and its short escapes are also those of N-Quads. It escapes other
    control characters differently, so a string that contains one of these is escaped with
    ``_ESCAPES``.
    """
    quoted = encode_basestring(text)
    if "\\u00" in quoted or "\x7f" in quoted:
        return f'"{text.translate(_ESCAPES)}"'
    return quoted


def iri(address: Iri) -> str:
    """Return an IRI in angle brackets. Raises MintError if it is not a valid absolute IRI."""
    return _IRIS[address]


class _CheckedIris(dict[Iri, str]):
    """A cache that maps IRIs to IRIs in angle brackets. An IRI is checked when it is added."""

    _MAX_SIZE = 1 << 14

    def __missing__(self, address: Iri) -> str:
        if not is_iri(address):
            raise MintError(f"not a valid address: {address!r}")
        if len(self) >= self._MAX_SIZE:
            self.clear()
        in_brackets = self[address] = f"<{address}>"
        return in_brackets


_IRIS = _CheckedIris()


def quad_terms(line: str) -> tuple[str, str, str, str]:
    """Return the subject, predicate, object and graph of an N-Quads line, as written.

    The line must have been written by this module, which writes single spaces and no comments.
    """
    subject, predicate, rest = line.split(" ", 2)
    value, graph = rest.removesuffix(" .\n").rsplit(" ", 1)
    return subject, predicate, value, graph


def as_triple(line: str) -> str:
    """Return an N-Quads line as an N-Triples line, without the graph.

    The line must have been written by this module.
    """
    return line[: line.rindex(" <")] + " .\n"


def literal_text(literal: str) -> str:
    """Return the unescaped text of a literal that was written by this module."""
    text = literal[1 : literal.rindex('"')]
    return text if "\\" not in text else str(_DECODER.decode(f'"{text}"'))
