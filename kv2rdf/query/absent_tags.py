"""Warnings about strings that a property has only with another language tag, or without one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from rdflib import Literal, URIRef
from rdflib.paths import SequencePath

from kv2rdf.query.query_algebra import UnreadableQueryError
from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.query.triple_patterns import TriplePattern, triple_patterns

HasString: TypeAlias = Callable[[str, str, str | None], bool]
"""A function that returns whether a property, given by its address, ever has a string as its value.

The other arguments are the string, and its language tag or None.
"""

_TAGS = ("nl", "en", None)
_QUOTES = frozenset("\"'")


def absent_tags(query: str, prefixes: Mapping[str, str], has_string: HasString) -> Iterator[str]:
    """Yield a sentence for each string in a query that its property has only with another tag.

    Nothing is yielded for a string that the property never has, or if the query cannot be parsed.
    """
    if not _QUOTES & {*query}:  # Such a query contains no string, and is not parsed.
        return
    try:
        patterns = tuple(triple_patterns(query, prefixes))
    except UnreadableQueryError:
        return
    for pattern in patterns:
        if sentence := _sentence(pattern, has_string):
            yield sentence


def _sentence(pattern: TriplePattern, has_string: HasString) -> str | None:
    property_, value = _last(pattern.path), pattern.object
    if property_ is None or not isinstance(value, Literal) or value.datatype is not None:
        return None
    text, tag = str(value), value.language
    if has_string(property_, text, tag):
        return None
    others = [other for other in _TAGS if other != tag and has_string(property_, text, other)]
    if not others:
        return None
    name, known = prefixed_name(property_), " and ".join(_written(text, each) for each in others)
    return f"{name} is never {_written(text, tag)} in this release, only {known}"


def _last(path: Any) -> str | None:
    """Return the property at the end of a path, or None if it is not a single property."""
    last = path.args[-1] if isinstance(path, SequencePath) else path
    return str(last) if isinstance(last, URIRef) else None


def _written(text: str, tag: str | None) -> str:
    return f'"{text}"@{tag}' if tag else f'"{text}"'
