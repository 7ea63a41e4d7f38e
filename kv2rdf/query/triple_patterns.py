"""The triple patterns of a query, and the classes of its variables.

The query is parsed by rdflib.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from rdflib import RDF, URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

Classes: TypeAlias = Mapping[Any, frozenset[str]]
"""Maps variables to their classes. A variable that is missing may be of any class."""


@dataclass(frozen=True, slots=True)
class TriplePattern:
    """A triple pattern of a query: a subject, a path of properties and an object.

    The subject and the object are rdflib terms, and the path is an rdflib term or path.

    ``classes`` contains the classes that the query requires of the subject, if any. The pattern is
    negated if it is in MINUS or NOT EXISTS, and optional if it is in OPTIONAL or UNION. ``graph``
    is the address or the variable of the GRAPH that contains the pattern, or None.
    """

    subject: Any
    path: Any
    object: Any
    classes: frozenset[str]
    is_negated: bool
    is_optional: bool
    graph: Any = None


def triple_patterns(algebra: Any) -> tuple[TriplePattern, ...]:
    """Return the triple patterns in the algebra of a query."""
    return tuple(_patterns(algebra, {}))


def _patterns(
    node: Any,
    known: Classes,
    *,
    is_negated: bool = False,
    is_optional: bool = False,
    graph: Any = None,
) -> Iterator[TriplePattern]:
    """Yield the patterns below a node.

    ``known`` contains the classes that are known from outside the node. ``is_negated`` states
    whether the node is in MINUS or NOT EXISTS, and ``is_optional`` whether it is in OPTIONAL or
    UNION. ``graph`` is the term of the GRAPH that contains the node, or None.
    """
    if isinstance(node, CompValue):
        known = _merged(known, _certain_classes(node))
        if node.name in {"BGP", "TriplesBlock"}:
            for subject, path, thing in _triples(node):
                classes = known.get(subject, frozenset())
                yield TriplePattern(subject, path, thing, classes, is_negated, is_optional, graph)
            return
        graph = node.term if node.name == "Graph" else graph
        for key, value in node.items():
            negates = node.name == "Builtin_NOTEXISTS" or (node.name, key) == ("Minus", "p2")
            may_fail = node.name == "Union" or (node.name, key) == ("LeftJoin", "p2")
            yield from _patterns(
                value,
                known,
                is_negated=is_negated or negates,
                is_optional=is_optional or may_fail,
                graph=graph,
            )
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _patterns(
                value, known, is_negated=is_negated, is_optional=is_optional, graph=graph
            )


def _certain_classes(node: Any) -> Classes:
    """Return the classes that variables have in every result of a part of a query."""
    if not isinstance(node, CompValue):
        return {}
    if node.name in {"BGP", "TriplesBlock"}:
        return _classes(_triples(node))
    if node.name == "Join":
        return _merged(_certain_classes(node.p1), _certain_classes(node.p2))
    if node.name in {"LeftJoin", "Minus"}:
        return _certain_classes(node.p1)
    if node.name in {"Filter", "Extend", "Graph", "OrderBy", "Slice", "Distinct", "Reduced"}:
        return _certain_classes(node.p)
    return {}


def _triples(node: CompValue) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triples of a block.

    Inside EXISTS, rdflib stores them as one list for each subject.
    """
    for row in node.triples:
        yield from zip(row[::3], row[1::3], row[2::3], strict=True)


def _classes(triples: Iterable[tuple[Any, Any, Any]]) -> Classes:
    found: dict[Any, frozenset[str]] = {}
    for subject, path, thing in triples:
        if path == RDF.type and isinstance(subject, Variable) and isinstance(thing, URIRef):
            found[subject] = found.get(subject, frozenset()) | {str(thing)}
    return found


def _merged(one: Classes, other: Classes) -> Classes:
    empty: frozenset[str] = frozenset()
    return {key: one.get(key, empty) | other.get(key, empty) for key in {**one, **other}}
