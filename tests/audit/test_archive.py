"""Real documents, audited: a release of some hundreds of them, of each kind."""

import gzip
import re
import shutil
import tarfile
from collections import Counter
from pathlib import Path

import pytest

from kv2rdf.audit import audited
from kv2rdf.audit.tally import Kind
from tests.conftest import build_quietly

KINDS = ("KVR", "SG_KVR", "V")
OF_EACH = 100


@pytest.fixture(scope="module")
def sample(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents of each kind, spread over the archive."""
    folder = tmp_path_factory.mktemp("sample")
    with tarfile.open(corpus / "kvr-xml.tar.xz") as archive:
        by_kind: dict[str, list[tarfile.TarInfo]] = {kind: [] for kind in KINDS}
        for entry in archive:
            if known := re.search(r"(SG_KVR|KVR|V)[0-9]\w*\.xml$", entry.name):
                by_kind[known[1]].append(entry)
        chosen = {
            entry.name
            for entries in by_kind.values()
            for entry in entries[:: len(entries) // OF_EACH][:OF_EACH]
        }
    with tarfile.open(corpus / "kvr-xml.tar.xz") as archive:
        for entry in archive:
            if entry.name in chosen and (stream := archive.extractfile(entry)) is not None:
                (folder / Path(entry.name).name).write_bytes(stream.read())
    return folder


@pytest.fixture(scope="module")
def release(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the sample."""
    out = tmp_path_factory.mktemp("sample") / "release"
    build_quietly(out, sample)
    return out


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
    sample: Path, release: Path, tmp_path: Path
) -> None:
    shutil.copy(release / "report.json", tmp_path)
    gone = without_a_word(release / "kamervragen.nq.gz", tmp_path / "kamervragen.nq.gz")
    told = audited(tmp_path, [sample], None, lambda _done, _all: None)
    assert gone > 100
    assert told.total(prose=True).lost >= gone * 0.97  # what another print has is not lost


@pytest.mark.corpus
def test_real_documents_lose_no_text(sample: Path, release: Path) -> None:
    told = audited(release, [sample], None, lambda _done, _all: None)
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
