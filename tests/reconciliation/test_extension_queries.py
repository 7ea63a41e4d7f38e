"""Data extension queries that are malformed, and proposals of properties."""

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension_properties import PROPERTIES, proposed_properties
from kv2rdf.reconciliation.extension_queries import MOST_THINGS, extension_query
from tests.every_case import every_case
from tests.reconciliation import schemas
from tests.reconciliation.schemas import check


@every_case(("query", "problem"), [
    ([], "is not an object"), (None, "is not an object"), ({"properties": []}, "'ids' is not"),
    ({"ids": "x", "properties": []}, "'ids' is not"),
    ({"ids": [7], "properties": []}, "'ids' is not"), ({"ids": []}, "'properties' is not"),
    ({"ids": [], "properties": {"id": "party"}}, "'properties' is not"),
    ({"ids": [], "properties": ["party"]}, "has no 'id'"),
    ({"ids": [], "properties": [{"id": 7}]}, "has no 'id'"),
    ({"ids": [], "properties": [{"id": "shoe size"}]}, "no property 'shoe size'"),
    ({"ids": [], "properties": [{"id": "party"}] * 2}, "'party' is requested twice"),
    ({"ids": [], "properties": [{"id": "party", "settings": []}]}, "are not an object"),
    *(({"ids": [], "properties": [{"id": "party", "settings": settings}]}, problem)
      for settings, problem in (
        ({"colour": 1}, "no setting 'colour'"), ({"day": "1 mei"}, "'day' must be"),
        ({"day": 2022}, "'day' must be"), ({"day": "2022-02-30"}, "'day' must be"),
        ({"limit": 0}, "'limit' must be"), ({"limit": -1}, "'limit' must be"),
        ({"limit": 1.5}, "'limit' must be"), ({"limit": True}, "'limit' must be"),
        ({"limit": "few"}, "'limit' must be"), ({"limit": []}, "'limit' must be"),
        ({"limit": float("inf")}, "'limit' must be"), ({"limit": "0"}, "'limit' must be"),
        ({"limit": "²"}, "'limit' must be"), ({"limit": 100_000.4}, "'limit' must be"),
        ({"limit": float("nan")}, "'limit' must be"), ({"limit": -(10**30)}, "'limit' must be"),
    )),
])  # fmt: skip
def test_a_malformed_query_is_reported_in_one_line(query: object, problem: str) -> None:
    with pytest.raises(QueryError, match=problem) as refused:
        extension_query(query)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "limit"),
    [(None, None), ("", None), (7, 7), (7.0, 7), ("7", 7), ("007", 7), (1_000_000, 1_000_000),
     ("1000000", 1_000_000), (10**400, 999_999_999), (1e300, 999_999_999),
     ("9" * 101, 999_999_999)],
    ids=str,
)  # fmt: skip
def test_a_limit_is_a_number_or_its_digits(given: object, limit: int | None) -> None:
    asked = {"ids": [], "properties": [{"id": "party", "settings": {"limit": given}}]}
    assert extension_query(asked).wanted[0].limit == limit


def test_a_query_asks_about_a_limited_number_of_things() -> None:
    assert len(extension_query({"ids": ["x"] * MOST_THINGS, "properties": []}).ids) == 1
    with pytest.raises(QueryError, match="1,001 identifiers; 1,000 are allowed"):
        extension_query({"ids": ["x"] * (MOST_THINGS + 1), "properties": []})


def test_properties_are_proposed_for_a_type() -> None:
    for kind in ("", *EntityType, "planet"):
        proposal = proposed_properties(kind)
        check(proposal, schemas.PROPERTY_PROPOSAL)
        assert bool(proposal["properties"]) is (kind != "planet")
    assert len(proposed_properties("")["properties"]) == len(PROPERTIES)
    few = proposed_properties("person", "2")
    check(few, schemas.PROPERTY_PROPOSAL)
    assert (len(few["properties"]), few["limit"], few["type"]) == (2, 2, "person")
    for limit in ("0", "-1", "two", "1.5", "²", "9" * 5_000):
        with pytest.raises(QueryError, match="'limit' must be a positive integer"):
            proposed_properties("person", limit)
