"""Our concepts, such as kinds of paper, roles, states and findings, from ontology/concepts.ttl.

They are published in the register graph, so that their labels are in every dump.
"""

from functools import lru_cache
from pathlib import Path

from rdflib import Graph, Literal

from kv2rdf.rdf.terms import Dutch, English, Iri, Triple
from kv2rdf.rdf.vocabulary import RDFS, SKOS


def concept_triples(ontology: Path) -> tuple[Triple, ...]:
    """Return the triples of ``concepts.ttl`` in the folder ``ontology``, sorted.

    Each ``skos:prefLabel`` is followed by an ``rdfs:label`` with the same words.
    """
    return _triples((ontology / "concepts.ttl").read_bytes())


@lru_cache(maxsize=1)  # a program may build many releases, and rdflib reads Turtle slowly
def _triples(turtle: bytes) -> tuple[Triple, ...]:
    triples: list[Triple] = []
    for subject, predicate, value in sorted(Graph().parse(data=turtle, format="turtle")):
        term: Iri | Dutch | English = Iri(str(value))
        if isinstance(value, Literal):
            term = Dutch(value) if value.language == "nl" else English(value)
        triples.append((Iri(str(subject)), Iri(str(predicate)), term))
        if str(predicate) == SKOS.prefLabel:
            triples.append((Iri(str(subject)), RDFS.label, term))
    return tuple(triples)
