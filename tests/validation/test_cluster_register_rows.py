"""The register rows that are added to a cluster before it is checked."""

import operator

from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Iri, Triple
from kv2rdf.rdf.vocabulary import KV, ORG
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of

A, B, C, D = (Iri(f"https://example.org/{name}") for name in "abcd")


def test_rows_are_found_directly_and_through_other_rows() -> None:
    register: list[Triple] = [
        (A, ORG.postIn, B),
        (B, KV.text, Code("b")),
        (C, KV.text, Code("c")),
        (B, ORG.member, A),
    ]
    rows = triples_of(RegisterClosure(register, {}).rows_for([(D, KV.office, A)]))
    assert sorted(rows) == sorted(row for row in register if row[0] != C)


def test_the_rows_of_a_person_describe_other_things_too() -> None:
    people: dict[str, list[Triple]] = {
        A: [(A, KV.text, Code("a")), (B, ORG.member, A), (B, ORG.organization, C)]
    }
    closure = RegisterClosure([(C, KV.text, Code("c"))], people)
    assert closure.rows_for([(D, KV.askedBy, A)]) == {**people, C: [(C, KV.text, Code("c"))]}
    assert closure.rows_for([(D, KV.askedBy, C)]) == {C: [(C, KV.text, Code("c"))]}


def test_the_lines_of_an_entity_are_made_once() -> None:
    people: dict[str, list[Triple]] = {A: [(A, KV.text, Code("a")), (B, ORG.member, A)]}
    rows: list[Triple] = [(C, KV.text, Code("c"))]
    closure = RegisterClosure(rows, people)
    lines = list(closure.lines_about([C, A]))
    assert lines == list(nquads.triple_lines([*rows, *people[A]]))
    assert all(map(operator.is_, closure.lines_about([C, A]), lines))
