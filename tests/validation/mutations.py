"""Mutations: changes to one entity of a valid example.

A mutation changes the triples about one subject of an example. Most of them change the values of
one property: a value is removed, added, or replaced. ``EMPTY`` replaces the first value with an
empty one. ``ELSEWHERE`` replaces all values with the address of a concept that does not exist. A
mutation may have an argument in Turtle: ``TWICE("c:indiening")``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from rdflib import RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.rdf import turtle
from kv2rdf.rdf.vocabulary import HOME

_NOTHING = URIRef(f"{HOME}/id/begrip/iets-anders")
COPY = URIRef(f"{HOME}/elders/kopie")


@dataclass(frozen=True)
class Values:
    """The triples about a subject that a mutation changes, and its values of one property."""

    about: Graph
    subject: Node
    path: Node

    @property
    def all(self) -> tuple[Node, ...]:
        """The values, sorted."""
        return tuple(sorted(self.about.objects(self.subject, self.path), key=str))

    def add(self, value: Node) -> None:
        self.about.add((self.subject, self.path, value))

    def remove(self, value: Node | None = None) -> None:
        """Remove a value, or all values."""
        self.about.remove((self.subject, self.path, value))


@dataclass(frozen=True)
class Mutation:
    """A change to the triples about a subject, with its argument in a row."""

    name: str
    change: Callable[[Values, Node | None], None]
    argument: str = ""

    def __call__(self, argument: str) -> "Mutation":
        """Return the mutation with an argument."""
        return replace(self, argument=argument)

    def apply(self, about: Graph, subject: Node, path: str) -> None:
        """Change the triples about a subject."""
        values = Values(about, subject, term(path) if path else RDF.type)
        self.change(values, term(self.argument) if self.argument else None)

    def __str__(self) -> str:
        return f"{self.name} {self.argument}".rstrip()


@cache
def term(text: str) -> Node:
    """Return an address or a literal that is written in Turtle."""
    (value,) = Graph().parse(data=f"{turtle.header(HOME)} <> a {text} .").objects()
    return value


def _missing(values: Values, value: Node | None) -> None:
    assert values.all if value is None else value in values.all
    values.remove(value)


def _twice(values: Values, value: Node | None) -> None:
    values.add(_second_value(values.all[0]) if value is None else value)


def _second_value(value: Node) -> Node:
    """Return another value of the same datatype and in the same language."""
    if not isinstance(value, Literal):
        return _NOTHING
    if value.datatype == XSD.date:
        return Literal("1999-01-01", datatype=XSD.date)
    if value.datatype == XSD.boolean:
        return Literal(not value.value)
    if value.datatype == XSD.integer:
        return Literal(value.value + 1)
    return Literal("twee", lang=value.language)


def _elsewhere(values: Values, _: Node | None) -> None:
    _missing(values, None)
    values.add(_NOTHING)


def _instead(values: Values, value: Node | None) -> None:
    first = values.all[0]
    values.remove(first)
    values.add(_NOTHING if value is None else value)


def _other_datatype(values: Values, _: Node | None) -> None:
    value = values.all[0]
    assert isinstance(value, Literal)
    if value.datatype == XSD.date:
        other = Literal(f"{value}T23:00:00+00:00", datatype=XSD.dateTime)
    elif value.language or value.datatype:
        other = Literal(str(value))
    else:
        other = Literal(str(value), lang="nl")
    _instead(values, other)


def _in_english(values: Values, _: Node | None) -> None:
    _instead(values, Literal("in English", lang="en"))


def _empty(values: Values, _: Node | None) -> None:
    value = values.all[0]
    assert isinstance(value, Literal)
    _instead(values, Literal("", lang=value.language))


def _as_text(values: Values, _: Node | None) -> None:
    _instead(values, Literal(str(values.all[0])))


def _strange_property(values: Values, _: Node | None) -> None:
    values.about.add((values.subject, RDFS.comment, Literal("x")))


def _another_address(values: Values, _: Node | None) -> None:
    for _subject, path, value in tuple(values.about):
        values.about.add((COPY, path, value))
    values.about.remove((values.subject, None, None))


def _no_address(values: Values, class_: Node | None) -> None:
    assert class_ is not None
    values.about.remove((values.subject, None, None))
    values.about.add((BNode(), RDF.type, class_))


MISSING = Mutation("missing", _missing)
"""Without the values of the property, or without the given one."""
TWICE = Mutation("twice", _twice)
"""With one more value."""
ELSEWHERE = Mutation("elsewhere", _elsewhere)
INSTEAD = Mutation("instead", _instead)
OTHER_DATATYPE = Mutation("other datatype", _other_datatype)
IN_ENGLISH = Mutation("in English", _in_english)
EMPTY = Mutation("empty", _empty)
AS_TEXT = Mutation("as text", _as_text)
"""With a literal that has the text of the address."""
STRANGE = Mutation("with a strange property", _strange_property)
OTHER_ADDRESS = Mutation("copied to another address", _another_address)
NO_ADDRESS = Mutation("beside a blank node of", _no_address)
"""Of the given class, without any other property."""
