"""The first results of a query, which are sorted and counted before they are limited."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.first_results import first_rows, narrowed_query, result_of_first
from kv2rdf.query.named_queries import all_queries, named_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.sorted_terms import (
    TermRow,
    first_of_rows,
    sorted_rows,
    values_block,
    written_term,
)
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore
from tests.every_case import every_case

TERMS = """SELECT ?x ?n WHERE { VALUES (?x ?n) {
  ("b" 1) (UNDEF 2) (10 3) (<http://example.org/b> 4) (9.5 5) ("a"@nl 6) (<http://example.org/a> 7)
  ("2004-02-01"^^<http://www.w3.org/2001/XMLSchema#date> 8) ("a \\"b\\" \\\\ \\n\\u0001"@en-GB 9)
} }"""


X, N = 0, 1
"""The columns of TERMS."""


def json_of(query: str) -> bytes:
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    return found.serialize(format=ox.QueryResultsFormat.JSON) or b""


def rows_of(query: str) -> tuple[TermRow, ...]:
    return SparqlStore(ox.Store()).term_rows(query)


def places(keys: list[tuple[int, bool]]) -> list[str]:
    return [row[N] for row in sorted_rows(rows_of(TERMS), keys)]


def test_terms_are_sorted_by_kind_and_then_by_value() -> None:
    assert places([(X, False)]) == ["2", "7", "4", "5", "3", "8", "6", "9", "1"]


def test_addresses_are_sorted_by_their_characters() -> None:
    found = rows_of("SELECT ?x { VALUES ?x { <http://a/b> <http://a> <http://a-b> <http://a#b> } }")
    expected = (("<http://a>",), ("<http://a#b>",), ("<http://a-b>",), ("<http://a/b>",))
    assert sorted_rows(found, [(X, False)]) == expected
    assert first_of_rows(found, [(X, False)], 4) == expected


def test_kinds_of_terms_that_no_named_query_returns_have_their_place() -> None:
    terms = ("<<( <x:a> <x:b> 1 )>>", "true", '"7"^^<http://www.w3.org/2001/XMLSchema#double>')
    rows = [(term,) for term in (*terms, "6", "8", "<x:a>", "_:b", "")]
    found = [term for (term,) in sorted_rows(rows, [(X, False)])]
    assert found == ["", "_:b", "<x:a>", "6", terms[2], "8", "true", terms[0]]


@pytest.mark.parametrize("name", ["int", "long", "unsignedByte", "negativeInteger", "double"])
def test_every_type_of_number_is_sorted_by_its_value(name: str) -> None:
    typed = f'"-2"^^<http://www.w3.org/2001/XMLSchema#{name}>'
    assert sorted_rows([("10",), (typed,), ("-10",)], [(X, False)]) == (("-10",), (typed,), ("10",))


@pytest.mark.parametrize(("name", "text"), [("integer", "abc"), ("int", ""), ("double", "NaN")])
def test_a_literal_without_a_numeric_value_comes_after_the_numbers(name: str, text: str) -> None:
    query = (
        f"SELECT ?x {{ VALUES ?x {{ 'z' '{text}'^^<http://www.w3.org/2001/XMLSchema#{name}> 7 }} }}"
    )
    (last, odd, number) = rows_of(query)
    assert sorted_rows((last, odd, number), [(X, False)]) == (number, odd, last)
    assert first_of_rows((last, odd, number), [(X, False)], 2) == (number, odd)


def test_the_highest_value_can_come_first_and_the_next_key_breaks_ties() -> None:
    assert places([(X, True)])[:2] == ["1", "9"]
    rows = [("", row[N]) for row in rows_of(TERMS)]
    found = sorted_rows(rows, [(0, False), (1, True)])
    assert [number for _, number in found] == list("987654321")


@every_case("keys", [[(X, False)], [(X, True)], [(N, True), (X, False)]])
@every_case("limit", [0, 1, 5, 9, 20])
def test_the_first_rows_are_the_beginning_of_all_sorted_rows(
    keys: list[tuple[int, bool]], limit: int
) -> None:
    rows = rows_of(TERMS) * 2
    assert first_of_rows(rows, keys, limit) == sorted_rows(rows, keys)[:limit]


def test_terms_are_the_same_after_they_are_written_into_a_query() -> None:
    found = rows_of(TERMS)
    block = values_block(("x", "n"), found)
    assert rows_of(f"SELECT ?x ?n WHERE {{\n{block}\n}}") == found


def test_terms_of_json_are_written_in_the_same_way() -> None:
    query = TERMS.replace("\\u0001", "")
    bindings = json.loads(json_of(query))["results"]["bindings"]
    written = [(written_term(row.get("x")), written_term(row["n"])) for row in bindings]
    plain = {f'"{n}"^^<http://www.w3.org/2001/XMLSchema#integer>': str(n) for n in range(11)}
    plain |= {'"9.5"^^<http://www.w3.org/2001/XMLSchema#decimal>': "9.5"}
    assert tuple((plain.get(x, x), plain[n]) for x, n in written) == rows_of(query)


def test_blank_nodes_and_triples_of_json_are_written_too() -> None:
    (row,) = json.loads(
        json_of("SELECT * { BIND(BNODE() AS ?b) BIND(<<( <x:a> <x:b> 1 )>> AS ?t) }")
    )["results"]["bindings"]
    assert written_term(row["b"]).startswith("_:")
    one = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert written_term(row["t"]) == f"<<( <x:a> <x:b> {one} )>>"


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
        ["7", '"x"', "3"],
        ["7", "true", '"x"', "<x:a>", "9.5"],
        ["<x:b>", "<x:a>", "<x:c>"],
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
    every = rows_of(f"SELECT ?x ?n WHERE {{ VALUES (?x ?n) {{ {rows} }} }}")
    first = sorted_rows(every, ((N, True), (X, False)))[:limit]
    assert [f'"{place}"' for place, _ in found.rows] == [place for place, _ in first]


@pytest.mark.parametrize(("order", "first"), [("", "1"), ("ORDER BY DESC(?n)", "9")])
def test_rows_without_an_order_are_sorted_by_their_columns(order: str, first: str) -> None:
    query = f"SELECT ?n WHERE {{ {TERMS} }} {order}"
    result = ResultRows(("n",), tuple((n,) for n in "123456789"), json_of(query))
    cut = first_rows(result, query, 1)
    assert isinstance(cut, ResultRows)
    assert (cut.rows, cut.total) == (((first,),), 9)
    assert len(json.loads(cut.json)["results"]["bindings"]) == 1


def test_an_order_inside_a_query_does_not_sort_its_rows() -> None:
    query = "SELECT ?n { { SELECT ?n { VALUES ?n { 1 2 } } ORDER BY DESC(?n) } }"
    cut = first_rows(ResultRows(("n",), (("2",), ("1",)), json_of(query)), query, 1)
    assert isinstance(cut, ResultRows)
    assert cut.rows == (("1",),)


def test_only_rows_have_a_first() -> None:
    yes = ResultRows(("answer",), (("true",),), b'{"head":{},"boolean":true}')
    assert first_rows(yes, "ASK {}", 1) == yes
    with pytest.raises(QueryError, match="the result is triples"):
        first_rows(ResultTriples(b""), "DESCRIBE <x:y>", 1)


def test_rows_with_equal_keys_are_sorted_by_the_other_keys_of_the_outer_query() -> None:
    query = """
SELECT ?x ?y WHERE {
  {
    SELECT ?x ?n WHERE {
      VALUES (?x ?n) { ("c" 1) ("a" 2) ("b" 1) }
    }
    ORDER BY ?n
    LIMIT 3
  }
  VALUES ?y { 2 1 }
}
ORDER BY ?n ?y DESC(?x)
"""
    found = result_of_first(SparqlStore(ox.Store()), query)
    assert isinstance(found, ResultRows)
    assert ["".join(row) for row in found.rows] == ["c1", "b1", "c2", "b2", "a1", "a2"]


def test_the_first_values_of_a_variable_limit_an_optional_pattern() -> None:
    query = """SELECT ?x ?y WHERE {
  {
    SELECT ?x ?n WHERE {
      VALUES (?x ?n) { (<x:a> 1) (<x:b> 2) (<x:b> 3) }
    }
    ORDER BY DESC(?n)
    LIMIT 2
  }
  OPTIONAL {
    # first ?x
    VALUES (?x ?y) { (<x:a> 1) (<x:b> 2) }
  }
}
ORDER BY DESC(?n)
"""
    store = SparqlStore(ox.Store())
    narrowed, _ = narrowed_query(store, query)
    assert narrowed.count("VALUES (?x) {\n    (<x:b>)\n  }") == 1
    expected = (("x:b", "2"), ("x:b", "2"))
    for text in (query, narrowed):
        result = store.result(text, {})
        assert isinstance(result, ResultRows)
        assert result.rows == expected
