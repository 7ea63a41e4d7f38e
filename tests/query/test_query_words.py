"""The keywords of a query, even if the same words occur elsewhere in the query."""

from kv2rdf.query.query_words import has_dataset, has_service, is_update
from tests.every_case import every_case


@every_case("query", [
    "SELECT * FROM <a:a> { ?s ?p ?o }",
    "select * from named<a:a>{?s ?p ?o}",
    "ASK\nFROM a:a\n{}",
    "SELECT (EXISTS { ?s ?p '}' } AS ?x) FROM <a:a> {}",
    "# from\nDESCRIBE <a:a> FROM <b:b>",
])  # fmt: skip
def test_from_limits_the_graphs(query: str) -> None:
    assert has_dataset(query)


@every_case("query", [
    "SELECT ?from { ?from ?p ?o }",
    "SELECT $from { $from ?p ?o }",
    "# FROM <a:a>\nSELECT * { ?s ?p ?o }",
    "SELECT * { ?s ?p 'FROM <a:a>' }",
    'SELECT * { ?s ?p "\\" FROM <a:a>" }',
    'SELECT * { ?s ?p """ " FROM <a:a> """ }',
    "SELECT * { ?s ?p ''' ' FROM <a:a> ''' }",
    "SELECT * { ?s ?p <a:a#/FROM/> }",
    "PREFIX from: <a:a> SELECT * { ?s from:from ?o ; a:from 'x'@from }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3) # FROM <a:a>\n }",
])  # fmt: skip
def test_the_same_word_elsewhere_limits_nothing(query: str) -> None:
    assert not has_dataset(query)


@every_case(("query", "update"), [
    ("INSERT DATA { <a:a> <b:b> <c:c> }", True),
    ("PREFIX a: <a:a>\nBASE <b:b>\nDELETE WHERE { ?s ?p ?o }", True),
    ("WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", True),
    ("LOAD <a:a>", True),
    ("clear all", True),
    ("SELECT ?insert { ?insert ?p 'DELETE' }", False),
    ("", False),
])  # fmt: skip
def test_an_update_is_known_by_its_first_word(query: str, update: bool) -> None:  # noqa: FBT001
    assert is_update(query) == update


def test_a_service_is_a_keyword() -> None:
    assert has_service("SELECT * { SERVICE SILENT <a:a> { ?s ?p ?o } }")
    assert not has_service("SELECT ?service { ?service a 'SERVICE' }")
