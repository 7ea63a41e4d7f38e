"""The register rows that are added to a cluster before it is checked."""

from kv2rdf.rdf.terms import Code, Iri, Triple
from kv2rdf.rdf.vocabulary import KV, ORG
from kv2rdf.validation.cluster_register_rows import RegisterClosure

A, B, C, D = (Iri(f"https://example.org/{name}") for name in "abcd")


def test_rows_are_found_directly_and_through_other_rows() -> None:
    register: list[Triple] = [
        (A, ORG.postIn, B),
        (B, KV.text, Code("b")),
        (C, KV.text, Code("c")),
        (B, ORG.member, A),
    ]
    rows = RegisterClosure(register).rows_for([(D, KV.office, A)])
    assert sorted(rows) == sorted(row for row in register if row[0] != C)
