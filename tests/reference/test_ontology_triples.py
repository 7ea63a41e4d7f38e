"""Every release contains the whole ontology."""

import gzip
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.shipped_folders import folder
from tests.open_releases import answer_rows


def test_the_vocabulary_graph_has_the_terms_without_the_rules_of_graphs(seed_release: Path) -> None:
    lines = gzip.decompress((seed_release / "kamervragen.nq.gz").read_bytes())
    graph = ox.NamedNode(f"{HOME}/graph/vocabulary")
    quads = ox.parse(lines, format=ox.RdfFormat.N_QUADS)
    found = {quad.triple for quad in quads if quad.graph_name == graph}
    expected = {
        quad.triple
        for name in ("kv.ttl", "borrowed.ttl")
        for quad in ox.parse(path=folder("ontology") / name, base_iri=f"{HOME}/")
        if f"{HOME}/shapes#" not in f"{quad.subject} {quad.predicate}"
    }
    assert found == expected
    assert len(found) > 1000
    assert not any(isinstance(term, ox.BlankNode) for triple in found for term in triple)


def test_a_query_finds_what_a_class_and_a_chamber_are_called(seed_release: Path) -> None:
    query = "SELECT ?label { kv:Question a owl:Class ; rdfs:label ?label } ORDER BY ?label"
    assert answer_rows(seed_release, query) == [("question",), ("vraag",)]
    query = "SELECT DISTINCT ?label { ?case a kv:Dossier ; kv:chamber/rdfs:label ?label }"
    assert {label for (label,) in answer_rows(seed_release, query)} == {
        "Tweede Kamer",
        "House of Representatives",
    }
