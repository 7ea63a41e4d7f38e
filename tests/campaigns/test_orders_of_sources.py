"""A small round of the campaign on pairs of real documents, and the faults that it counts."""

from collections import Counter

import pytest

from kv2rdf.rdf.terms import Iri
from tests.addresses.orders_of_sources import Outcome, build, compare
from tests.campaigns import orders_of_sources
from tests.kvr_document import document
from tests.papers import read_papers

ONE = read_papers(document(), "KVR1.xml")
OTHER = read_papers(document(answers='<antwoord nummer="1 en 2">Ja.</antwoord>'), "KVR2.xml")


@pytest.mark.long
@pytest.mark.corpus
def test_a_small_round_of_the_campaign_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert orders_of_sources.main(["60", "16"]) == 0
    assert "60 pairs" in capsys.readouterr().out


def test_too_few_pairs_are_a_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [f"KVR{number}.xml" for number in range(200)]
    monkeypatch.setattr("kv2rdf.sources.input.documents.list_documents", lambda _: ids)
    monkeypatch.setattr(orders_of_sources, "read_corpus", lambda _, ids: {ids[0]: ONE})
    assert orders_of_sources.main(["2", "1"]) == 1
    assert "\nonly 0 pairs were found in 100 documents\n" in capsys.readouterr().out


def test_documents_with_a_key_in_common_are_a_pair() -> None:
    apart = read_papers(
        document()
        .replace("2040509430", "2040509999")
        .replace("1262", "1300")
        .replace("het bericht", "de kwestie")
        .replace("Zo ja, en dan", "Wat nu")
        .replace("over het weer", "over de wind"),
        "KVR3.xml",
    )
    papers = {"KVR1.xml": ONE, "KVR2.xml": OTHER, "KVR3.xml": apart}
    assert orders_of_sources.related_pairs(papers) == {("KVR1.xml", "KVR2.xml")}


def test_the_outcome_of_a_pair_counts_both_orders() -> None:
    outcome = orders_of_sources.outcome_of(ONE, OTHER)
    assert outcome.faults == []
    assert outcome.counts["kept"] > 30
    assert outcome.counts["aliased"] == 1


def test_an_address_that_identifies_another_thing_or_is_gone_is_a_fault() -> None:
    first = build(ONE)
    kept, second, question = (
        next(address for address in first.facts if address.endswith(end))
        for end in ("/antwoord/1", "/antwoord/2", "/vraag/1")
    )
    facts = {a: about for a, about in first.facts.items() if a != second}
    facts[question] = first.facts[kept]
    outcome = Outcome(Counter(), [])
    compare(first, first._replace(facts=facts), outcome)
    assert outcome.faults == [f"wrong: {question}", f"vanished though stable: {second}"]
    outcome = Outcome()
    compare(first, first._replace(facts=facts, replaced={second: (kept,)}), outcome)
    assert outcome.faults == [f"wrong: {question}"]
    outcome = Outcome()
    compare(
        first, first._replace(facts=facts, replaced={second: (Iri(f"{second}-gone"),)}), outcome
    )
    assert outcome.faults == [f"wrong: {question}", f"led nowhere: {second}"]
