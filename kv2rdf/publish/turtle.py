"""Turtle by way of pyoxigraph: the whole dump, and a readable file a dossier."""

import re
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kv2rdf.publish import nquads
from kv2rdf.vocab import DCT, PREFIXES

_NUMBERS = re.compile(r"(\d+)")
_PLACES = ("/zaak/", "/kv/", "/ah/")
_REPLACED = f"<{DCT.isReplacedBy}>"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def header(base: str) -> str:
    """Declare the base and all prefixes."""
    declared = [f"@base <{base}/> ."]
    declared += [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    return "\n".join(declared) + "\n"


def body(lines: Iterable[str], base: str) -> str:
    """Write lines of N-Triples as Turtle, in the order they come, without its header.

    Addresses of data stand relative to the base, never as prefixed names with an escape.
    """
    triples = ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    written = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    kept = [line for line in written.decode().split("\n") if not line.startswith("@prefix ")]
    turtle = "\n".join(kept)
    outside_strings = re.compile(rf'"(?:[^"\\]|\\.)*"|<{re.escape(base)}/')
    return outside_strings.sub(lambda found: found[0] if found[0][0] == '"' else "<", turtle)


def type_first(lines: Iterable[str]) -> list[str]:
    """Give lines of N-Triples sorted by subject, the type of each before its other properties."""
    return sorted(lines, key=_type_first)


def _type_first(line: str) -> tuple[str, bool, str]:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate != _TYPE, f"{predicate} {value}"


def dossier(sections: Iterable[tuple[str, Iterable[str]]], base: str) -> str:
    """Write one dossier for a reader: its sections, each under a comment.

    ``sections`` have a heading and lines of N-Quads; within one, the process comes first, then
    questions, notices and answers, "2" before "10", type first, and old addresses last.
    """
    written = [header(base)]
    for heading, lines in sections:
        ordered = sorted({nquads.as_triple(line) for line in lines}, key=_reading_order)
        if ordered:
            written.append(f"\n# {heading}\n\n" + spaced(body(ordered, base)))
    return "".join(written)


def _reading_order(line: str) -> tuple[int, Sequence[str | int], bool, str, Sequence[str | int]]:
    subject, predicate, value = line.split(" ", 2)
    place = next((n for n, word in enumerate(_PLACES) if word in subject), len(_PLACES))
    if predicate == _REPLACED:
        place = len(_PLACES) + 1
    return place, _natural(subject[1:-1]), predicate != _TYPE, predicate, _natural(value)


def _natural(text: str) -> tuple[str | int, ...]:
    """Sort digits by their number; words and numbers alternate, so they never meet."""
    return tuple(int(p) if n % 2 else p for n, p in enumerate(_NUMBERS.split(text)))


def spaced(turtle: str) -> str:
    """Put an empty line between subjects."""
    return re.sub(r" \.\n(?=\S)", " .\n\n", turtle)
