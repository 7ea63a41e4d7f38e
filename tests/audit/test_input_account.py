"""Every input is accounted for: audited, held back, not read, of another kind, or a fault."""

import shutil
from pathlib import Path

from tests import kvr_document
from tests.audit.trial import GOLDEN, audit
from tests.conftest import ROOT, build_quietly


def test_every_input_is_audited_held_back_not_read_or_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "KVR2.xml").write_text(kvr_document.document(), encoding="utf-8")
    (tmp_path / "broken.xml").write_text("<kvr>")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    shutil.copy(ROOT / "seeds" / "kamervragen" / "2022Z00634.txt", tmp_path)
    documents = sorted(tmp_path.iterdir())
    build_quietly(tmp_path / "out", *documents)
    account = audit(tmp_path / "out", *documents).account
    assert (len(account.audited), account.held_back, account.not_read) == (1, 1, 1)
    assert (account.other_kind, account.inputs, account.unaccounted) == (1, 4, [])


def test_two_documents_of_one_name_and_one_with_a_long_name_are_found(tmp_path: Path) -> None:
    other = kvr_document.document(
        record=kvr_document.items(Vindplaats=kvr_document.PLACE.replace("1262", "1263"))
    )
    third = other.replace("1263", "1264")
    for name, xml in (("a/KVR1", kvr_document.document()), ("b/KVR1", other), ("K" * 70, third)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.xml").write_text(xml, encoding="utf-8")
    sources = sorted(tmp_path.iterdir())
    build_quietly(tmp_path / "out", *sources)
    told = audit(tmp_path / "out", *sources)
    assert len(told.account.audited) + told.account.held_back == told.account.inputs == 3
    assert told.account.unaccounted == []
    assert not told.faulty


def test_an_input_that_is_nowhere_is_a_fault(small: Path, tmp_path: Path) -> None:
    (tmp_path / "KVR2.xml").write_text(kvr_document.document(), encoding="utf-8")
    more = audit(small / "out", small / "in", tmp_path)
    assert more.account.unaccounted == ["KVR2.xml"]
    assert more.faulty
    assert not audit(small / "out", small / "in", tmp_path, limit=1).faulty


def test_a_release_of_more_than_the_input_is_a_fault(golden: Path) -> None:
    told = audit(golden, *GOLDEN[1:])
    assert told.account.unaccounted == [
        f"report.json tells of {len(GOLDEN)} documents, and {len(GOLDEN) - 1} are found"
    ]
    assert told.faulty
