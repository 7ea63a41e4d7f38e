"""The ontology and the shapes that are installed with the program."""

from functools import cache
from types import MappingProxyType
from typing import Final

import pyoxigraph as ox

from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference.shipped_folders import folder

VOCABULARIES: Final = MappingProxyType(
    {"/def": ("ontology", ("kv.ttl",)), "/shapes": ("shapes", ("*.ttl",))}
)
"""A mapping from the path of each vocabulary to its folder and its patterns of file names."""


@cache
def vocabulary_turtle(path: str) -> bytes:
    """Return the content of the Turtle files of the vocabulary with the given path."""
    name, patterns = VOCABULARIES[path]
    files = [file for pattern in patterns for file in sorted(folder(name).glob(pattern))]
    return b"\n".join(file.read_bytes() for file in files)


@cache
def vocabulary_triples(path: str) -> tuple[ox.Triple, ...]:
    """Return the statements of the vocabulary with the given path.

    Blank nodes have the same names in every call.
    """
    parsed = ox.Dataset(ox.parse(vocabulary_turtle(path), format=ox.RdfFormat.TURTLE))
    parsed.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return tuple(sorted((quad.triple for quad in parsed), key=str))


@cache
def ontology_versions() -> tuple[frozenset[str], frozenset[str]]:
    """Return the addresses of the current version and of earlier versions of the ontology."""
    present, earlier = set(), set()
    for triple in vocabulary_triples("/def"):
        if triple.subject != ox.NamedNode(f"{HOME}/def"):
            continue
        if triple.predicate.value == PREFIXES["owl"] + "versionIRI":
            present.add(_address(triple))
        elif triple.predicate.value == PREFIXES["owl"] + "priorVersion":
            earlier.add(_address(triple))
    return frozenset(present), frozenset(earlier)


def _address(triple: ox.Triple) -> str:
    return str(triple.object.value) if isinstance(triple.object, ox.NamedNode) else ""
