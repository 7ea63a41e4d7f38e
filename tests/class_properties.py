"""The properties that the instances of each class may have, according to the shapes."""

from collections import defaultdict
from collections.abc import Mapping

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.ontology_terms import ROOT

SH = Namespace("http://www.w3.org/ns/shacl#")


def shapes_and_ontology() -> Graph:
    """Return the shapes together with the ontology."""
    graph = Graph()
    for folder in ("shapes", "ontology"):
        for path in sorted((ROOT / folder).glob("*.ttl")):
            graph.parse(path)
    return graph


def constraints_by_class(graph: Graph) -> Mapping[str, Mapping[URIRef, list[Node]]]:
    """Return the constraints of each class with a closed shape, by their properties.

    Classes are written with their prefixes. Paths of several properties are left out, and so is
    the class of an instance.
    """
    found: dict[str, dict[URIRef, list[Node]]] = {}
    for shape in graph.subjects(SH.closed, Literal("true", datatype=XSD.boolean)):
        for class_ in graph.objects(shape, SH.targetClass):
            by_path = found.setdefault(graph.qname(str(class_)), defaultdict(list))
            for constraint in graph.objects(shape, SH.property):
                path = graph.value(constraint, SH.path)
                if isinstance(path, URIRef) and path != RDF.type:
                    by_path[path].append(constraint)
    for path, constraints in found["kv:Notice"].items():  # A delay notice is a notice as well.
        found["kv:DelayNotice"][path].extend(constraints)
    return found
