"""Turtle out of lines of N-Triples: the whole dump, and a readable file a dossier."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from kv2rdf.vocab import DCT, PREFIXES

_Things: TypeAlias = Mapping[str, Mapping[str, list[str]]]
"""By subject and property the values, each as N-Triples writes it."""

_NUMBERS = re.compile(r"(\d+)")
_PLACES = ("zaak", "kv", "ah")
_PLACE = re.compile(rf"/({'|'.join(_PLACES)})/")
_REPLACED = f"<{DCT.isReplacedBy}>"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_TERM = re.compile(r"<(.*[/#])((?:\w(?:[\w.-]*[\w-])?)?)>", re.ASCII)
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
    return _blocks(_things(lines), base)


def dossier(sections: Iterable[tuple[str, Iterable[str]]], base: str) -> str:
    """Write one dossier for a reader: its sections, each under a comment.

    ``sections`` have a heading and lines of N-Triples; within one, the process comes first, then
    questions, notices and answers, "2" before "10", type first, and old addresses last.
    """
    written = [header(base)]
    for heading, lines in sections:
        if things := _in_reading_order(_things(lines)):
            written.append(f"\n# {heading}\n\n{_blocks(things, base)}")
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


def _in_reading_order(things: _Things) -> _Things:
    """Order things, the properties of each, and their values; what is said twice stands once."""
    return {
        subject: {predicate: _ordered(properties[predicate]) for predicate in sorted(properties)}
        for subject, properties in sorted(things.items(), key=_place)
    }


def _place(thing: tuple[str, Collection[str]]) -> tuple[int, Sequence[str | tuple[int, str]], str]:
    subject, properties = thing
    if _REPLACED in properties:
        place = len(_PLACES) + 1
    else:
        word = _PLACE.search(subject)
        place = _PLACES.index(word[1]) if word else len(_PLACES)
    return place, _natural(subject[1:-1]), subject


def _ordered(values: list[str]) -> list[str]:
    return sorted(set(values), key=_place_of_value) if len(values) > 1 else values


@lru_cache(maxsize=1 << 12)
def _place_of_value(value: str) -> tuple[Sequence[str | tuple[int, str]], str]:
    return _natural(value), value


def _natural(text: str) -> Sequence[str | tuple[int, str]]:
    """Sort digits by their number; words and numbers alternate, so they never meet.

    A number is compared as it is written, however long: by its length, then by its digits.
    """
    pieces: list[str | tuple[int, str]] = list(_NUMBERS.split(text))
    for place in range(1, len(pieces), 2):
        digits = str(pieces[place]).lstrip("0")
        pieces[place] = len(digits), digits
    return pieces


def _blocks(things: _Things, base: str) -> str:
    names = _names(base)
    return "\n".join([_block(subject, things[subject], names) for subject in things])


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
        term = _TERM.fullmatch(written)
        if term and term[1] in _PREFIXES:
            name = f"{_PREFIXES[term[1]]}:{term[2]}"
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
