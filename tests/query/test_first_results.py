"""The first results of a query, which are sorted and counted before they are limited."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.first_results import first_rows, result_of_first
from kv2rdf.query.named_queries import all_queries, named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sorted_terms import (
    bindings_of,
    first_bindings,
    sorted_bindings,
    values_block,
)
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore

TERMS = """SELECT ?x ?n WHERE { VALUES (?x ?n) {
  ("b" 1) (UNDEF 2) (10 3) (<http://example.org/b> 4) (9.5 5) ("a"@nl 6) (<http://example.org/a> 7)
  ("2004-02-01"^^<http://www.w3.org/2001/XMLSchema#date> 8) ("a \\"b\\" \\\\ \\n\\u0001"@en-GB 9)
} }"""


def rows_of(query: str) -> bytes:
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    return found.serialize(format=ox.QueryResultsFormat.JSON) or b""


def places(keys: list[tuple[str, bool]]) -> list[str]:
    return [row["n"]["value"] for row in sorted_bindings(bindings_of(rows_of(TERMS)), keys)]


def test_terms_are_sorted_by_kind_and_then_by_value() -> None:
    assert places([("x", False)]) == ["2", "7", "4", "5", "3", "8", "6", "9", "1"]


def test_the_highest_value_can_come_first_and_the_next_key_breaks_ties() -> None:
    assert places([("x", True)])[:2] == ["1", "9"]
    assert places([("none", False), ("n", True)]) == list("987654321")


@pytest.mark.parametrize("keys", [[("x", False)], [("x", True)], [("none", True), ("x", False)]])
@pytest.mark.parametrize("limit", [0, 1, 5, 9, 20])
def test_the_first_rows_are_the_beginning_of_all_sorted_rows(
    keys: list[tuple[str, bool]], limit: int
) -> None:
    rows = bindings_of(rows_of(TERMS)) * 2
    assert first_bindings(rows, keys, limit) == sorted_bindings(rows, keys)[:limit]


def test_terms_are_the_same_after_they_are_written_into_a_query() -> None:
    found = bindings_of(rows_of(TERMS))
    block = values_block(("x", "n"), found)
    assert bindings_of(rows_of(f"SELECT ?x ?n WHERE {{\n{block}\n}}")) == found


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", [q.name for q in all_queries() if q.limit({}) is not None])
def test_the_first_result_is_the_first_of_all(golden_release: Path, name: str) -> None:
    query = named_query(name)
    values = {"findings": {"rule": ""}, "who-asked-what": {"name": "a"}}.get(name, {})
    values |= {"words": "e"} if name == "text-contains" else {}
    with Release(golden_release) as release:
        every = release.answer(query, values | {"first": "100000"})
        one = release.answer(query, values | {"first": "1"})
        plain = release.query(query.filled_text(values | {"first": "1"}))
    assert isinstance(every, ResultRows)
    assert isinstance(one, ResultRows)
    assert isinstance(plain, ResultRows)
    assert one.total == every.total
    assert one.rows == every.rows[: len(one.rows)]
    assert one.rows == plain.rows
    assert bool(one.rows) == bool(one.total)


DAY = '"{}"^^<http://www.w3.org/2001/XMLSchema#date>'
DAYS = [DAY.format(f"2004-0{month}-01") for month in (1, 3, 2, 3, 3, 1)]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("limit", range(1, 9))
@pytest.mark.parametrize(
    "values",
    [
        ["7", "10", "9", "9", "10", "9", "10"],
        ["UNDEF", "10", "9", "UNDEF", "10", "UNDEF"],
        ["UNDEF", "UNDEF"],
        DAYS,
        [*DAYS, "7"],
        [],
    ],
)
def test_the_highest_come_first_also_if_many_are_equal(values: list[str], limit: int) -> None:
    rows = " ".join(f'("{place}" {value})' for place, value in enumerate(values))
    query = f"""
SELECT ?x ?n WHERE {{
  {{
    SELECT ?x ?n WHERE {{
      VALUES (?x ?n) {{ {rows} }}
    }}
    ORDER BY DESC(?n) ?x
    LIMIT {limit}
  }}
}}
ORDER BY DESC(?n) ?x
"""
    found = result_of_first(SparqlStore(ox.Store()), query)
    assert isinstance(found, ResultRows)
    assert found.total == len(values)
    every = bindings_of(rows_of(f"SELECT * WHERE {{ VALUES (?x ?n) {{ {rows} }} }}"))
    first = sorted_bindings(every, (("n", True), ("x", False)))[:limit]
    assert {place for place, _ in found.rows} == {row["x"]["value"] for row in first}


@pytest.mark.parametrize(("order", "first"), [("", "1"), ("ORDER BY DESC(?n)", "9")])
def test_rows_without_an_order_are_sorted_by_their_columns(order: str, first: str) -> None:
    query = f"SELECT ?n WHERE {{ {TERMS} }} {order}"
    result = ResultRows(("n",), tuple((n,) for n in "123456789"), rows_of(query))
    cut = first_rows(result, query, 1)
    assert isinstance(cut, ResultRows)
    assert (cut.rows, cut.total) == (((first,),), 9)
    assert len(json.loads(cut.json)["results"]["bindings"]) == 1


def test_an_order_inside_a_query_does_not_sort_its_rows() -> None:
    query = "SELECT ?n { { SELECT ?n { VALUES ?n { 1 2 } } ORDER BY DESC(?n) } }"
    cut = first_rows(ResultRows(("n",), (("2",), ("1",)), rows_of(query)), query, 1)
    assert isinstance(cut, ResultRows)
    assert cut.rows == (("1",),)


def test_only_rows_have_a_first() -> None:
    yes = ResultRows(("answer",), (("true",),), b'{"head":{},"boolean":true}')
    assert first_rows(yes, "ASK {}", 1) == yes
    with pytest.raises(QueryError, match="the result is triples"):
        first_rows(ResultTriples(b""), "DESCRIBE <x:y>", 1)
