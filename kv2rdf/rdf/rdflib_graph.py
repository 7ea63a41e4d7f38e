"""Rows as an rdflib graph: the model of one dossier for users, tests and checks."""

from collections.abc import Iterable

from rdflib import XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.rdf.terms import Dutch, English, Iri, Term, Triple, Typed
from kv2rdf.rdf.vocabulary import PREFIXES


def graph(triples: Iterable[Triple]) -> Graph:
    """Give triples as one graph, prefixes bound."""
    made = Graph()
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    for subject, predicate, value in triples:
        made.add((URIRef(subject), URIRef(predicate), node(value)))
    return made


def node(value: Term) -> Node:
    """Give a term as rdflib has it."""
    if isinstance(value, Iri):
        return URIRef(value)
    if isinstance(value, Dutch):
        return Literal(str(value), lang="nl")
    if isinstance(value, English):
        return Literal(str(value), lang="en")
    if isinstance(value, str):
        return Literal(str(value))
    if isinstance(value, Typed):
        return Literal(value.text, datatype=URIRef(value.datatype))
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=XSD.boolean)
    return Literal(value)
