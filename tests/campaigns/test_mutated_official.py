"""A small round of the campaign on official papers, and its mutants."""

from random import Random

import pytest

from tests.campaigns import mutated_official
from tests.campaigns.official_mutators import CHANGES, official_mutant


@pytest.mark.long
def test_a_changed_paper_is_held_back_or_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutated_official.main(["4", "20261129"]) == 0, capsys.readouterr().out


@pytest.mark.long
def test_many_changed_papers_are_held_back_or_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutated_official.main(["200", "2"]) == 0, capsys.readouterr().out


def test_a_seed_draws_the_same_mutants_again() -> None:
    paper = mutated_official.originals()[0].encode()
    drawn, again = ([official_mutant(paper, Random(seed)) for seed in range(40)] for _ in range(2))
    assert drawn == again
    assert len(set(drawn)) > 2 * len(CHANGES)


def test_each_paper_has_a_number_and_a_day_of_its_own() -> None:
    for paper in mutated_official.originals():
        one, other = (mutated_official.numbered_paper(paper, number) for number in (1, 2))
        assert one != other
        assert 'isodatum="2000-01-02">2 januari 2000<' in one or "2 januari 2000" in one
        assert mutated_official.numbered_paper(other, 1) == one


@pytest.mark.long
def test_the_campaign_finds_a_text_that_the_audit_does_not_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kv2rdf.audit.official.parts._PARTS", ("vraag",))
    monkeypatch.setattr(mutated_official, "official_mutant", lambda paper, _draw: paper)
    assert mutated_official.main(["3", "1"]) == 1
    assert "losses: " in capsys.readouterr().out
