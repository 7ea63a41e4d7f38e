"""Turtle by way of pyoxigraph: the whole dump, and a readable file a dossier."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import pyoxigraph as ox

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

    ``sections`` have a heading and lines of N-Triples; within one, the process comes first, then
    questions, notices and answers, "2" before "10", type first, and old addresses last.
    """
    written = [header(base)]
    for heading, lines in sections:
        ordered = list(_in_reading_order(lines))
        if ordered:
            written.append(f"\n# {heading}\n\n" + spaced(body(ordered, base)))
    return "".join(written)


def _in_reading_order(lines: Iterable[str]) -> Iterator[str]:
    """Give lines, each once, by subject and then by property; only what ties is looked into."""
    subjects: dict[str, dict[str, list[str]]] = {}
    for line in set(lines):
        subject, predicate, _ = line.split(" ", 2)
        subjects.setdefault(subject, {}).setdefault(predicate, []).append(line)
    for subject in sorted(subjects, key=lambda subject: _place(subject, subjects[subject])):
        properties = subjects[subject]
        for predicate in sorted(properties, key=lambda p: (p != _TYPE, p)):
            tied = properties[predicate]
            if len(tied) > 1:
                tied.sort(key=lambda line: (_natural(line), line))
            yield from tied


def _place(subject: str, properties: Collection[str]) -> tuple[int, Sequence[str | int], str]:
    place = next((n for n, word in enumerate(_PLACES) if word in subject), len(_PLACES))
    if _REPLACED in properties:
        place = len(_PLACES) + 1
    return place, _natural(subject[1:-1]), subject


def _natural(text: str) -> tuple[str | int, ...]:
    """Sort digits by their number; words and numbers alternate, so they never meet."""
    return tuple(int(p) if n % 2 else p for n, p in enumerate(_NUMBERS.split(text)))


def spaced(turtle: str) -> str:
    """Put an empty line between subjects."""
    return re.sub(r" \.\n(?=\S)", " .\n\n", turtle)
