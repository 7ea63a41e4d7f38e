"""Warnings about booleans in a query that are never values of their properties in a release."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from rdflib import Literal, URIRef

from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.query.triple_patterns import TriplePattern

HasBoolean: TypeAlias = Callable[[str, bool], bool]
"""A function that returns whether a property, given by its address, ever has a given value."""


def absent_values(patterns: Iterable[TriplePattern], has_boolean: HasBoolean) -> Iterator[str]:
    """Yield a sentence for each boolean in a query that is never a value of its property.

    Nothing is yielded for a property that has no boolean value in the release.
    """
    for pattern in patterns:
        if sentence := _sentence(pattern, has_boolean):
            yield sentence


def _sentence(pattern: TriplePattern, has_boolean: HasBoolean) -> str | None:
    value = pattern.object.value if isinstance(pattern.object, Literal) else None
    if not isinstance(pattern.path, URIRef) or not isinstance(value, bool):
        return None
    property_ = str(pattern.path)
    if has_boolean(property_, value) or not has_boolean(property_, not value):
        return None
    absent, present = str(value).lower(), str(not value).lower()
    return f"{prefixed_name(property_)} is never {absent} in this release, only {present}"
