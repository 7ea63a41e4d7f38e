"""Warnings about literals that a property never has, or only with another type or tag."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from rdflib import RDF, XSD, Literal, URIRef

from kv2rdf.query.compared_values import ComparedValue
from kv2rdf.query.query_words import is_case_number
from kv2rdf.query.term_hints import is_known_term, prefixed_name, term_hints

HasLiteral: TypeAlias = Callable[[str, str, str | None, str | None], bool]
"""A function that returns whether a property, given by its address, ever has a literal.

The other arguments are the text of the literal, its language tag or None, and its datatype or None.
"""

_FORMS = {
    XSD.date: re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    XSD.integer: re.compile(r"-?\d{1,18}"),
    XSD.boolean: re.compile(r"true|false"),
}
"""The form of a text that is a value of a datatype."""
_NUMBERS = {XSD.integer, XSD.decimal, XSD.double, XSD.float}
_UNQUOTED = {XSD.integer, XSD.boolean}
_EXAMPLES = {"xsd:date": '"2022-01-18"^^xsd:date', "xsd:integer": "38", "xsd:boolean": "true"}
"""A value of each datatype other than strings, as it is written in a query."""


def absent_literals(values: Iterable[ComparedValue], has_literal: HasLiteral) -> Iterator[str]:
    """Yield a sentence for each literal that its property never has, or cannot be compared with.

    The sentence states how the literal is written that the property does have. Nothing is yielded
    for a case number that does not occur, because ``unknown_names`` warns about it, or for a
    property that is not a known term.
    """
    for value in values:
        name = prefixed_name(value.property_)
        datatype = term_hints().datatypes.get(name)
        if value.literal is None:
            sentence = _about_function(value, name, datatype)
        elif value.is_ordered:
            sentence = _about_order(value.literal, name, datatype)
        else:
            sentence = _about_absence(value, value.literal, name, has_literal)
        if sentence:
            yield sentence


def _about_function(value: ComparedValue, name: str, datatype: str | None) -> str | None:
    if datatype not in _EXAMPLES:
        return None
    return (
        f"{value.function} cannot be used with {name}, whose values are {datatype};"
        f" write STR(?{value.variable})"
    )


def _about_order(literal: Literal, name: str, datatype: str | None) -> str | None:
    if datatype is None or _has_type(literal, datatype):
        return None
    return f"{name} cannot be compared with {_written(literal)}; {_advice(literal, datatype)}"


def _about_absence(
    value: ComparedValue, literal: Literal, name: str, has_literal: HasLiteral
) -> str | None:
    def is_value(other: Literal) -> bool:
        return has_literal(value.property_, str(other), other.language, other.datatype)

    datatype = term_hints().datatypes.get(name)
    is_number = literal.datatype in _NUMBERS and datatype == "xsd:integer"
    if is_value(literal) or (is_number and value.variable):
        return None
    sentence = f"{name} is never {_written(literal)} in this release"
    if others := [_written(other) for other in _others(literal) if is_value(other)]:
        return f"{sentence}, only {' and '.join(others)}"
    if not is_known_term(name) or is_case_number(str(literal)):
        return None
    if datatype and not _has_type(literal, datatype):
        return f"{sentence}; {_advice(literal, datatype)}"
    return None if value.variable else sentence


def _others(literal: Literal) -> Iterator[Literal]:
    """Yield the literals that a person may have meant: of the same text, or the other boolean."""
    text = str(literal)
    yield from (Literal(text, lang=tag) for tag in ("nl", "en", None))
    yield from (Literal(text, datatype=type_) for type_ in _FORMS if _FORMS[type_].fullmatch(text))
    if isinstance(literal.value, bool):
        yield Literal(not literal.value)


def _advice(literal: Literal, datatype: str) -> str:
    """Return how to write a literal with a datatype, or what the values look like."""
    type_ = _address(datatype)
    form = _FORMS.get(type_)
    if form is None or form.fullmatch(str(literal)):
        return f"write {_written(Literal(str(literal), datatype=type_))}"
    return f"its values are {datatype}, such as {_EXAMPLES[datatype]}"


def _has_type(literal: Literal, datatype: str) -> bool:
    if literal.language is not None:
        return False
    own = literal.datatype or XSD.string
    return own == _address(datatype) or (own in _NUMBERS and datatype == "xsd:integer")


def _address(datatype: str) -> URIRef:
    return URIRef(XSD[datatype.removeprefix("xsd:")])


def _written(literal: Literal) -> str:
    """Return a literal as it is written in a query, without line feeds."""
    text, datatype = str(literal), literal.datatype
    if datatype in _UNQUOTED and _FORMS[datatype].fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    if literal.language:
        return f"{quoted}@{literal.language}"
    is_string = datatype in {None, XSD.string, RDF.langString}
    return quoted if is_string else f"{quoted}^^{prefixed_name(str(datatype))}"
