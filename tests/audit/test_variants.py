"""Randomly changed documents: each is held back, or published without a loss."""

import json
from pathlib import Path
from random import Random

import pytest

from kv2rdf.audit.matching.spans import MIN_BLOCK
from kv2rdf.audit.results import ResultKind
from tests.audit.sample_audits import GOLDEN, audit
from tests.conftest import build_quietly
from tests.kvr_variants import changed_document

FEW, MANY = range(2), range(2, 60)
SINGLE = [path for path in GOLDEN if len(list(path.parent.glob("*.xml"))) == 1]
"""Documents that are alone in their case. Of two versions of a text only one is published."""


def check_variants(folder: Path, nth: int) -> None:
    """Change each golden document, build a release of them, and audit it."""
    source, out = folder / "in", folder / "out"
    source.mkdir()
    for path in SINGLE:
        chance = Random(f"{nth} {path.name}")
        (source / path.name).write_bytes(changed_document(path.read_bytes(), chance))
    build_quietly(out, source)
    found = audit(out, source)
    assert found.outcomes.unaccounted == []
    assert len(found.outcomes.audited) + found.outcomes.held_back == len(SINGLE)
    assert len(found.outcomes.audited) > len(SINGLE) // 2
    assert found.results[ResultKind.UNKNOWN_FIELD] == ()
    assert [loss for loss in found.results[ResultKind.LOSS] if len(loss.text) >= MIN_BLOCK] == []
    for held in (out / "quarantine").glob("*.json"):
        reason = json.loads(held.read_text(encoding="utf-8"))["reason"]
        assert len(reason) > 10


@pytest.mark.parametrize("nth", FEW)
def test_a_changed_document_is_held_back_or_complete(tmp_path: Path, nth: int) -> None:
    check_variants(tmp_path, nth)


@pytest.mark.long
@pytest.mark.parametrize("nth", MANY)
def test_many_changed_documents_are_held_back_or_complete(tmp_path: Path, nth: int) -> None:
    check_variants(tmp_path, nth)
