"""A small round of the campaign of damaged archives."""

from pathlib import Path

import pytest

from tests.campaigns import damaged_archives
from tests.campaigns.archive_outcomes import archive_outcomes
from tests.packed_archives import tarred


@pytest.mark.long
def test_no_document_is_lost_in_a_damaged_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert damaged_archives.main(["4", "20261128"]) == 0
    assert "'.zip cut off': 4, 'faults': 0}" in capsys.readouterr().out


@pytest.mark.long
def test_the_audit_agrees_on_mutants(capsys: pytest.CaptureFixture[str]) -> None:
    assert damaged_archives.main(["60", "20261128", "--mutants"]) == 0
    assert "'faults': 0}" in capsys.readouterr().out


@pytest.mark.long
def test_no_document_is_lost_in_many_damaged_archives() -> None:
    assert damaged_archives.main(["50", "1"]) == 0
    assert damaged_archives.main(["1000", "1", "--mutants"]) == 0


def test_the_campaign_finds_a_lost_document(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred({"KVR1.xml": b"<a/>"}))
    outcomes = archive_outcomes(tmp_path / "a.tar")
    assert list(outcomes.losses({"KVR1.xml": b"<a/>"})) == []
    assert list(outcomes.losses({"KVR2.xml": b""})) == [
        "the reader loses KVR2.xml",
        "the audit loses KVR2.xml",
    ]
    assert list(outcomes.changes({"KVR1.xml": b"<b/>"})) == ["the reader changes KVR1.xml"]


@pytest.mark.long
def test_the_command_loses_no_document_in_a_damaged_archive() -> None:
    assert damaged_archives.main(["3", "1", "--command"]) == 0
