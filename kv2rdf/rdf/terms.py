"""RDF terms as lightweight Python values.

An ``Iri`` is an address. A string is either prose in a language (``Dutch``, ``English``) or a code
without one (``Code``). A ``date``, ``int`` or ``bool`` is a typed literal. ``TypedLiteral`` is for
other datatypes, which borrowed vocabularies require.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


class Iri(str):
    """The address of a thing, a term or a graph."""

    __slots__ = ()


class Dutch(str):
    """Dutch prose (``@nl``)."""

    __slots__ = ()


class English(str):
    """English prose (``@en``)."""

    __slots__ = ()


class Code(str):
    """A string without a language: a number as printed, a name, a checksum."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TypedLiteral:
    """A literal with another datatype, which a borrowed vocabulary requires."""

    text: str
    datatype: Iri


Term: TypeAlias = Iri | Dutch | English | Code | TypedLiteral | date | int
"""The object of a triple. A ``bool`` is an ``int``, and becomes xsd:boolean."""

Triple: TypeAlias = tuple[Iri, Iri, Term]
