"""The values with which a query compares the values of properties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef, Variable
from rdflib.paths import SequencePath
from rdflib.plugins.sparql.parserutils import CompValue

from kv2rdf.query.triple_patterns import TriplePattern

_EQUAL = {"=", "IN"}
_ORDERED = {"<", ">", "<=", ">="}
_OF_STRINGS = {"STRSTARTS", "STRENDS", "CONTAINS", "REGEX"}


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """A value that a query requires a property to have, or with which it compares the property.

    ``property_`` is the address of the property. ``literal`` is the value, or None if the values of
    the property are passed to the function ``function`` of strings. ``variable`` is the name of the
    variable that has the values of the property, or "" in a triple pattern. ``is_ordered`` is true
    if the values are compared with ``<``, ``>``, ``<=`` or ``>=``.
    """

    property_: str
    literal: Literal | None
    variable: str = ""
    function: str = ""
    is_ordered: bool = False


def compared_values(algebra: Any, patterns: Sequence[TriplePattern]) -> tuple[ComparedValue, ...]:
    """Return the literals in the triple patterns of a query, and those in its comparisons.

    ``algebra`` is the algebra of the query, and ``patterns`` contains its triple patterns. A
    comparison is left out if the variable may have values of several properties, or other values.
    """
    in_patterns = (
        ComparedValue(property_, pattern.object)
        for pattern in patterns
        if isinstance(pattern.object, Literal) and (property_ := _last(pattern.path))
    )
    properties = _properties_by_variable(algebra, patterns)
    return (*in_patterns, *_comparisons(algebra, properties))


def _last(path: Any) -> str | None:
    """Return the property at the end of a path, or None if it is not a single property."""
    last = path.args[-1] if isinstance(path, SequencePath) else path
    return str(last) if isinstance(last, URIRef) else None


def _properties_by_variable(algebra: Any, patterns: Iterable[TriplePattern]) -> dict[Variable, str]:
    """Return the property of each variable that only has values of this property."""
    found: dict[Variable, set[str | None]] = defaultdict(set)
    for pattern in patterns:
        for term in (pattern.subject, pattern.path):
            if isinstance(term, Variable):
                found[term].add(None)
        if isinstance(pattern.object, Variable):
            found[pattern.object].add(_last(pattern.path))
    assigned = {node.var for node in _nodes(algebra) if node.name == "Extend"}
    return {
        variable: property_
        for variable, properties in found.items()
        if len(properties) == 1 and (property_ := next(iter(properties)))
        if variable not in assigned
    }


def _comparisons(algebra: Any, properties: dict[Variable, str]) -> Iterator[ComparedValue]:
    for node in _nodes(algebra):
        for variable, literal in _compared_pairs(node):
            if variable in properties:
                yield ComparedValue(
                    properties[variable],
                    literal,
                    variable=str(variable),
                    is_ordered=node.op in _ORDERED,
                )
        function = node.name.removeprefix("Builtin_")
        text = (node.text or node.arg1) if function in _OF_STRINGS else None
        if isinstance(text, Variable) and text in properties:
            yield ComparedValue(properties[text], None, variable=str(text), function=function)


def _compared_pairs(node: CompValue) -> Iterator[tuple[Variable, Literal]]:
    """Yield each variable and literal that a node compares with each other, except by ``!=``."""
    if node.name != "RelationalExpression" or node.op not in _EQUAL | _ORDERED:
        return
    for other in node.other if isinstance(node.other, list) else (node.other,):
        for one, two in ((node.expr, other), (other, node.expr)):
            if isinstance(one, Variable) and isinstance(two, Literal):
                yield one, two


def _nodes(algebra: Any) -> Iterator[CompValue]:
    if isinstance(algebra, CompValue):
        yield algebra
        for value in algebra.values():
            yield from _nodes(value)
    elif isinstance(algebra, list | tuple):
        for value in algebra:
            yield from _nodes(value)
