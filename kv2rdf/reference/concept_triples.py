"""Our concepts, such as kinds of paper, roles, states and findings, from ontology/concepts.ttl.

They are published in the register graph, so that their labels are in every dump.
"""

from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, Literal

from kv2rdf.rdf.terms import Dutch, English, Iri, Triple
from kv2rdf.rdf.vocabulary import RDFS, SKOS


def concept_triples(ontology: Path) -> Iterator[Triple]:
    """Yield the triples of ``concepts.ttl`` in the folder ``ontology``, sorted.

    Each ``skos:prefLabel`` is followed by an ``rdfs:label`` with the same words.
    """
    graph = Graph().parse(ontology / "concepts.ttl")
    for subject, predicate, value in sorted(graph):
        term: Iri | Dutch | English = Iri(str(value))
        if isinstance(value, Literal):
            term = Dutch(value) if value.language == "nl" else English(value)
        yield Iri(str(subject)), Iri(str(predicate)), term
        if str(predicate) == SKOS.prefLabel:
            yield Iri(str(subject)), RDFS.label, term
