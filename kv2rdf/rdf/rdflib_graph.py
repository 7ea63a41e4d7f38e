"""The conversion of triples and of Turtle files to an rdflib graph."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import XSD, BNode, Graph, Literal, URIRef
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


def graph_in(*paths: Path) -> Graph:
    """Return the triples in Turtle files as one rdflib graph.

    Oxigraph parses the files, because it is much faster than rdflib. The graph is kept in
    ``SimpleMemory``, because the default store of rdflib also looks up the context of each triple.
    Raises SyntaxError if a file is not valid Turtle.
    """
    rdflib_graph = Graph("SimpleMemory")
    for path in paths:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
            rdflib_graph.add(rdflib_triple(quad))
    return rdflib_graph


def rdflib_triple(quad: ox.Quad) -> tuple[Node, Node, Node]:
    """Return an Oxigraph quad as an rdflib triple. Raises ValueError if its object is a triple."""
    return _node(quad.subject), _node(quad.predicate), _node(quad.object)


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = URIRef(term.datatype.value)
        return Literal(term.value, datatype=None if datatype == XSD.string else datatype)
    raise ValueError("a triple is used as a term")
