"""The totals of an audit, and how much of each result is in its summary."""

from dataclasses import asdict, replace

import pytest

from kv2rdf.audit.input_fates import InputFates
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.report import summary_lines
from kv2rdf.audit.results import Audit, CharacterCounts, ResultCollector, ResultKind


def audit_of(*texts: str) -> Audit:
    """Return an audit that found a loss of each of these texts, at "place 1" and so on."""
    collector = ResultCollector()
    for number, text in enumerate(texts, start=1):
        collector.add(ResultKind.LOSS, "KVR1.xml", f"place {number}", text)
    return collector.audit(OUTCOMES)


OUTCOMES = InputFates(inputs=1, audited={}, held_back=0, not_read=0, other_kind=0, unaccounted=[])


def losses_shown(*texts: str) -> list[str]:
    """Return the losses in the summary of an audit that found them."""
    lines = summary_lines(audit_of(*texts))
    return [line.rpartition(": ")[2] for line in lines if line.startswith("  ")]


def test_each_count_of_characters_is_added_to_its_own_total() -> None:
    one = CharacterCounts(texts=1, preserved=2, in_findings=3, copies=4, lost=5)
    other = CharacterCounts(texts=10, preserved=20, in_findings=30, copies=40, lost=50)
    both = CharacterCounts(texts=11, preserved=22, in_findings=33, copies=44, lost=55)
    assert one + other == both
    assert both.characters == 22 + 33 + 44 + 55
    collector = ResultCollector()
    for field, comparison, counts in (
        ("a", Comparison.PROSE, one), ("b", Comparison.PROSE, other), ("b", Comparison.DATE, one)
    ):  # fmt: skip
        collector.fields[field, comparison].update(asdict(counts))
    audit = collector.audit(OUTCOMES)
    assert (audit.total(prose=True), audit.total(prose=False)) == (both, one)


def test_a_summary_shows_three_results_of_each_kind() -> None:
    assert losses_shown("a", "b", "c") == ["a", "b", "c"]
    assert losses_shown("a", "b", "c", "d") == ["a", "b", "c"]


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, f"{'x' * 60}…")])
def test_a_summary_shows_60_characters_of_a_text(length: int, shown: str) -> None:
    assert losses_shown("x" * length) == [shown]


def test_a_summary_names_documents_that_are_unaccounted_for() -> None:
    outcomes = replace(OUTCOMES, unaccounted=["KVR1.xml", "KVR2.xml"])
    first, *others = summary_lines(ResultCollector().audit(outcomes))
    assert first.endswith(" 2 unaccounted for)")
    assert others[:3] == [
        "  unaccounted for: KVR1.xml",
        "  unaccounted for: KVR2.xml",
        "  the release must have been built from the same documents, with the same --limit",
    ]
    assert not any("--limit" in line for line in summary_lines(audit_of("a")))
