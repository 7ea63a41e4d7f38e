"""The tables of gaps: their concepts, their shapes, and the addresses of their rows."""

from collections.abc import Iterable

import pytest
from rdflib import SH, SKOS, Graph, Namespace, URIRef

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.gaps import gap_tables
from kv2rdf.model.counts import WHOLE_OF, Count, CountKind, Gaps, UnpublishedCount
from kv2rdf.model.kinds import SourceKind
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.rdf.vocabulary import KV, PREFIXES
from kv2rdf.reference.shipped_folders import folder

C = Namespace(PREFIXES["c"])


def test_the_concept_of_a_part_has_its_whole_as_broader_concept() -> None:
    concepts = Graph().parse(folder("ontology") / "concepts.ttl")
    pairs = set(concepts.subject_objects(SKOS.broader))
    assert pairs == {(C[part], C[whole]) for part, whole in WHOLE_OF.items()}
    for part, whole in WHOLE_OF.items():
        assert whole not in WHOLE_OF
        assert part.is_gap == ((C[part], SKOS.inScheme, C["hiaten"]) in concepts)


@pytest.mark.parametrize(
    ("shape", "keys"), [("counted", CountKind), ("sourceKindCounted", SourceKind)]
)
def test_the_shapes_allow_every_kind_of_count_and_source(shape: str, keys: Iterable[str]) -> None:
    shapes = Graph().parse(folder("shapes") / "statistics.ttl")
    head = shapes.value(URIRef(f"{external.SHAPES}#{shape}"), SH["in"])
    assert head is not None
    assert set(shapes.items(head)) == {C[key] for key in keys}


def test_every_row_has_its_own_address() -> None:
    kinds = (SourceKind.KVR, SourceKind.KVR_SCAN)
    counts = tuple(
        Count(year=year, source_kind=kind, count_kind=count_kind, number=0)
        for year in ("", "1998")
        for kind in kinds
        for count_kind in CountKind
    )
    reasons = tuple(
        UnpublishedCount(
            year="", source_kind=kind, count_kind=CountKind.HELD_BACK, reason=reason, number=1
        )
        for kind in kinds
        for reason in ("is broken: … < …", "is broken: …  < …", "")
    )
    triples = graph(gap_tables(Gaps(counts=counts, unpublished=reasons), Addresses()))
    rows = set(triples.subjects(URIRef(KV.count)))
    assert len(rows) == len(counts) + len(reasons) == 2 * 2 * len(CountKind) + 2 * 3
