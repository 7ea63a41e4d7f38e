"""The classes that RDFS infers for the entities in some triples, and forbidden classes.

The axioms are in ontology/kv.ttl and ontology/axioms.ttl.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.reference.shipped_folders import folder

_KINDS = """
    rdfs:Class rdf:Property skos:Concept skos:ConceptScheme skos:Collection dct:MediaTypeOrExtent
    dct:PeriodOfTime dct:RightsStatement eli:LegalResource eli:Work eli:Expression eli:Manifestation
    eli-dl:Process eli-dl:Activity eli-dl:Participation prov:Activity foaf:Agent foaf:Document
    org:Membership org:Post dcat:Dataset dcat:Distribution spdx:Checksum qb:Observation qb:DataSet
    qb:DataStructureDefinition qb:ComponentSpecification kv:NameForm kv:FootnoteMark kv:Citation
    kv:Candidate kv:Finding
"""
_NAMESPACES = {**PREFIXES, "rdf": str(RDF)}


def _expanded(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(_NAMESPACES[prefix] + local)


KINDS = frozenset(map(_expanded, _KINDS.split()))
"""Classes of which an entity may have at most one. For example, a concept is not also a class."""
_OUTLAWED = frozenset({_expanded("eli:LegalResource")})
"""Classes that no entity in the dataset may have."""


_LITERALS = frozenset({RDFS.Literal, RDF.langString, RDF.XMLLiteral})


class Wrong(NamedTuple):
    """An entity for which RDFS infers wrong classes, and the kinds that it then has."""

    thing: Node
    kinds: tuple[str, ...]


@cache
def axioms() -> Graph:
    """Return the axioms of our ontology and of the vocabularies that it uses."""
    graph = Graph()
    for name in ("kv", "axioms"):
        graph.parse(folder("ontology") / f"{name}.ttl")
    return graph


@cache
def _implied(predicate: Node, side: URIRef) -> frozenset[Node]:
    """Return the classes that a property implies for its subjects (domain) or values (range)."""
    above = list(axioms().transitive_objects(predicate, RDFS.subPropertyOf))
    return frozenset(c for p in above if p is not None for c in axioms().objects(p, side))


@cache
def _superclasses(class_: Node) -> frozenset[Node]:
    return frozenset(c for c in axioms().transitive_objects(class_, RDFS.subClassOf) if c)


def inferred_classes(triples: Iterable[tuple[Node, Node, Node]]) -> dict[Node, set[Node]]:
    """Return the classes of each entity, inferred by subproperty, domain, range and subclass.

    A literal also counts as an entity. Its classes are those of the ranges of its properties.
    """
    classes: dict[Node, set[Node]] = {}
    for subject, predicate, value in triples:
        if predicate == RDF.type:
            classes.setdefault(subject, set()).update(_superclasses(value))
        for thing, side in ((subject, RDFS.domain), (value, RDFS.range)):
            for class_ in _implied(predicate, side):
                classes.setdefault(thing, set()).update(_superclasses(class_))
    return classes


def wrong_things(triples: Iterable[tuple[Node, Node, Node]]) -> set[Wrong]:
    """Return every entity for which RDFS infers wrong classes."""
    found = set()
    for thing, classes in inferred_classes(triples).items():
        kinds = classes & KINDS
        if len(kinds) > 1 or kinds & _OUTLAWED or set(_mistaken(thing, classes)):
            found.add(Wrong(thing, tuple(sorted(map(str, kinds or classes)))))
    return found


def _mistaken(thing: Node, classes: Iterable[Node]) -> Iterator[Node]:
    """Yield the classes of a literal that are not for literals, or of an entity that are."""
    for class_ in classes:
        of_literals = class_ in _LITERALS or str(class_).startswith(str(XSD))
        if of_literals != isinstance(thing, Literal):
            yield class_
