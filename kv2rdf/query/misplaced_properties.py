"""Warnings about properties that instances of the requested class never have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rdflib import RDF, URIRef
from rdflib.paths import AlternativePath, MulPath, SequencePath

from kv2rdf.query.term_hints import most_similar, prefixed_name, term_hints
from kv2rdf.query.triple_patterns import TriplePattern

_ANY: frozenset[str] = frozenset()
_MAX_LISTED = 3
_LITERAL = "a text, number or date"


def misplaced_properties(patterns: Sequence[TriplePattern]) -> Iterator[str]:
    """Yield a sentence for each property that instances of the requested class cannot have.

    The class is stated in a pattern such as ``?x a kv:Question``, or is the class of the values of
    another property in the query. Nothing is yielded if the class is not known, or if its instances
    may have any property. If several patterns contain the same
    property, a sentence is yielded for each of them.
    """
    inferred: dict[Any, frozenset[str]] = {}
    for pattern in patterns:
        _, values = _step(_classes(pattern, inferred), pattern.path)
        if values:
            inferred.setdefault(pattern.object, values)
    for pattern in patterns:
        problems, _ = _step(_classes(pattern, inferred), pattern.path)
        yield from problems


def _classes(pattern: TriplePattern, inferred: Mapping[Any, frozenset[str]]) -> frozenset[str]:
    asked = frozenset(map(prefixed_name, pattern.classes))
    return asked or inferred.get(pattern.subject, _ANY)


def _step(classes: frozenset[str], path: Any) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the problems in a path of properties, and the classes of its values.

    ``classes`` contains the classes of the subject of the path. An empty set means that the classes
    are not known.
    """
    if isinstance(path, URIRef):
        if path == RDF.type:
            return (), _ANY
        name = prefixed_name(str(path))
        problem = _problem(classes, name)
        return (problem,) if problem else (), term_hints().values.get(name, _ANY)
    if isinstance(path, SequencePath):
        found: tuple[str, ...] = ()
        for part in path.args:
            problems, classes = _step(classes, part)
            found += problems
        return found, classes
    if isinstance(path, AlternativePath):
        each = [_step(classes, part)[0] for part in path.args]
        return (each[0] if all(each) else ()), _ANY
    if isinstance(path, MulPath):
        return _step(classes, path.path)[0], _ANY
    return (), _ANY


def _problem(classes: frozenset[str], name: str) -> str | None:
    """Return a sentence if no instance of these classes can have a property, or None otherwise.

    Also return None if no class at all has the property, because ``unknown_names`` warns about
    unknown names.
    """
    properties = term_hints().properties
    owners = sorted(class_ for class_, names in properties.items() if name in names)
    if not classes or not classes <= properties.keys() or not owners or classes & {*owners}:
        return None
    possible = frozenset[str]().union(*(properties[class_] for class_ in classes))
    same_prefix = {p: () for p in possible if p.partition(":")[0] == name.partition(":")[0]}
    similar = most_similar(name, same_prefix)
    listed = owners[:_MAX_LISTED] + ["…"] * (len(owners) > _MAX_LISTED)
    hint = f"; did you mean {similar}?" if similar else ""
    where = f"it is a property of {', '.join(listed)}"
    subject = " or ".join(_LITERAL if each == "rdfs:Literal" else each for each in sorted(classes))
    return f"{subject} has no {name}; {where}{hint}"
