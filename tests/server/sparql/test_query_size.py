"""Queries that would take too long to plan, or nest too deeply, are refused before they are run."""

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.named_queries import all_queries
from kv2rdf.server.sparql.query_size import QuerySize, check_query_size, query_size
from tests.every_case import every_case


@every_case(
    ("query", "depth", "patterns"),
    [
        ("SELECT * { ?s ?p ?o }", 1, 1),
        ("SELECT * { ?s ?p ?o . }", 1, 1),
        ("SELECT * { ?s ?p 1.5, 'a.b;c', <x:.;,> ; a ?t . # . ?a ?b ?c\n }", 1, 4),
        ("SELECT * { ?s x:a/x:b/x:c ?o }", 1, 3),
        ("SELECT * { ?s ?p [ x:a 1 ; x:b 2 ] }", 2, 3),
        ("SELECT * { FILTER(f(?a, ?b, (1))) OPTIONAL { ?s ?p ?o } ?a ?b ?c }", 4, 2),
        ("SELECT * { VALUES ?x { 1 2 3 } }", 2, 1),
        ("SELECT * { ?s ?p (1 ?b <c>) . (1 2) ?p ?o }", 2, 12),
        ("SELECT * { ?s ?p ?o, ((1) [ ?p 2 ]) }", 3, 8),
        (
            "SELECT * { VALUES (?x ?y) { (1 2) (3 4) } FILTER(?x IN (1, 2)) BIND(f(?x) AS ?z) }",
            3,
            0,
        ),
        ("SELECT * { ?s (x:a|x:b)+ ?o }", 2, 6),
        ("SELECT ('{{{((((' AS ?x) {} # {{{{", 1, 0),
        ("PREFIX a: <b:c> }", 0, 0),
    ],
)
def test_depth_and_patterns_are_counted(query: str, depth: int, patterns: int) -> None:
    assert query_size(query) == QuerySize(depth, patterns)


@pytest.mark.parametrize(
    ("inside", "outside", "problem"),
    [
        ("{" * 200, "{" * 201, "nest 201 deep; at most 200"),
        ("{?a ?b ?c" + ".?a ?b ?c" * 99, "{?a ?b ?c" + ".?a ?b ?c" * 100, "101 triple patterns"),
        ("#" * 100_000, "#" * 100_001, "100,001 bytes; at most 100,000"),
    ],
    ids=["depth", "patterns", "bytes"],
)
def test_a_query_at_the_limit_passes_and_one_above_it_does_not(
    inside: str, outside: str, problem: str
) -> None:
    check_query_size(inside)
    with pytest.raises(QueryError, match=problem):
        check_query_size(outside)


def test_the_named_queries_are_small_enough() -> None:
    for query in all_queries():
        check_query_size(query.text)
