"""Warnings about a property for names that not every instance of the requested class has."""

from collections.abc import Iterator, Sequence

from rdflib import Literal

from kv2rdf.query.absent_literals import HasLiteral
from kv2rdf.query.path_classes import last_property, subject_classes
from kv2rdf.query.term_hints import prefixed_name, term_hints
from kv2rdf.query.triple_patterns import TriplePattern


def partial_names(patterns: Sequence[TriplePattern], has_literal: HasLiteral) -> Iterator[str]:
    """Yield a sentence for each property for names that some instances of a class do not have.

    The sentence lists the properties for names that every instance has. Nothing is yielded for a
    pattern in OPTIONAL, UNION, MINUS or NOT EXISTS, or if the pattern contains a name that occurs.
    """
    for pattern, of_subject in subject_classes(patterns):
        property_, classes = last_property(of_subject, pattern.path)
        if property_ is None or pattern.is_optional or pattern.is_negated:
            continue
        value = pattern.object
        if isinstance(value, Literal) and has_literal(
            property_, str(value), value.language, value.datatype
        ):
            continue
        if sentence := _sentence(prefixed_name(property_), classes):
            yield sentence


def _sentence(name: str, classes: frozenset[str]) -> str | None:
    """Return a sentence if some instances of the classes have a property and others do not."""
    hints = term_hints()
    named = hints.names
    if not classes or not classes <= named.keys() or name not in hints.name_properties:
        return None
    if not any(name in hints.properties[class_] for class_ in classes):
        return None
    if all(name in named[class_] for class_ in classes):
        return None
    listed = " or ".join(sorted(classes))
    complete = sorted(frozenset.intersection(*(named[class_] for class_ in classes)))
    known = f"; every {listed} has {' and '.join(complete)}" if complete else ""
    return f"not every {listed} has {name}{known}"
