"""The manifest and the suggestions, validated against schemas of the specification."""

from typing import Any

import jsonschema
import pytest

from kv2rdf.errors import QueryError
from kv2rdf.reconciliation.circumstances import QueryProperty
from kv2rdf.reconciliation.extension_properties import PropertyId
from kv2rdf.reconciliation.manifest import service_manifest
from kv2rdf.reconciliation.reconciler import Reconciler
from kv2rdf.reconciliation.suggestions import (
    MOST_SUGGESTIONS,
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from tests.reconciliation import schemas
from tests.reconciliation.schemas import check
from tests.reconciliation.small_register import small_reconciler


def names(response: dict[str, Any]) -> list[str]:
    return [one["name"] for one in response["result"]]


def test_the_manifest_is_as_the_specification_says() -> None:
    manifest = service_manifest("https://example.org/reconcile", "https://example.org")
    check(manifest, schemas.MANIFEST)
    for key in schemas.MANIFEST["required"]:
        with pytest.raises(jsonschema.ValidationError):
            check({**manifest, key: 7}, schemas.MANIFEST)


@pytest.mark.parametrize(("prefix", "expected"), [
    ("van na", ["Els van Naam", "Eva van Naam"]), ("ABC", ["Alle Burgers Club"]),
    ("Q12", ["Els van Naam"]), ("https://example.org/id/partij/abc", ["Alle Burgers Club"]),
    ("Eva", ["Eva van Naam"]), ("wegg", []), ("", []), ("!", []),
    ("x" * 10_000, []),
], ids=["prefix", "whole", "item", "address", "given", "hidden", "empty", "mark", "x"])  # fmt: skip
def test_an_entity_is_suggested_by_the_beginning_of_any_name(
    prefix: str, expected: list[str]
) -> None:
    response = suggested_entities(small_reconciler(), prefix)
    check(response, schemas.SUGGESTED_ENTITIES)
    assert sorted(names(response)) == expected


def test_types_and_properties_are_suggested() -> None:
    for response in (suggested_types(""), suggested_properties(" Pa")):
        check(response, schemas.SUGGESTIONS)
    assert len(names(suggested_types(""))) == 6
    assert [one["id"] for one in suggested_types("PER")["result"]] == ["person"]
    assert names(suggested_properties(" Pa")) == ["party"]
    assert names(suggested_properties("shoe")) == []
    pages = (suggested_properties("", at)["result"] for at in (0, MOST_SUGGESTIONS))
    both = [one["id"] for page in pages for one in page]
    assert both[: len(QueryProperty)] == list(QueryProperty)
    assert sorted(both) == sorted({*QueryProperty, *PropertyId})
    assert names(suggested_properties("date of b")) == ["date of birth"]


def test_a_cursor_skips_suggestions(loaded: Reconciler) -> None:
    first, second = (names(suggested_entities(loaded, "minister", at)) for at in (0, 20))
    assert (len(first), len(second)) == (20, 20)
    assert names(suggested_entities(loaded, "minister", 1))[:19] == first[1:]
    assert names(suggested_entities(loaded, "minister", 1_000_000)) == []
    for suggest in (suggested_types, suggested_properties):
        with pytest.raises(QueryError, match="less than 0"):
            suggest("", -1)


def test_a_case_is_suggested_by_its_identifier(loaded: Reconciler) -> None:
    (only,) = suggested_entities(loaded, "2022Z00634")["result"]
    assert only["notable"][0]["id"] == "case"


def test_a_topic_is_suggested_by_the_beginning_of_its_name(loaded: Reconciler) -> None:
    found = suggested_entities(loaded, "gemeent")["result"]
    assert [one["name"] for one in found if one["notable"][0]["id"] == "topic"] == ["Gemeenten"]
