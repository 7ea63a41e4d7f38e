"""A small round of the campaign on damaged KVR documents, and the faults that it counts."""

import random

import pytest

from kv2rdf.audit.kvr import text
from tests.campaigns import two_parsers
from tests.kvr_document import document


@pytest.mark.long
def test_a_small_round_of_the_campaign_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert two_parsers.main(["20000", "15"]) == 0
    assert "read by both" in capsys.readouterr().out


def test_a_seed_draws_the_same_documents_again() -> None:
    first, second, other = (random.Random(seed) for seed in (1, 1, 2))
    drawn = [two_parsers.damaged_document(first) for _ in range(20)]
    assert drawn == [two_parsers.damaged_document(second) for _ in range(20)]
    assert drawn != [two_parsers.damaged_document(other) for _ in range(20)]


def test_a_document_that_the_audit_does_not_read_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = document().encode()
    assert two_parsers.outcome_of(content) == "read by both"
    assert two_parsers.outcome_of(content[:-3]) == "held back"
    monkeypatch.setattr(two_parsers, "field_texts", lambda _root: iter(()))
    assert two_parsers.outcome_of(content) == "read differently"
    monkeypatch.setattr(two_parsers, "kvr_root", lambda _content: None)
    assert two_parsers.outcome_of(content) == "not read by the audit"
    assert text.kvr_root(content) is not None
