"""Turtle out of lines of N-Triples: the whole dump, and a readable file a dossier."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from kv2rdf.rdf.vocabulary import PREFIXES

_Things: TypeAlias = Mapping[str, Mapping[str, list[str]]]
"""By subject and property the values, each as N-Triples writes it."""

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LOCAL_NAME = re.compile(r"(?:\w(?:[\w.-]*[\w-])?)?", re.ASCII)
_PREFIXES: Mapping[str, str] = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_BARE = {"xsd:integer", "xsd:boolean"}


def header(base: str) -> str:
    """Declare the base and all prefixes."""
    declared = [f"@base <{base}/> ."]
    declared += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    return "\n".join(declared) + "\n"


def body(lines: Iterable[str], base: str) -> str:
    """Write lines of N-Triples, as canonical N-Quads has them, as Turtle without its header.

    All that is said of a thing is one block. Things, properties and values stand in the order in
    which they come, but the type before all else. Addresses of data stand relative to the base,
    never as prefixed names with an escape.
    """
    things, names = _things(lines), _names(base)
    return "\n".join([_block(subject, things[subject], names) for subject in things])


def dossier(sections: Iterable[tuple[str, Iterable[str]]], base: str) -> str:
    """Write one dossier for a reader: its sections, each under a comment.

    ``sections`` have a heading and lines of N-Triples, each once, in the order in which they are
    to be read.
    """
    written = [header(base)]
    for heading, lines in sections:
        if said := body(lines, base):
            written.append(f"\n# {heading}\n\n{said}")
    return "".join(written)


def _things(lines: Iterable[str]) -> _Things:
    things: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        if (properties := things.get(subject)) is None:
            properties = things[subject] = {}
        if (values := properties.get(predicate)) is None:
            values = properties[predicate] = []
        values.append(value[:-3])
    return things


def _block(subject: str, properties: Mapping[str, list[str]], names: "_Names") -> str:
    order = list(properties)
    if _TYPE in properties:
        order.remove(_TYPE)
        order.insert(0, _TYPE)
    rows = []
    for predicate in order:
        values = [
            names[value] if value[0] == "<" else _literal(value, names)
            for value in properties[predicate]
        ]
        rows.append(f"{'a' if predicate == _TYPE else names[predicate]} {' , '.join(values)}")
    said = " ;\n\t".join(rows)
    return f"{names[subject]} {said} .\n"


def _literal(written: str, names: "_Names") -> str:
    """Write a literal: a number or a boolean bare, a text as it is."""
    if written[-1] != ">":
        return written
    text, _, datatype = written.rpartition("^^")
    short = names[datatype]
    return text[1:-1] if short in _BARE else f"{text}^^{short}"


class _Names(dict[str, str]):
    """Addresses as names with a prefix, else relative to the base, else whole; each cut once."""

    _MOST = 1 << 14

    def __init__(self, base: str) -> None:
        super().__init__()
        self._start = f"<{base}/"

    def __missing__(self, written: str) -> str:
        cut = max(written.rfind("/"), written.rfind("#")) + 1
        prefix = _PREFIXES.get(written[1:cut])
        if prefix and _LOCAL_NAME.fullmatch(written, cut, len(written) - 1):
            name = f"{prefix}:{written[cut:-1]}"
        else:
            own = written.startswith(self._start)
            name = f"<{written[len(self._start) :]}" if own else written
        if len(self) >= self._MOST:
            self.clear()
        self[written] = name
        return name


@lru_cache(maxsize=4)
def _names(base: str) -> _Names:
    return _Names(base)
