"""Topics, found by their names if they are requested, or if nothing else is found."""

import pytest

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reconciliation.extension import extension_response
from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.reconciler import Reconciler

GEMEENTEN = f"{HOME}/id/thema/bestuur-gemeenten"


def found(loaded: Reconciler, text: str, *types: str) -> dict[str, bool]:
    query = ReconciliationQuery(text=text, types=types)
    return {one.entity.address: one.is_certain for one in loaded.result(query)}


@pytest.mark.parametrize(("text", "types", "is_certain"), [
    ("Gemeenten", ["topic"], True), (" GEMEENTEN ", ["topic"], True),
    ("gemeenten", ["topic", "party"], True), (GEMEENTEN, [], True),
    ("Gemeenten", [], False), ("Gemeente", ["topic"], False),
])  # fmt: skip
def test_a_topic_is_certain_only_if_topics_are_asked_for(
    loaded: Reconciler, text: str, types: list[str], *, is_certain: bool
) -> None:
    assert found(loaded, text, *types)[GEMEENTEN] is is_certain


def test_a_name_of_several_topics_is_not_certain(loaded: Reconciler) -> None:
    results = found(loaded, "Organisatie en beleid", "topic")
    assert len(results) > 1
    assert not any(results.values())


@pytest.mark.parametrize(("text", "types"), [
    ("Gemeenten", ["person", "case"]), ("Justitie en Veiligheid", []), ("CDA", []),
])  # fmt: skip
def test_no_topic_is_found_beside_other_things(
    loaded: Reconciler, text: str, types: list[str]
) -> None:
    assert not any("/thema/" in address for address in found(loaded, text, *types))


def test_a_topic_has_a_wider_topic_and_a_number_of_cases(loaded: Reconciler) -> None:
    wanted = [{"id": "wider"}, {"id": "cases"}, {"id": "wikidata"}]
    bestuur = f"{HOME}/id/thema/bestuur"
    rows = extension_response(loaded, {"ids": [GEMEENTEN, bestuur], "properties": wanted})["rows"]
    wider = [{"id": bestuur, "name": "Bestuur"}]
    assert rows[GEMEENTEN] == {"wider": wider, "cases": [{"int": 1}], "wikidata": []}
    assert rows[bestuur] == {"wider": [], "cases": [{"int": 0}], "wikidata": []}
