"""The words that mapping is written in: ``about`` a subject, one row a property."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from kv2rdf.rdf.terms import Code, Dutch, Iri, Term, Triple, Typed

Triples: TypeAlias = Iterator[Triple]
Cell: TypeAlias = Term | Iterable[Term] | None
_ONE = (str, date, int, Typed)
Row: TypeAlias = tuple[Iri, Cell]


def about(subject: Iri, *rows: Row) -> Triples:
    """Say each row of ``subject``; a row without a value (None, or nothing in it) says nothing.

    A bare ``str`` is no term: say whether it is ``Dutch``, ``Code`` or an ``Iri``.
    """
    for predicate, cell in rows:
        if cell is None:
            continue
        if isinstance(cell, _ONE):
            yield subject, predicate, cell
            continue
        for value in cell:
            yield subject, predicate, value


def code(text: str | None) -> Code | None:
    """Say a string in no language, if there is one."""
    return None if text is None else Code(text)


def dutch(text: str | None) -> Dutch | None:
    """Say prose in Dutch, if there is any."""
    return None if text is None else Dutch(text)
