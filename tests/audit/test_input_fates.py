"""Every input is audited, held back or not read; anything else is a fault."""

import shutil
from pathlib import Path

import pytest

from tests import kvr_document
from tests.audit.sample_audits import audit
from tests.conftest import ROOT, build_quietly


def test_every_input_is_audited_held_back_or_not_read(tmp_path: Path) -> None:
    (tmp_path / "KVR2.xml").write_text(kvr_document.document(), encoding="utf-8")
    (tmp_path / "broken.xml").write_text("<kvr>")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    shutil.copy(ROOT / "seeds" / "kamervragen" / "2022Z00634.txt", tmp_path)
    documents = sorted(tmp_path.iterdir())
    build_quietly(tmp_path / "out", *documents)
    outcomes = audit(tmp_path / "out", *documents).fates
    assert (len(outcomes.audited), outcomes.held_back, outcomes.not_read) == (2, 1, 1)
    assert (outcomes.other_kind, outcomes.inputs, outcomes.unaccounted) == (0, 4, [])


@pytest.mark.long
def test_documents_with_the_same_name_or_a_long_name_are_found(tmp_path: Path) -> None:
    other = kvr_document.document(
        record=kvr_document.items(Vindplaats=kvr_document.PLACE.replace("1262", "1263"))
    )
    third = other.replace("1263", "1264")
    for name, xml in (("a/KVR1", kvr_document.document()), ("b/KVR1", other), ("K" * 70, third)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.xml").write_text(xml, encoding="utf-8")
    sources = sorted(tmp_path.iterdir())
    build_quietly(tmp_path / "out", *sources)
    found = audit(tmp_path / "out", *sources)
    assert len(found.fates.audited) + found.fates.held_back == found.fates.inputs == 3
    assert found.fates.unaccounted == []
    assert not found.has_faults


def test_an_input_without_a_trace_is_a_fault(small: Path, tmp_path: Path) -> None:
    (tmp_path / "KVR2.xml").write_text(kvr_document.document(), encoding="utf-8")
    found = audit(small / "out", small / "in", tmp_path)
    assert found.fates.unaccounted == ["KVR2.xml"]
    assert found.has_faults
    assert not audit(small / "out", small / "in", tmp_path, limit=1).has_faults


def test_a_release_of_more_documents_than_the_input_is_a_fault(small: Path, tmp_path: Path) -> None:
    found = audit(small / "out", tmp_path)
    assert found.fates.unaccounted == ["report.json counts 1 documents, but 0 were found"]
    assert found.has_faults
