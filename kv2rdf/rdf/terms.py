"""RDF terms as lightweight Python values.

An ``Iri`` is an address. A string is either prose in a language (``Dutch``, ``English``) or a code
that belongs to no language (``Code``). A ``date``, ``int`` or ``bool`` is a typed literal. A
``TypedLiteral`` is a literal with a stated datatype, such as one that a borrowed vocabulary
requires.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


class Iri(str):
    """The address of an entity, a term or a graph."""

    __slots__ = ()


class Dutch(str):
    """Dutch prose (``@nl``)."""

    __slots__ = ()


class English(str):
    """English prose (``@en``)."""

    __slots__ = ()


class Code(str):
    """A string without a language, such as a number as printed, a name or a checksum."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TypedLiteral:
    """A literal that consists of its text and the address of its datatype."""

    text: str
    datatype: Iri


Term: TypeAlias = Iri | Dutch | English | Code | TypedLiteral | date | int
"""The object of a triple. A ``bool`` is also an ``int``, but it becomes an xsd:boolean."""

Triple: TypeAlias = tuple[Iri, Iri, Term]
