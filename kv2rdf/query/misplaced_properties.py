"""Warnings about properties that instances of the requested class never have."""

from collections.abc import Iterator, Sequence
from typing import Any

from rdflib import RDF, URIRef
from rdflib.paths import AlternativePath, MulPath, SequencePath

from kv2rdf.query.path_classes import subject_classes, value_classes
from kv2rdf.query.term_hints import most_similar, prefixed_name, term_hints
from kv2rdf.query.triple_patterns import TriplePattern

_MAX_LISTED = 3
_LITERAL = "a text, number or date"
_SHORTCUTS = {
    ("kv:Dossier", "dct:creator"): "kv:askedBy or kv:answeredBy",
    ("kv:Dossier", "eli:date_document"): "dct:dateSubmitted or kv:answeredOn",
    ("kv:Dossier", "eli:is_about"): "dct:subject",
}
"""Maps a class and a property of other classes to the properties that state the same directly."""
_WAYS = ("eli:is_part_of", "kv:concernsDossier")
"""Properties that lead from an entity to the entity that contains it."""


def misplaced_properties(patterns: Sequence[TriplePattern]) -> Iterator[str]:
    """Yield a sentence for each property that instances of the requested class cannot have.

    Nothing is yielded if the class is not known, or if its instances may have any property. If
    several patterns contain the same property, a sentence is yielded for each of them.
    """
    for pattern, classes in subject_classes(patterns):
        yield from _problems(classes, pattern.path)


def _problems(classes: frozenset[str], path: Any) -> tuple[str, ...]:
    """Return the problems in a path of properties from an instance of one of the classes."""
    if isinstance(path, URIRef):
        problem = _problem(classes, prefixed_name(str(path))) if path != RDF.type else None
        return (problem,) if problem else ()
    if isinstance(path, SequencePath):
        found: tuple[str, ...] = ()
        for part in path.args:
            found += _problems(classes, part)
            classes = value_classes(part)
        return found
    if isinstance(path, AlternativePath):
        each = [_problems(classes, part) for part in path.args]
        return each[0] if all(each) else ()
    if isinstance(path, MulPath):
        return _problems(classes, path.path)
    return ()


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
    similar = _way(classes, name, owners) or most_similar(name, same_prefix)
    listed = owners[:_MAX_LISTED] + ["…"] * (len(owners) > _MAX_LISTED)
    hint = f"; did you mean {similar}?" if similar else ""
    where = f"it is a property of {', '.join(listed)}"
    subject = " or ".join(_LITERAL if each == "rdfs:Literal" else each for each in sorted(classes))
    return f"{subject} has no {name}; {where}{hint}"


def _way(classes: frozenset[str], name: str, owners: Sequence[str]) -> str | None:
    """Return a property or path that leads from an instance of a class to the value of a property.

    ``owners`` are the classes that have the property. Return None if no way is known, or if the
    instance may be of several classes.
    """
    if len(classes) != 1:
        return None
    (class_,) = classes
    if shortcut := _SHORTCUTS.get((class_, name)):
        return shortcut
    properties, values = term_hints().properties, term_hints().values
    for way in _WAYS:
        if way in properties[class_] and values[way] & {*owners}:
            return f"{way}/{name}"
    for way in _WAYS:
        if class_ in values[way] and any(way in properties[owner] for owner in owners):
            return f"^{way}/{name}"
    return None
