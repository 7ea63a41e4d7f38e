"""The classes of the subjects and values of the triple patterns of a query."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rdflib import URIRef
from rdflib.paths import SequencePath

from kv2rdf.query.term_hints import prefixed_name, term_hints
from kv2rdf.query.triple_patterns import TriplePattern

_ANY: frozenset[str] = frozenset()
"""The classes of a term of which no class is known."""


def subject_classes(
    patterns: Sequence[TriplePattern],
) -> Iterator[tuple[TriplePattern, frozenset[str]]]:
    """Yield each pattern with the classes of its subject, written with their prefixes.

    A class is stated in a pattern such as ``?x a kv:Question``, or is a class of the values of
    another property in the query. An empty set means that no class is known.
    """
    inferred: dict[Any, frozenset[str]] = {}
    for pattern in patterns:
        if values := value_classes(pattern.path):
            inferred.setdefault(pattern.object, values)
    for pattern in patterns:
        yield pattern, _classes(pattern, inferred)


def value_classes(path: Any) -> frozenset[str]:
    """Return the classes of the values of a path, or an empty set if they are not known."""
    last = path.args[-1] if isinstance(path, SequencePath) else path
    if not isinstance(last, URIRef):
        return _ANY
    return term_hints().values.get(prefixed_name(str(last)), _ANY)


def last_property(classes: frozenset[str], path: Any) -> tuple[str | None, frozenset[str]]:
    """Return the property at the end of a path, and the classes of the subjects of that property.

    ``classes`` contains the classes of the subject of the path. The property is None if the path
    does not end with a single property.
    """
    if isinstance(path, SequencePath):
        classes, path = value_classes(path.args[-2]), path.args[-1]
    return (str(path), classes) if isinstance(path, URIRef) else (None, _ANY)


def _classes(pattern: TriplePattern, inferred: Mapping[Any, frozenset[str]]) -> frozenset[str]:
    asked = frozenset(map(prefixed_name, pattern.classes))
    return asked or inferred.get(pattern.subject, _ANY)
