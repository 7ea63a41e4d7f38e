"""Batches of queries and results, validated against schemas of the specification."""

import json
from typing import Any

import jsonschema
import pytest

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.queries import MOST_QUERIES, query_batch
from kv2rdf.reconciliation.responses import result_batch
from tests.every_case import every_case
from tests.reconciliation import schemas
from tests.reconciliation.small_register import DAY, small_reconciler

BATCH: dict[str, Any] = {
    "q0": {"query": "Van Naam"},
    "q1": {
        "query": "Eerste-Tweede",
        "type": ["person", "party"],
        "type_strict": "any",
        "limit": 2,
        "properties": [
            {"pid": "party", "v": [{"id": "https://example.org/id/partij/abc", "name": "ABC"}]},
            {"pid": "day", "v": DAY},
            {"pid": "shoe size", "v": [43, 43.5, True]},
        ],
    },
    "q2": {"properties": [{"pid": "identifier", "v": "Q1"}]},
    "q3": {"query": ""},
    "": {"query": "ABC", "type": "planet"},
}
WRONG: dict[str, Any] = {
    "neither": {"limit": 1},
    "no-properties": {"properties": []},
    "field": {"query": "x", "colour": "red"},
    "text": {"query": 7},
    "null": {"query": None, "properties": []},
    "type": {"query": "x", "type": 7},
    "types": {"query": "x", "type": ["person", 7]},
    "strict": {"query": "x", "type_strict": "sometimes"},
    "limit-0": {"query": "x", "limit": 0},
    "limit-minus": {"query": "x", "limit": -1},
    "limit-half": {"query": "x", "limit": 1.5},
    "limit-bool": {"query": "x", "limit": True},
    "limit-text": {"query": "x", "limit": "5"},
    "limit-null": {"query": "x", "limit": None},
    "list": [],
    "properties": {"query": "x", "properties": {"party": "ABC"}},
    "pid": {"query": "x", "properties": [{"v": 1}]},
    "v": {"query": "x", "properties": [{"pid": "party"}]},
    "value": {"query": "x", "properties": [{"pid": "party", "v": None}]},
    "entity": {"query": "x", "properties": [{"pid": "party", "v": {"name": "ABC"}}]},
    "strings": "x",
}


def is_valid(instance: object, schema: dict[str, Any]) -> bool:
    return not list(jsonschema.Draft202012Validator(schema).iter_errors(instance))


def test_the_schemas_are_schemas() -> None:
    named = {name: value for name, value in vars(schemas).items() if name.isupper()}
    assert len(named) > 7
    for schema in named.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_a_result_batch_is_as_the_specification_says() -> None:
    assert is_valid(BATCH, schemas.QUERY_BATCH)
    results = result_batch(small_reconciler(), BATCH)
    assert is_valid(json.loads(json.dumps(results)), schemas.RESULT_BATCH)
    assert list(results) == list(BATCH)
    assert [bool(results[name]["result"]) for name in BATCH] == [True, True, True, False, False]
    for result in results.values():
        scores = [candidate["score"] for candidate in result["result"]]
        assert scores == sorted(scores, reverse=True)
    (first, *_) = results["q1"]["result"]
    assert (first["match"], first["id"]) == (True, "https://example.org/id/persoon/ine")
    assert {"id": "party", "value": True} in first["features"]
    assert results == result_batch(small_reconciler(), BATCH)


@every_case("name", WRONG)
def test_a_query_that_the_specification_does_not_allow_is_refused(name: str) -> None:
    batch = {"q": {"query": "ABC"}, name: WRONG[name]}
    assert not is_valid(batch, schemas.QUERY_BATCH)
    with pytest.raises(QueryError, match=f"query '{name}'"):
        query_batch(batch)


@every_case("batch", [[], "x", None, 7])
def test_a_batch_that_is_not_an_object_is_refused(batch: object) -> None:
    with pytest.raises(QueryError, match="not an object"):
        query_batch(batch)


def test_batches_and_results_have_limits() -> None:
    full = {str(n): {"query": "x"} for n in range(MOST_QUERIES)}
    assert len(query_batch(full)) == MOST_QUERIES
    with pytest.raises(QueryError, match=f"{MOST_QUERIES + 1} queries"):
        query_batch({**full, "one more": {"query": "x"}})
    one = result_batch(small_reconciler(), {"q": {"query": "Van Naam", "limit": 1}})
    assert len(one["q"]["result"]) == 1
    (query,) = query_batch({"q": {"query": "x", "limit": 1e9}}).values()
    assert query.limit == 100


@pytest.mark.parametrize(("strictness", "count"), [("any", 1), ("should", 1), ("all", 0)])
def test_nothing_has_all_of_two_types(strictness: str, count: int) -> None:
    query = {"query": "ABC", "type": ["party", "case"], "type_strict": strictness}
    assert len(result_batch(small_reconciler(), {"q": query})["q"]["result"]) == count


def test_several_values_of_a_property_leave_nothing_certain() -> None:
    properties = [{"pid": "party", "v": ["ABC", "XYZ"]}, {"pid": "day", "v": DAY}]
    query = {"query": "Eerste-Tweede", "properties": properties}
    (first, *_) = result_batch(small_reconciler(), {"q": query})["q"]["result"]
    assert (first["match"], first["name"]) == (False, "Ine Eerste-Tweede")
