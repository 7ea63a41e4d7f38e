"""A notation for triples: a subject, and rows that each contain a property and its values.

For example:

    yield from about(party, (RDF.type, KV.Party), (DCT.title, dutch(title)))
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from kv2rdf.rdf.terms import Code, Dutch, Iri, Term, Triple, TypedLiteral

Triples: TypeAlias = Iterator[Triple]
Cell: TypeAlias = Term | Iterable[Term] | None
Row: TypeAlias = tuple[Iri, Cell]
"""A property with its value or values, or with None if it has no value."""

_SINGLE_TERMS = (str, date, int, TypedLiteral)


def about(subject: Iri, *rows: Row) -> Triples:
    """Yield the triples of ``subject``: one for each value of each row.

    A row without a value (None or an empty iterable of terms) yields nothing. A plain ``str`` is
    not a valid value. A string must be a ``Dutch``, ``English``, ``Code`` or ``Iri``.
    """
    for predicate, cell in rows:
        if cell is None:
            continue
        if isinstance(cell, _SINGLE_TERMS):
            yield subject, predicate, cell
            continue
        for value in cell:
            yield subject, predicate, value


def code(text: str | None) -> Code | None:
    """Return a literal without a language, or None if ``text`` is None."""
    return None if text is None else Code(text)


def dutch(text: str | None) -> Dutch | None:
    """Return a literal in Dutch, or None if ``text`` is None."""
    return None if text is None else Dutch(text)
