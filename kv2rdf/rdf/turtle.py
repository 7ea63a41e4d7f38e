"""Turtle made from N-Triples lines, for the dump and for one readable file per dossier."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from kv2rdf.rdf.vocabulary import PREFIXES

_Properties: TypeAlias = dict[str, list[str]]
"""Maps the properties of a subject, in N-Triples syntax, to their values, in Turtle syntax."""

REGISTER_HEADING: Final = "Register entries"
"""The heading of the last section, which contains the register entries of a dossier."""

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LOCAL_NAME = re.compile(r"(?:\w(?:[\w.-]*[\w-])?)?", re.ASCII)
_PREFIXES: Mapping[str, str] = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_UNQUOTED = {"xsd:integer", "xsd:boolean"}


def header(base: str) -> str:
    """Return the declarations of the base and of all prefixes in Turtle syntax."""
    declarations = [f"@base <{base}/> ."]
    declarations += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    return "\n".join(declarations) + "\n"


def body(lines: Iterable[str], base: str) -> str:
    """Return lines of canonical N-Triples as Turtle, without the header.

    Each subject has one block. Subjects, properties and values stay in the order of the lines,
    except that ``a`` comes first. An address is written with a prefix if its namespace has one and
    no escape is needed, otherwise relative to the base if possible, and otherwise in full.
    """
    names = _names(base)
    things: dict[str, _Properties] = {}
    properties: _Properties = {}
    previous = ""
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        if subject != previous:
            previous = subject
            properties = things.setdefault(subject, {})
        value = value[:-3]
        if value[0] == "<":
            value = names[value]
        elif value[-1] == ">":
            value = _typed_literal(value, names)
        if (values := properties.get(predicate)) is None:
            properties[predicate] = [value]
        else:
            values.append(value)
    return "\n".join([_block(names[subject], things[subject], names) for subject in things])


def dossier(sections: Iterable[tuple[str, Iterable[str]]], base: str) -> str:
    """Return a dossier as readable Turtle, in sections whose headings are comments.

    Each section is a pair of a heading and N-Triples lines without duplicates. A section without
    lines is left out.
    """
    text = [header(base)]
    for heading, lines in sections:
        if section := body(lines, base):
            text.append(f"\n# {heading}\n\n{section}")
    return "".join(text)


def _block(subject: str, properties: _Properties, names: "_Names") -> str:
    types = properties.pop(_TYPE, ())
    rows = [f"a {' , '.join(types)}"] if types else []
    rows += [f"{names[name]} {' , '.join(values)}" for name, values in properties.items()]
    properties_and_values = " ;\n\t".join(rows)
    return f"{subject} {properties_and_values} .\n"


def _typed_literal(literal: str, names: "_Names") -> str:
    """Return a typed literal of N-Triples as Turtle. Integers and booleans have no quotes."""
    text, _, datatype = literal.rpartition("^^")
    name = names[datatype]
    return text[1:-1] if name in _UNQUOTED else f"{text}^^{name}"


class _Names(dict[str, str]):
    """A cache of IRIs as written in Turtle: with a prefix, relative to the base, or in full.

    The keys are full IRIs in angle brackets. An IRI is shortened when it is added to the cache.
    """

    _MAX_SIZE = 1 << 14

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base_start = f"<{base}/"

    def __missing__(self, iri: str) -> str:
        namespace_end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = _PREFIXES.get(iri[1:namespace_end])
        if prefix and _LOCAL_NAME.fullmatch(iri, namespace_end, len(iri) - 1):
            name = f"{prefix}:{iri[namespace_end:-1]}"
        elif iri.startswith(self._base_start):
            name = f"<{iri[len(self._base_start) :]}"
        else:
            name = iri
        if len(self) >= self._MAX_SIZE:
            self.clear()
        self[iri] = name
        return name


@lru_cache(maxsize=4)
def _names(base: str) -> _Names:
    return _Names(base)
