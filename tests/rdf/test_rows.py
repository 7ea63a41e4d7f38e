"""Rows of properties and values, as used in the mapping."""

from datetime import date

from kv2rdf.rdf.rows import about, code, dutch
from kv2rdf.rdf.terms import Code, Dutch, Iri

S, P, Q = Iri("https://example.org/s"), Iri("https://example.org/p"), Iri("https://example.org/q")


def test_each_row_is_a_triple_in_the_same_order() -> None:
    rows = ((P, Dutch("weer")), (Q, 3), (P, date(2022, 1, 18)), (Q, True))
    assert list(about(S, *rows)) == [(S, predicate, value) for predicate, value in rows]


def test_a_row_with_several_values_is_several_triples() -> None:
    assert list(about(S, (P, (Code("a"), Code("b"))), (Q, iter([S])))) == [
        (S, P, "a"),
        (S, P, "b"),
        (S, Q, S),
    ]


def test_a_row_without_a_value_has_no_triple() -> None:
    assert list(about(S, (P, None), (P, ()), (Q, dutch(None)), (Q, code(None)))) == []


def test_false_zero_and_an_empty_string_are_values() -> None:
    assert list(about(S, (P, False), (P, 0), (P, Code("")))) == [
        (S, P, False),
        (S, P, 0),
        (S, P, ""),
    ]


def test_a_string_gets_its_kind() -> None:
    assert isinstance(dutch("weer"), Dutch)
    assert isinstance(code("5"), Code)
