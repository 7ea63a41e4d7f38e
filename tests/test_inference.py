"""A reasoner with the axioms of our vocabularies infers no wrong class for our things."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.shipped_folders import folder
from tests.reference.test_jsonld_context import seed_graph

SEED = seed_graph()
ONTOLOGY = Graph().parse(folder("ontology") / "kv.ttl")
AXIOMS = Graph().parse(folder("ontology") / "axioms.ttl")
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/expected.ttl"))
ELI = Namespace("http://data.europa.eu/eli/ontology#")
DL = Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")


@pytest.mark.parametrize("example", [None, *GOLDEN], ids=lambda p: p.parent.name if p else "seed")
def test_no_wrong_class_is_inferred(example: Path | None) -> None:
    assert wrong_classes(Graph().parse(example) if example else SEED) == set()


@pytest.mark.parametrize(
    ("predicate", "inferred"),
    [
        (ELI.type_document, ELI.LegalResource),
        (ELI.title, ELI.Expression),
        (ELI.media_type, ELI.Manifestation),
        (DL.had_participation, DL.Activity),
    ],
)
def test_a_wrong_triple_is_noticed_by_the_class_it_implies(
    predicate: URIRef, inferred: URIRef
) -> None:
    question = URIRef(f"{HOME}/eli/nl/tk/kv/2022Z00634/vraag/1")
    wrong = (question, predicate, URIRef("http://example.org/x"))
    assert (question, inferred) in wrong_classes(SEED + Graph().add(wrong))


def wrong_classes(data: Graph) -> set[tuple[Node, Node]]:
    """Return each thing with a class that RDFS infers for it and that it may not have."""
    inferred = inferred_classes(data, ONTOLOGY + AXIOMS)
    works = {thing for thing, class_ in inferred if class_ == ELI.Work}
    other = {DL.Activity, ELI.Expression, ELI.Manifestation}
    return {
        (thing, class_)
        for thing, class_ in inferred
        if class_ == ELI.LegalResource
        or (thing in works and class_ in other and (thing, RDF.type, class_) not in data)
    }


def inferred_classes(data: Graph, axioms: Graph) -> set[tuple[Node, Node]]:
    """Return each thing with each of its classes, by subproperty, domain, range and subclass."""
    classes = set(data.subject_objects(RDF.type))
    for subject, predicate, value in data:
        for above in axioms.transitive_objects(predicate, RDFS.subPropertyOf):
            classes |= {(subject, class_) for class_ in axioms.objects(above, RDFS.domain)}
            classes |= {(value, class_) for class_ in axioms.objects(above, RDFS.range)}
    return {
        (thing, above)
        for thing, class_ in classes
        for above in axioms.transitive_objects(class_, RDFS.subClassOf)
        if above is not None
    }
