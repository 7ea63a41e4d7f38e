"""A reasoner with the axioms of our vocabularies, which infers no wrong classes in our data."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kv2rdf.rdf.rdflib_graph import graph_in
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from tests.conftest import ROOT
from tests.golden_case import expected_graph
from tests.rdfs_closure import KINDS, axioms, inferred_classes, wrong_things

ELI, DL, ORG = (Namespace(PREFIXES[prefix]) for prefix in ("eli", "eli-dl", "org"))
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/expected.ttl"))
EXAMPLE = ROOT / "output" / "example"
QUESTION = URIRef(f"{HOME}/eli/nl/tk/kv/2022Z00634/vraag/1")
CASE = URIRef(f"{HOME}/eli/nl/tk/zaak/2022Z00634")
ASKER = URIRef(f"{HOME}/id/begrip/indiener")
ELSEWHERE = URIRef("http://example.org/x")


def published(path: Path) -> Graph:
    """Return the triples of a dump or another file, whatever graph they are in."""
    if path.suffix != ".nq":
        return Graph().parse(path)
    quads = path.read_text(encoding="utf-8").splitlines()
    return Graph().parse(data="".join(f"{q[: q.rindex(' <')]} .\n" for q in quads), format="nt")


@pytest.fixture(scope="module", name="example")
def _example() -> Graph:
    ontology = folder("ontology")
    files = (EXAMPLE / "kamervragen.nq", EXAMPLE / "catalogue.ttl", ontology / "kv.ttl")
    whole = Graph()
    for path in files:
        whole += published(path)
    return whole


@pytest.mark.long
def test_nothing_in_the_whole_example_becomes_what_it_is_not(example: Graph) -> None:
    assert wrong_things(example) == set()


@pytest.mark.sampled(10)
@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.parent.name)
def test_nothing_in_a_golden_case_becomes_what_it_is_not(case: Path) -> None:
    assert wrong_things(expected_graph(case.parent)) == set()


@pytest.mark.corpus
@pytest.mark.long
def test_nothing_in_200_real_cases_becomes_what_it_is_not(real_release: Path) -> None:
    cases = sorted((real_release / "dossiers").rglob("*.ttl"))[:200]
    assert len(cases) == 200
    assert wrong_things(graph_in(*cases)) == set()


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "wrong",
    [
        (QUESTION, ELI.type_document, ELSEWHERE),
        (QUESTION, ELI.title, Literal("x")),
        (QUESTION, ELI.media_type, ELSEWHERE),
        (QUESTION, DL.had_participation, ELSEWHERE),
        (CASE, ELI.is_about, ELSEWHERE),
        (ELSEWHERE, DCTERMS["format"], ASKER),
        (ELSEWHERE, DCTERMS.type, ASKER),
        (ELSEWHERE, DCTERMS.rights, Literal("x")),
        (ELSEWHERE, DCTERMS.title, ASKER),
        (ELSEWHERE, ORG.member, ASKER),
    ],
    ids=lambda triple: str(triple[1]).rpartition("/")[2],
)
def test_a_wrong_triple_is_noticed(example: Graph, wrong: tuple[Node, Node, Node]) -> None:
    assert wrong_things([*example.triples((QUESTION, None, None)),
                         *example.triples((CASE, None, None)),
                         *example.triples((ASKER, None, None)), wrong])  # fmt: skip


def test_every_kind_is_that_of_something_or_is_avoided(example: Graph) -> None:
    """Otherwise a misspelt kind would check nothing."""
    occurring = set().union(*inferred_classes(example).values())
    known = set(axioms().subjects()) | set(axioms().objects())
    assert KINDS - occurring <= known
