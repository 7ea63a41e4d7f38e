"""An audit of a release of a few hundred real documents of each kind."""

import gzip
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kv2rdf.audit.results import ResultKind
from tests.audit.sample_audits import audit
from tests.real_documents import KINDS, PER_KIND


def drop_words(dump: Path, copy: Path) -> int:
    """Drop a word in the middle of every fortieth text; return how many characters were dropped."""
    dropped, texts, lines = 0, 0, []
    for line in gzip.decompress(dump.read_bytes()).decode().splitlines(keepends=True):
        words = line.split(" ")
        if "#text>" in words[1] and len(words) > 12 and (texts := texts + 1) % 40 == 0:
            word = words.pop(len(words) // 2)
            dropped += len(word.replace("\\n", "").replace("\\", ""))
        lines.append(" ".join(words))
    copy.write_bytes(gzip.compress("".join(lines).encode()))
    return dropped


@pytest.mark.corpus
@pytest.mark.long
def test_words_dropped_from_real_documents_are_lost(
    sample: Path, real_release: Path, tmp_path: Path
) -> None:
    shutil.copy(real_release / "report.json", tmp_path)
    dropped = drop_words(real_release / "kamervragen.nq.gz", tmp_path / "kamervragen.nq.gz")
    found = audit(tmp_path, sample)
    assert dropped > 100
    # Text that another version contains is not lost.
    assert found.total(prose=True).lost >= dropped * 0.97


@pytest.mark.corpus
@pytest.mark.long
def test_real_documents_lose_no_text(sample: Path, real_release: Path) -> None:
    found = audit(real_release, sample)
    outcomes = found.fates
    assert outcomes.inputs == len(KINDS) * PER_KIND
    assert len(outcomes.audited) > 200
    assert outcomes.inputs == len(outcomes.audited) + outcomes.held_back
    assert outcomes.unaccounted == []
    kinds = Counter(re.sub(r"[0-9].*", "", d.name) for d in outcomes.audited.values())
    assert set(kinds) == set(KINDS)
    prose = found.total(prose=True)
    assert prose.characters > 400_000
    assert found.results[ResultKind.LOSS] == ()
    assert found.results[ResultKind.UNKNOWN_FIELD] == ()
    assert found.results[ResultKind.ADDED_FACT] == ()
    assert all(
        result.text in "}]'" for result in found.results[ResultKind.ADDITION]
    )  # scanned as these instead of )
