"""A small round of the campaign on official metadata, and its mutants."""

from random import Random

import pytest

from tests.campaigns import mutated_metadata
from tests.campaigns.metadata_mutators import CHANGES, metadata_mutant


@pytest.mark.long
def test_changed_metadata_are_held_back_or_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutated_metadata.main(["120", "20261129"]) == 0, capsys.readouterr().out


def test_a_seed_draws_the_same_mutants_again() -> None:
    xml = mutated_metadata.originals()[0].encode()
    drawn, again = ([metadata_mutant(xml, Random(seed)) for seed in range(40)] for _ in range(2))
    assert drawn == again
    assert len(set(drawn)) > 2 * len(CHANGES)


def test_metadata_get_numbers_of_their_own() -> None:
    for xml in mutated_metadata.originals():
        one, other = (mutated_metadata.numbered_metadata(xml, number) for number in (1, 2))
        assert one != other or "kv-ek-" in xml
        assert mutated_metadata.numbered_metadata(other, 1) == one


@pytest.mark.long
def test_the_campaign_finds_a_fact_that_is_not_in_the_graph(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "kv2rdf.linking.documents.question_document.report_metadata_differences", lambda *_: []
    )
    assert mutated_metadata.main(["60", "1"]) == 1
    assert "losses: " in capsys.readouterr().out
