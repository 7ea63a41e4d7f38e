"""Cases, found by their identifiers and by the words of their titles."""

import pytest

from kv2rdf.reconciliation.queries import ReconciliationQuery
from kv2rdf.reconciliation.reconciler import Reconciler
from tests.every_case import every_case

CASE = "https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634"


def found(loaded: Reconciler, text: str, *types: str) -> list[tuple[str, bool]]:
    query = ReconciliationQuery(text=text, types=types)
    return [(one.entity.address, one.is_certain) for one in loaded.result(query)]


@pytest.mark.parametrize("text", ["2022Z00634", "ah-tk-20212022-1881", CASE])
def test_a_case_is_certain_by_an_identifier(loaded: Reconciler, text: str) -> None:
    assert found(loaded, text) == found(loaded, text, "case") == [(CASE, True)]
    assert found(loaded, text, "person") == []


@every_case("text", ["2022Z00635", "2022Z00634 ", f"{CASE}> }} #", f"{CASE}/x", "20"])
def test_what_is_not_an_identifier_is_not_certain(loaded: Reconciler, text: str) -> None:
    assert not any(is_certain for _, is_certain in found(loaded, text, "case"))


@pytest.mark.parametrize("text", ["geweld", "GEWELD  geweld", "Geweld, het bericht"])
def test_a_title_is_a_candidate_if_it_has_all_words(loaded: Reconciler, text: str) -> None:
    assert (CASE, False) in found(loaded, text, "case")
    assert (CASE, False) not in found(loaded, f"{text} zebra", "case")
    assert (CASE, False) not in found(loaded, text, "person", "party")


def test_repeated_words_do_not_make_a_title_more_similar(loaded: Reconciler) -> None:
    scores = {
        one.score
        for text in ("geweld", "geweld " * 100)
        for one in loaded.result(ReconciliationQuery(text=text, types=("case",)))
    }
    assert scores == {30.0}
