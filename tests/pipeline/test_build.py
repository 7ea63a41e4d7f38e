"""A build. The same input results in the same bytes, and no document is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kv2rdf.pipeline import two_passes
from kv2rdf.pipeline.passes import build_clusters
from kv2rdf.pipeline.passes.build_clusters import CLUSTERS_PER_CHUNK
from kv2rdf.release import verify
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items
from tests.release_digest import digest
from tests.requirements import CORPUS
from tests.seed_pages import page_numbered

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Enough documents for several chunks in both passes, some of them broken."""
    folder = tmp_path_factory.mktemp("documents")
    for number in range(1, 11):
        (folder / f"2022Z{number:05}.txt").write_text(page_numbered(number), encoding="utf-8")
    for number in range(1, 151):  # No case is made from these documents.
        (folder / f"AH{number:05}.pdf").write_bytes(b"%PDF-1.7 " + str(number).encode())
    for number in range(1, 61):
        vindplaats = f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer"
        title = f"Vragen over markt {number}. (Ingezonden 5 februari 2005); Antwoord"
        record = items(
            Vindplaats=vindplaats, Bibliografische_omschrijving=title, Vraagnr_bij_indiening=None
        )
        (folder / f"KVR{number:05}.xml").write_text(document(record=record), encoding="utf-8")
    (folder / "broken.xml").write_text("<kvr>")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    return [*sorted(folder.iterdir()), *GOLDEN]


def build_in_process(out: Path, sources: list[Path], workers: int, hash_seed: str) -> Path:
    command = [sys.executable, "-m", "kv2rdf", "build"]
    command += ["--out", str(out), "--workers", str(workers), *map(str, sources)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    process = subprocess.run(command, env=environment, check=False)
    assert process.returncode == 1  # Some documents are held back.
    return out.resolve()


def test_order_and_chunks_make_no_difference(
    tmp_path: Path, documents: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long test has chunks of the real size, and workers with other hash seeds."""
    monkeypatch.setattr(build_clusters, "CLUSTERS_PER_CHUNK", 2)
    monkeypatch.setattr(two_passes, "_DOCUMENTS_PER_CHUNK", 3)
    pages = [path for path in documents if path.suffix == ".txt"]
    some = [*pages[:2], documents[0].with_name("broken.xml"), *GOLDEN[:4]]
    assert build_quietly(tmp_path / "a", *some).clusters > 2 * 2
    monkeypatch.undo()
    build_quietly(tmp_path / "b", *some[::-1])
    assert digest((tmp_path / "a").resolve()) == digest((tmp_path / "b").resolve())


@pytest.mark.long
def test_order_workers_and_hash_seed_make_no_difference(
    tmp_path: Path, documents: list[Path]
) -> None:
    assert len(documents) > 200  # A chunk contains at most 200 documents.
    first = digest(build_in_process(tmp_path / "a", documents, 1, "0"))
    chunks = len([name for name in first if name.startswith("dossiers/")]) / CLUSTERS_PER_CHUNK
    assert chunks > 2
    other_order = documents[100::-1] + documents[:100:-1]
    assert digest(build_in_process(tmp_path / "b", other_order, 2, "random")) == first


@pytest.mark.long
def test_every_document_is_published_held_back_or_not_read(
    tmp_path: Path, documents: list[Path]
) -> None:
    bad = [path for path in documents if path.name in {"broken.xml", "paper.pdf"}]
    result = build_quietly(tmp_path / "release", *bad, *GOLDEN[:58])
    report = json.loads((tmp_path / "release" / "report.json").read_text())
    rows = report["documents"].values()
    for row in rows:
        assert row["found"] == row["published"] + row["held_back"] + row["not_read"]
    assert sum(row["found"] for row in rows) == result.documents_found == 60
    assert {held["document"] for held in report["held_back"]} == {
        held.id for held in result.held_back
    }
    assert [row["document"] for row in report["not_read"]] == ["paper.pdf"]
    assert list(verify.release_problems(ReleaseFiles(tmp_path / "release"))) == []


def test_a_limit_takes_the_first_by_id(tmp_path: Path) -> None:
    result = build_quietly(tmp_path / "release", *GOLDEN, limit=3)
    assert result.documents_found == 3
    lines = dump.dump_lines(tmp_path / "release" / "kamervragen.nq.gz")
    sources = {line.split(">")[0] for line in lines if "/bron/" in line.split(">")[0]}
    assert len(sources) == 3


def test_a_case_that_violates_a_shape_is_held_back_with_the_results(tmp_path: Path) -> None:
    """An answer dated before its question is a misprint in the source; it is not published."""
    early = tmp_path / "2022Z00634.txt"
    page = SEED.read_text(encoding="utf-8")
    early.write_text(page.replace("Ingediend 18 januari 2022", "Ingediend 18 maart 2022"), "utf-8")
    result = build_quietly(tmp_path / "release", early, GOLDEN[0])
    (held,) = result.held_back
    assert held.id == "2022Z00634.txt"
    assert "Nothing happens in a case before its questions are tabled" in held.reason
    quarantine = tmp_path / "release" / "quarantine"
    assert sorted(path.name for path in quarantine.iterdir()) == [
        "2022Z00634.txt.json",
        "2022Z00634.txt.ttl",
    ]
    assert "sh:resultSeverity sh:Violation" in (quarantine / "2022Z00634.txt.ttl").read_text()
    assert not (tmp_path / "release" / "dossiers" / "2022").exists()


@pytest.mark.long
def test_pyshacl_alone_builds_the_same_release(tmp_path: Path) -> None:
    build_quietly(tmp_path / "fast", GOLDEN[0], SEED)
    build_quietly(tmp_path / "slow", GOLDEN[0], SEED, engine="pyshacl")
    assert digest((tmp_path / "fast").resolve()) == digest((tmp_path / "slow").resolve())


@pytest.mark.corpus
@pytest.mark.long
def test_95_percent_of_1000_real_documents_are_published(tmp_path: Path) -> None:
    out = tmp_path / "release"
    archive = CORPUS / "kvr-xml.tar.xz"
    result = build_quietly(out, archive, limit=1000, workers=2)
    assert result.documents_found == 1000
    assert result.documents_published >= 950
    assert result.documents_published + len({held.id for held in result.held_back}) == 1000
    assert all(held.reason and held.location for held in result.held_back)
    assert list(verify.release_problems(ReleaseFiles(out))) == []
