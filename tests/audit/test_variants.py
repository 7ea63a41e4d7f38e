"""Documents that nobody has seen: whatever is changed in one, it is held back or whole."""

import json
from pathlib import Path
from random import Random

import pytest

from kv2rdf.audit.matching.spans import LEAST
from kv2rdf.audit.results import Kind
from tests.audit.trial import GOLDEN, audit
from tests.conftest import build_quietly
from tests.kvr_variants import varied

FEW, MANY = range(2), range(2, 60)
ALONE = [path for path in GOLDEN if len(list(path.parent.glob("*.xml"))) == 1]
"""Of two prints of one text one may stand, so that not all of the other is there."""


def is_held_back_or_whole(folder: Path, nth: int) -> None:
    """Change each golden document, publish what can be, and compare."""
    source, out = folder / "in", folder / "out"
    source.mkdir()
    for path in ALONE:
        chance = Random(f"{nth} {path.name}")
        (source / path.name).write_bytes(varied(path.read_bytes(), chance))
    build_quietly(out, source)
    told = audit(out, source)
    assert told.account.unaccounted == []
    assert len(told.account.audited) + told.account.held_back == len(ALONE)
    assert len(told.account.audited) > len(ALONE) // 2
    assert told.remarks[Kind.UNKNOWN] == ()
    assert [lost for lost in told.remarks[Kind.LOSS] if len(lost.words) >= LEAST] == []
    for held in (out / "quarantine").glob("*.json"):
        reason = json.loads(held.read_text(encoding="utf-8"))["reason"]
        assert len(reason) > 10


@pytest.mark.parametrize("nth", FEW)
def test_a_changed_document_is_held_back_or_whole(tmp_path: Path, nth: int) -> None:
    is_held_back_or_whole(tmp_path, nth)


@pytest.mark.long
@pytest.mark.parametrize("nth", MANY)
def test_many_changed_documents_are_held_back_or_whole(tmp_path: Path, nth: int) -> None:
    is_held_back_or_whole(tmp_path, nth)
