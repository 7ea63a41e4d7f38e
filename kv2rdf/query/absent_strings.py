"""Warnings about strings that a property never has, or only with another language tag."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from rdflib import Literal, URIRef
from rdflib.paths import SequencePath

from kv2rdf.query.query_words import is_case_number
from kv2rdf.query.term_hints import is_known_term, prefixed_name
from kv2rdf.query.triple_patterns import TriplePattern

HasString: TypeAlias = Callable[[str, str, str | None], bool]
"""A function that returns whether a property, given by its address, ever has a string as its value.

The other arguments are the string, and its language tag or None.
"""

_TAGS = ("nl", "en", None)


def absent_strings(patterns: Iterable[TriplePattern], has_string: HasString) -> Iterator[str]:
    """Yield a sentence for each string in a query that its property never has with this tag.

    The sentence states the tags with which the property has the string. Nothing is yielded for a
    case number that does not occur, because ``unknown_names`` warns about it, or for a property
    that is not a known term.
    """
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
    name, written = prefixed_name(property_), _written(text, tag)
    others = [other for other in _TAGS if other != tag and has_string(property_, text, other)]
    if not others:
        is_named = is_known_term(name) and not is_case_number(text)
        return f"{name} is never {written} in this release" if is_named else None
    known = " and ".join(_written(text, each) for each in others)
    return f"{name} is never {written} in this release, only {known}"


def _last(path: Any) -> str | None:
    """Return the property at the end of a path, or None if it is not a single property."""
    last = path.args[-1] if isinstance(path, SequencePath) else path
    return str(last) if isinstance(last, URIRef) else None


def _written(text: str, tag: str | None) -> str:
    """Return a string as it is written in a query, without line feeds."""
    return json.dumps(text, ensure_ascii=False) + (f"@{tag}" if tag else "")
