"""The gate refuses a triple in the wrong graph, and returns the results of the shapes."""

from dataclasses import replace

import pytest

from kv2rdf.errors import ShapeError
from kv2rdf.pipeline.passes.cluster_triples import ClusterTriples
from kv2rdf.pipeline.passes.gate import Gate
from kv2rdf.validation.results import violations


def test_the_seed_passes(seed_triples: ClusterTriples) -> None:
    assert violations(Gate.for_engine("shacl").check(seed_triples, "2022Z00634")) == []


def test_a_printed_triple_in_the_register_is_an_error(seed_triples: ClusterTriples) -> None:
    (_, printed), *_ = seed_triples.triples
    misplaced = replace(seed_triples, triples=[(seed_triples.register_graph, printed)])
    with pytest.raises(ShapeError, match="the register graph"):
        Gate.for_engine("shacl").check(misplaced, "2022Z00634")


def test_a_missing_triple_is_a_violation(seed_triples: ClusterTriples) -> None:
    (graph, lines), *_ = seed_triples.printed_graphs
    untyped = [line for line in lines if "22-rdf-syntax-ns#type" not in line]
    incomplete = replace(seed_triples, printed_graphs=[(graph, untyped)])
    assert violations(Gate.for_engine("shacl").check(incomplete, "2022Z00634")) != []
