"""The ontology as triples, so that a dump explains the terms and concepts that it uses.

Our concepts, such as kinds of papers, roles, states and findings, are published in the register
graph. Our terms, and how we use the terms of other vocabularies, are in the vocabulary graph.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from rdflib import Graph, Literal
from rdflib.term import Node

from kv2rdf.addresses import external
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, Term, Triple, TypedLiteral
from kv2rdf.rdf.vocabulary import RDFS, SKOS

_VOCABULARY_FILES = ("kv.ttl", "borrowed.ttl")
_LANGUAGES: Mapping[str, Callable[[str], Term]] = {"nl": Dutch, "en": English}


def concept_triples(ontology: Path) -> tuple[Triple, ...]:
    """Return the triples of ``concepts.ttl`` in the folder ``ontology``, sorted.

    Each ``skos:prefLabel`` is followed by an ``rdfs:label`` with the same words.
    """
    return _labelled((ontology / "concepts.ttl").read_bytes())


def term_triples(ontology: Path) -> tuple[Triple, ...]:
    """Return the triples that describe our terms and the borrowed terms, sorted.

    The rules that state in which graph a term may be used are left out, as is the explanation of
    the property that states them, because they belong to the shapes.
    """
    triples = (
        triple
        for name in _VOCABULARY_FILES
        for triple in _triples((ontology / name).read_bytes())
        if not triple[0].startswith(external.SHAPES) and not triple[1].startswith(external.SHAPES)
    )
    return tuple(triples)


@lru_cache(maxsize=1)
def _labelled(turtle: bytes) -> tuple[Triple, ...]:
    triples: list[Triple] = []
    for subject, predicate, value in _triples(turtle):
        triples.append((subject, predicate, value))
        if predicate == SKOS.prefLabel:
            triples.append((subject, RDFS.label, value))
    return tuple(triples)


@lru_cache(maxsize=3)  # A program may build many releases, and rdflib reads Turtle slowly.
def _triples(turtle: bytes) -> tuple[Triple, ...]:
    return tuple(_parsed(turtle))


def _parsed(turtle: bytes) -> Iterator[Triple]:
    for subject, predicate, value in sorted(Graph().parse(data=turtle, format="turtle")):
        yield Iri(str(subject)), Iri(str(predicate)), _term(value)


def _term(value: Node) -> Term:
    if not isinstance(value, Literal):
        return Iri(str(value))
    if value.language:
        return _LANGUAGES[value.language](value)
    datatype = value.datatype
    return Code(value) if datatype is None else TypedLiteral(str(value), Iri(str(datatype)))
