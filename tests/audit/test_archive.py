"""Real documents, audited: a release of some hundreds of them, of each kind."""

import gzip
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kv2rdf.audit import audited
from kv2rdf.audit.results import Kind
from tests.real_documents import KINDS, OF_EACH


def without_a_word(dump: Path, copy: Path) -> int:
    """Drop a word in the middle of every fortieth text; give how many characters went."""
    gone, texts, lines = 0, 0, []
    for line in gzip.decompress(dump.read_bytes()).decode().splitlines(keepends=True):
        words = line.split(" ")
        if "#text>" in words[1] and len(words) > 12 and (texts := texts + 1) % 40 == 0:
            word = words.pop(len(words) // 2)
            gone += len(word.replace("\\n", "").replace("\\", ""))
        lines.append(" ".join(words))
    copy.write_bytes(gzip.compress("".join(lines).encode()))
    return gone


@pytest.mark.corpus
def test_words_dropped_from_real_documents_are_lost(
    sample: Path, real_release: Path, tmp_path: Path
) -> None:
    shutil.copy(real_release / "report.json", tmp_path)
    gone = without_a_word(real_release / "kamervragen.nq.gz", tmp_path / "kamervragen.nq.gz")
    told = audited(tmp_path, [sample], None, lambda _done, _all: None)
    assert gone > 100
    assert told.total(prose=True).lost >= gone * 0.97  # what another print has is not lost


@pytest.mark.corpus
def test_real_documents_lose_no_text(sample: Path, real_release: Path) -> None:
    told = audited(real_release, [sample], None, lambda _done, _all: None)
    account = told.account
    assert account.inputs == len(KINDS) * OF_EACH
    assert len(account.audited) > 200
    assert account.inputs == len(account.audited) + account.held_back
    assert account.unaccounted == []
    kinds = Counter(re.sub(r"[0-9].*", "", d.name) for d in account.audited.values())
    assert set(kinds) == set(KINDS)
    prose = told.total(prose=True)
    assert prose.characters > 400_000
    assert told.remarks[Kind.LOSS] == ()
    assert told.remarks[Kind.UNKNOWN] == ()
    assert told.remarks[Kind.FACT_ADDED] == ()
    assert all(remark.words in "}]'" for remark in told.remarks[Kind.ADDITION])  # scanned for )
