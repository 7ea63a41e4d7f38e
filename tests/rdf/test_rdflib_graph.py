"""The files that the program ships are read by Oxigraph as rdflib reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import BNode, Graph
from rdflib.compare import isomorphic

from kv2rdf.rdf.rdflib_graph import graph_in
from kv2rdf.reference.ontology_triples import concept_triples, term_triples
from kv2rdf.reference.shipped_folders import folder

FILES = sorted([*folder("shapes").glob("*.ttl"), *folder("ontology").glob("*.ttl")])
LARGE = (folder("ontology") / "concepts.ttl",)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.name, marks=pytest.mark.long if path in LARGE else [])
        for path in FILES
    ],
)
def test_a_shipped_file_has_the_triples_that_rdflib_reads(path: Path) -> None:
    expected = Graph().parse(path)
    if any(isinstance(term, BNode) for triple in expected for term in triple):
        assert isomorphic(graph_in(path), expected)
    else:
        assert set(graph_in(path)) == set(expected)


def test_blank_nodes_of_two_files_are_different(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ttl", tmp_path / "b.ttl"
    for path in (first, second):
        path.write_text('_:x <http://example.org/p> "a", "a"@nl, 1 .', encoding="utf-8")
    assert len(graph_in(first)) == 3
    assert len(graph_in(first, second)) == 6


def test_a_file_that_is_not_turtle_or_states_a_triple_of_a_triple_is_an_error(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<http://example.org/s> <http://example.org/p> .", encoding="utf-8")
    with pytest.raises(SyntaxError):
        graph_in(path)
    path.write_text("<a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> .", encoding="utf-8")
    with pytest.raises(ValueError, match="a triple is used as a term"):
        graph_in(path)


@pytest.mark.parametrize("triples_in", [concept_triples, term_triples])
@pytest.mark.parametrize("value", ["[]", "<<( <a:s> <a:p> <a:o> )>>"])
def test_the_ontology_may_have_no_blank_node_and_no_triple_of_a_triple(
    tmp_path: Path, triples_in: Callable[[Path], object], value: str
) -> None:
    for name in ("concepts.ttl", "kv.ttl", "borrowed.ttl"):
        (tmp_path / name).write_text(f"<a:s> <a:p> {value} .", encoding="utf-8")
    with pytest.raises(TypeError, match="has no address"):
        triples_in(tmp_path)
