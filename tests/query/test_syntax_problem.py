"""The messages about queries that cannot be run, for all mistakes that users have made."""

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from tests.every_case import every_case

UNBOUND = "a variable in SELECT is neither in GROUP BY nor in an aggregate"
PROBLEMS = {
    "": "line 1, column 1: the query ends before it is complete",
    "SELCT ?x { ?x ?p ?o }":
        "line 1, column 1: there is no word SELCT in SPARQL; did you mean SELECT?",
    "SELECT ?x WHER { }":
        "line 1, column 11: there is no word WHER in SPARQL; did you mean WHERE?",
    "SELECT ?x { ?x a ?y . FILTER(CONTAIN(?x, 'a')) }":
        "line 1, column 30: there is no word CONTAIN in SPARQL; did you mean CONTAINS?",
    "SELECT ?x { ?x ?p ?o": "line 1, column 11: this { is not closed",
    "SELECT ?x {\n  FILTER(?x > (1 + 2) }": "line 2, column 9: this ( is not closed",
    "SELECT ?x { ?x ?p ?o } }": "line 1, column 24: } without {",
    "SELECT ?x { ?x ?p 'abc }": "line 1, column 19: this ' is not closed",
    "SELECT ?x { ?x kamer:x ?o }":
        "line 1, column 16: the prefix kamer: is not known; declare it with PREFIX",
    "SELECT ?x {\n ?x elidl:number ?o }":
        "line 2, column 5: the prefix elidl: is not known; did you mean eli-dl:?",
    "SELECT ?x ?y\nWHERE {\n ?x a ?y ..\n}": "line 3, column 11: cannot read '.'",
    "SELECT ?x { ?x a kv:Question FILTER(?x > ) }":
        "line 1, column 30: cannot read 'FILTER(?x > ) }'",
    "select count(?x) { ?x a ?y }":
        "line 1, column 8: cannot read 'count(?x) { ?x a ?y }'; an expression in SELECT is"
        " written (COUNT(?x) AS ?name)",
    "hello world": "line 1, column 1: cannot read 'hello world'; a query begins with SELECT,"
        " CONSTRUCT, DESCRIBE or ASK",
    "SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }": f"line 1, column 40: {UNBOUND}",
    "SELECT ?x ?x { ?x a ?y }": "line 1, column 25: a variable is twice in SELECT",
    "SELECT (?y AS ?x) { ?x a ?y }":
        "line 1, column 30: the name after AS is already a variable of the query",
    "SELECT ?x { ?x a <x> }": "line 1, column 21: an address before here is not valid",
    "SELECT ?x { ?x a ?y BIND(1 AS ?x) }": "line 1, column 36: the query is not valid up to here",
}  # fmt: skip


@every_case("query", PROBLEMS)
def test_a_mistake_is_named_with_its_place(release: Release, query: str) -> None:
    with pytest.raises(QueryError) as error:
        release.query(query)
    assert str(error.value).startswith(f"the query cannot be run: {PROBLEMS[query]}")
    assert len(str(error.value)) < 170


def test_a_query_that_would_change_the_release_is_named_as_one(release: Release) -> None:
    with pytest.raises(QueryError, match="it would change the release"):
        release.query("INSERT DATA { <a:a> <b:b> <c:c> }")
