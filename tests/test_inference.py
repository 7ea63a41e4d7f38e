"""No reasoner that knows the vocabularies we use makes a thing of ours into something else."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.folders import folder
from tests.reference.test_jsonld_context import seed

SEED = seed()
ONTOLOGY = Graph().parse(folder("ontology") / "kv.ttl")
AXIOMS = Graph().parse(folder("ontology") / "axioms.ttl")
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/expected.ttl"))
ELI = Namespace("http://data.europa.eu/eli/ontology#")
DL = Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")


@pytest.mark.parametrize("example", [None, *GOLDEN], ids=lambda p: p.parent.name if p else "seed")
def test_no_reasoner_makes_a_paper_what_it_is_not(example: Path | None) -> None:
    assert strayed(Graph().parse(example) if example else SEED) == set()


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        (ELI.type_document, ELI.LegalResource),
        (ELI.title, ELI.Expression),
        (ELI.media_type, ELI.Manifestation),
        (DL.had_participation, DL.Activity),
    ],
)
def test_one_wrong_triple_makes_a_question_what_it_is_not(said: URIRef, becomes: URIRef) -> None:
    question = URIRef(f"{HOME}/eli/nl/tk/kv/2022Z00634/vraag/1")
    wrong = (question, said, URIRef("http://example.org/x"))
    assert (question, becomes) in strayed(SEED + Graph().add(wrong))


def strayed(data: Graph) -> set[tuple[Node, Node]]:
    """Give what RDFS says of things that they may not be, and that nobody said."""
    inferred = typed(data, ONTOLOGY + AXIOMS)
    works = {thing for thing, kind in inferred if kind == ELI.Work}
    other = {DL.Activity, ELI.Expression, ELI.Manifestation}
    return {
        (thing, kind)
        for thing, kind in inferred
        if kind == ELI.LegalResource
        or (thing in works and kind in other and (thing, RDF.type, kind) not in data)
    }


def typed(data: Graph, axioms: Graph) -> set[tuple[Node, Node]]:
    """Close a graph under subproperty, domain, range and subclass; give every thing's kinds."""
    kinds = set(data.subject_objects(RDF.type))
    for subject, predicate, value in data:
        for said in axioms.transitive_objects(predicate, RDFS.subPropertyOf):
            kinds |= {(subject, kind) for kind in axioms.objects(said, RDFS.domain)}
            kinds |= {(value, kind) for kind in axioms.objects(said, RDFS.range)}
    return {
        (thing, above)
        for thing, kind in kinds
        for above in axioms.transitive_objects(kind, RDFS.subClassOf)
        if above is not None
    }
