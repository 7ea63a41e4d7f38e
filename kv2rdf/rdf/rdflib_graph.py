"""The conversion of triples to an rdflib graph."""

from collections.abc import Iterable

from rdflib import XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.rdf.terms import Dutch, English, Iri, Term, Triple, TypedLiteral
from kv2rdf.rdf.vocabulary import PREFIXES


def graph(triples: Iterable[Triple]) -> Graph:
    """Return triples as one rdflib graph, with the prefixes bound."""
    rdflib_graph = Graph()
    for prefix, namespace in PREFIXES.items():
        rdflib_graph.bind(prefix, namespace)
    for subject, predicate, value in triples:
        rdflib_graph.add((URIRef(subject), URIRef(predicate), rdflib_term(value)))
    return rdflib_graph


def rdflib_term(value: Term) -> Node:
    """Return a term as an rdflib term."""
    if isinstance(value, Iri):
        return URIRef(value)
    if isinstance(value, Dutch):
        return Literal(str(value), lang="nl")
    if isinstance(value, English):
        return Literal(str(value), lang="en")
    if isinstance(value, str):
        return Literal(str(value))
    if isinstance(value, TypedLiteral):
        return Literal(value.text, datatype=URIRef(value.datatype))
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=XSD.boolean)
    return Literal(value)
