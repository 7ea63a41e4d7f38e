"""The tables of the gaps: their concepts, their shapes, and rows that are told apart."""

from collections.abc import Iterable

import pytest
from rdflib import SH, SKOS, Graph, Namespace, URIRef

from kv2rdf.addresses import fixed
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.gaps import gaps
from kv2rdf.model.counts import WHOLES, Count, Counted, Gaps, Unpublished
from kv2rdf.model.kinds import SourceKind
from kv2rdf.rdf.rdflib_graph import graph
from kv2rdf.rdf.vocabulary import KV, PREFIXES
from kv2rdf.reference.folders import folder

C = Namespace(PREFIXES["c"])


def test_a_part_of_what_is_counted_names_its_whole() -> None:
    concepts = Graph().parse(folder("ontology") / "concepts.ttl")
    named = set(concepts.subject_objects(SKOS.broader))
    assert named == {(C[part], C[whole]) for part, whole in WHOLES.items()}
    for part, whole in WHOLES.items():
        assert whole not in WHOLES
        assert part.is_gap == ((C[part], SKOS.inScheme, C["hiaten"]) in concepts)


@pytest.mark.parametrize(
    ("shape", "keys"), [("counted", Counted), ("sourceKindCounted", SourceKind)]
)
def test_the_shapes_know_what_is_counted_and_of_which_kind(shape: str, keys: Iterable[str]) -> None:
    shapes = Graph().parse(folder("shapes") / "statistics.ttl")
    head = shapes.value(URIRef(f"{fixed.SHAPES}#{shape}"), SH["in"])
    assert head is not None
    assert set(shapes.items(head)) == {C[key] for key in keys}


def test_every_row_has_an_address_of_its_own() -> None:
    kinds = (SourceKind.KVR, SourceKind.KVR_SCAN)
    counts = tuple(
        Count(year=year, kind=kind, counted=counted, number=0)
        for year in ("", "1998")
        for kind in kinds
        for counted in Counted
    )
    reasons = tuple(
        Unpublished(year="", kind=kind, fate=Counted.HELD_BACK, reason=reason, number=1)
        for kind in kinds
        for reason in ("is broken: … < …", "is broken: …  < …", "")
    )
    said = graph(gaps(Gaps(counts=counts, unpublished=reasons), Addresses()))
    rows = set(said.subjects(URIRef(KV.count)))
    assert len(rows) == len(counts) + len(reasons) == 94
