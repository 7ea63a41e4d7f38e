"""Every triple must be in a graph in which it is allowed."""

from kv2rdf.rdf.terms import Code, Iri, Triple
from kv2rdf.rdf.vocabulary import KV, RDF
from kv2rdf.validation.graph_rules import GraphRules
from tests.every_case import every_case
from tests.validation.examples import SHAPES

A, B = (Iri(f"https://example.org/{name}") for name in "ab")
GRAPH = "https://w3id.org/kamervragen/graph/"


@every_case(
    ("graph", "triple", "message"),
    [
        ("2022Z00634", (A, KV.text, Code("x")), None),
        ("2022Z00634", (A, KV.state, B), "the case graph may not hold"),
        ("derived/2022Z00634", (A, KV.state, B), None),
        ("derived/2022Z00634", (A, KV.asInSource, B), "the derived graph may not hold"),
        ("findings/2022Z00634", (A, RDF.type, KV.Finding), None),
        ("derived/2022Z00634", (A, RDF.type, KV.Finding), "the derived graph may not describe"),
        ("findings/2022Z00634", (A, KV.state, B), "the findings graph may not hold"),
        ("2022Z00634", (A, RDF.type, KV.Finding), "the case graph may not describe"),
        ("register", (A, RDF.type, KV.NameForm), None),
        ("register", (A, KV.text, Code("x")), "the register graph may not hold"),
        ("meta", (A, KV.text, Code("x")), "the meta graph may not hold"),
    ],
)
def test_a_triple_is_only_where_the_rules_allow(
    graph: str, triple: Triple, message: str | None
) -> None:
    found = list(GraphRules.read(SHAPES).misplacements(Iri(GRAPH + graph), [triple]))
    assert len(found) == (message is not None)
    assert all((message or "") in problem for problem in found)
