"""The gate: what keeps a cluster from being published, and what is only counted."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from kv2rdf.errors import ShapeError
from kv2rdf.rdf.terms import Code, Iri, Triple
from kv2rdf.rdf.vocabulary import KV, ORG, RDF
from kv2rdf.validation.double_check import Closure, Judges, violations, warnings
from kv2rdf.validation.graph_rules import Placement
from kv2rdf.validation.results import Complaint, Severity
from tests.validation.examples import SHAPES

A, B, C, D = (Iri(f"https://example.org/{name}") for name in "abcd")
GRAPH = "https://w3id.org/kamervragen/graph/"


def complaint(severity: Severity, shape: str = "s") -> Complaint:
    return Complaint(
        severity=severity, focus=A, path="", value="", component="c", shape=f"x#{shape}", message=""
    )


@dataclass
class Says:
    """An engine that says what it is told to say."""

    name: str
    found: tuple[Complaint, ...]
    asked: int = 0

    def validate(self, ntriples: str) -> tuple[Complaint, ...]:
        assert ntriples == ""
        self.asked += 1
        return self.found


def test_the_closure_joins_what_is_named_and_what_that_names() -> None:
    register: Iterable[Triple] = [
        (A, ORG.postIn, B),
        (B, KV.text, Code("b")),
        (C, KV.text, Code("c")),
        (B, ORG.member, A),
    ]
    joined = Closure(register).of([(D, KV.office, A)])
    assert sorted(joined) == sorted(row for row in register if row[0] != C)


def test_warnings_are_counted_and_do_not_stop() -> None:
    found = (complaint(Severity.WARNING, "a"), complaint(Severity.WARNING, "a"))
    assert violations(found) == []
    assert warnings(found) == {"a": 2}


def test_the_reference_judges_again_what_is_rejected() -> None:
    broken = (complaint(Severity.VIOLATION),)
    reference = Says("reference", broken)
    assert Judges(Says("fast", broken), reference).judge("2022Z00634", "") == broken
    assert reference.asked == 1


def test_where_engines_disagree_the_cluster_is_held_back() -> None:
    judges = Judges(Says("fast", (complaint(Severity.VIOLATION),)), Says("reference", ()))
    with pytest.raises(ShapeError, match="2022Z00634: the engines fast and reference disagree"):
        judges.judge("2022Z00634", "")


def test_the_reference_looks_at_one_in_a_hundred() -> None:
    reference = Says("reference", ())
    judges = Judges(Says("fast", ()), reference)
    for number in range(10_000):
        judges.judge(str(number), "")
    assert 70 < reference.asked < 160


@pytest.mark.parametrize(
    ("graph", "triple", "told"),
    [
        ("2022Z00634", (A, KV.text, Code("x")), None),
        ("2022Z00634", (A, KV.state, B), "does not stand in the case graph"),
        ("derived/2022Z00634", (A, KV.state, B), None),
        ("derived/2022Z00634", (A, KV.asInSource, B), "does not stand in the derived graph"),
        ("derived/2022Z00634", (A, RDF.type, KV.Finding), None),
        ("2022Z00634", (A, RDF.type, KV.Finding), "is not described in the case graph"),
        ("register", (A, RDF.type, KV.NameForm), None),
        ("register", (A, KV.text, Code("x")), "does not stand in the register graph"),
        ("meta", (A, KV.text, Code("x")), "does not stand in the meta graph"),
    ],
)
def test_a_statement_stands_where_the_rules_allow(
    graph: str, triple: Triple, told: str | None
) -> None:
    found = list(Placement.read(SHAPES).misplaced(Iri(GRAPH + graph), [triple]))
    assert len(found) == (told is not None)
    assert all((told or "") in problem for problem in found)
