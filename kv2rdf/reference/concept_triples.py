"""Our concepts, as ontology/concepts.ttl has them: kinds of paper, roles, states, findings.

They stand in the register, so that a dump and an endpoint have a name for each.
"""

from collections.abc import Iterator
from pathlib import Path

from rdflib import Graph, Literal

from kv2rdf.rdf.terms import Dutch, English, Iri, Triple


def concepts(ontology: Path) -> Iterator[Triple]:
    """Give the statements of the file, sorted."""
    graph = Graph().parse(ontology / "concepts.ttl")
    for subject, predicate, value in sorted(graph):
        words: Iri | Dutch | English = Iri(str(value))
        if isinstance(value, Literal):
            words = Dutch(value) if value.language == "nl" else English(value)
        yield Iri(str(subject)), Iri(str(predicate)), words
