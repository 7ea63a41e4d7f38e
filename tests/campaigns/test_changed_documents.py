"""A small round of the campaign that changes documents, and the faults that it counts."""

from pathlib import Path

import pytest

from tests.audit.sample_audits import audit, damaged_copy
from tests.campaigns import changed_documents
from tests.conftest import ROOT, build_quietly


@pytest.mark.long
def test_many_changed_documents_are_held_back_or_complete(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert changed_documents.main(["6", "1"]) == 0, capsys.readouterr().out


@pytest.mark.long
def test_the_campaign_finds_a_fault(tmp_path: Path) -> None:
    source = ROOT / "tests" / "golden" / "mark-inside-a-sentence" / "KVR90006.xml"
    release = tmp_path / "release"
    build_quietly(release, source)
    found = audit(release, source)
    assert list(changed_documents.audit_faults(found, 1, {"a": "an element is unknown"})) == []
    assert list(changed_documents.audit_faults(found, 3, {"a": "unknown"})) == [
        "1 audited and 0 held back, of 3",
        "only 1 of 3 are published",
        "a is held back without a reason: 'unknown'",
    ]
    damaged = damaged_copy(release, tmp_path / "damaged", _without_texts)
    lost = list(changed_documents.audit_faults(audit(damaged, source), 1, {}))
    assert lost
    assert all(fault.startswith("lost: ") for fault in lost)


def _without_texts(line: str) -> str:
    return "" if "/def#text>" in line else line
