"""Real documents, audited: a release of some hundreds of them, of each kind."""

import re
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


@pytest.mark.corpus
def test_real_documents_lose_no_text(sample: Path, tmp_path: Path) -> None:
    outcome = build_quietly(tmp_path / "release", sample)
    told = audited(tmp_path / "release", [sample], None, lambda _done, _all: None)
    account = told.account
    assert account.inputs == outcome.found == len(KINDS) * OF_EACH
    assert len(account.audited) == outcome.published > 200
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
