"""The ontology as triples, for the dump.

Our concepts, such as kinds of papers, roles, states and findings, are published in the register
graph. The vocabulary graph describes our terms, and how we use the terms of other vocabularies.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.addresses import external
from kv2rdf.rdf.terms import Code, Dutch, English, Iri, Term, Triple, TypedLiteral
from kv2rdf.rdf.vocabulary import PREFIXES, RDFS, SKOS

_VOCABULARY_FILES = ("kv.ttl", "borrowed.ttl")
_STRING = PREFIXES["xsd"] + "string"
_LANGUAGES: Mapping[str, Callable[[str], Term]] = {"nl": Dutch, "en": English}


def concept_triples(ontology: Path) -> tuple[Triple, ...]:
    """Return the triples of ``concepts.ttl`` in the folder ``ontology``, sorted.

    Each ``skos:prefLabel`` is followed by an ``rdfs:label`` with the same words.
    """
    return _labelled((ontology / "concepts.ttl").read_bytes())


def term_triples(ontology: Path) -> tuple[Triple, ...]:
    """Return the triples that describe our terms and the borrowed terms, sorted.

    Triples whose subject or property is in the namespace of the shapes are left out, such as the
    triples that state in which graphs a term may be used.
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


@lru_cache(maxsize=3)
def _triples(turtle: bytes) -> tuple[Triple, ...]:
    quads = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    return tuple(_triple(quad) for quad in sorted(quads, key=str))


def _triple(quad: ox.Quad) -> Triple:
    """Return the triple of a quad. Raises TypeError if any term is a blank node or a triple."""
    return _iri(quad.subject), Iri(quad.predicate.value), _term(quad.object)


def _iri(term: object) -> Iri:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"{term} has no address")
    return Iri(term.value)


def _term(term: object) -> Term:
    if not isinstance(term, ox.Literal):
        return _iri(term)
    if term.language:
        return _LANGUAGES[term.language](term.value)
    datatype = Iri(term.datatype.value)
    return Code(term.value) if datatype == _STRING else TypedLiteral(term.value, datatype)
