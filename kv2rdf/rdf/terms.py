"""The light terms that rows of triples are made of.

An ``Iri`` is an address; every string says whether it is prose (``Dutch``, ``English``) or a
code in no language (``Code``); ``date``, ``int`` and ``bool`` are typed literals as they are, and
``Typed`` is for the rare datatype that a foreign vocabulary asks for.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


class Iri(str):
    """An address: of a thing, a term or a graph."""

    __slots__ = ()


class Dutch(str):
    """Prose in Dutch, as published (``@nl``)."""

    __slots__ = ()


class English(str):
    """Prose in English (``@en``): labels of our own."""

    __slots__ = ()


class Code(str):
    """A string in no language: a number as printed, a name, a checksum."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """A literal with the datatype that a foreign vocabulary asks for."""

    text: str
    datatype: Iri


Term: TypeAlias = Iri | Dutch | English | Code | Typed | date | int
"""What may stand as the object of a triple (``bool`` is an ``int``, and becomes xsd:boolean)."""

Triple: TypeAlias = tuple[Iri, Iri, Term]
