"""`kv2rdf audit` and `build --audit`: output, files and exit status."""

import errno
import gzip
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kv2rdf.cli import cli
from kv2rdf.release import verify
from kv2rdf.release.files import ReleaseFiles
from tests import kvr_document
from tests.cli.commands import SEED


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "KVR1.xml"
    path.write_text(kvr_document.document(), encoding="utf-8")
    return path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_build_with_audit_prints_and_writes_the_results(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "release"
    result = run("build", source, "--out", out, "--audit")
    assert result.exit_code == 0
    assert "audited: 1 of 1 documents" in result.stdout
    assert "losses: 0 (0 characters)" in result.stdout
    written = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    assert written["prose"]["preserved"] == written["prose"]["characters"] > 30
    assert (
        list(verify.release_problems(ReleaseFiles(out))) == []
    )  # audit.json is outside the manifest


@pytest.mark.long
def test_build_without_the_flag_does_not_audit(source: Path, tmp_path: Path) -> None:
    result = run("build", source, "--out", tmp_path / "release")
    assert "audited" not in result.stdout
    assert not (tmp_path / "release" / "audit.json").exists()


@pytest.mark.long
def test_the_limit_of_a_build_is_also_a_limit_of_its_audit(source: Path, tmp_path: Path) -> None:
    (tmp_path / "KVR2.xml").write_text(kvr_document.document(subject="iets"), encoding="utf-8")
    words = ("build", source, tmp_path / "KVR2.xml", "--out", tmp_path / "release", "--audit")
    result = run(*words, "--limit", "1")
    assert result.exit_code == 0
    assert "audited: 1 of 1 documents" in result.stdout


def test_a_release_with_a_loss_has_exit_status_1(source: Path, tmp_path: Path) -> None:
    out, report = tmp_path / "release", tmp_path / "results.json"
    run("build", source, "--out", out)
    assert run("audit", out, source).exit_code == 0
    dump = out / "kamervragen.nq.gz"
    lines = gzip.decompress(dump.read_bytes()).replace(b"Zo ja, en dan?", b"Zo ja, en?")
    dump.write_bytes(gzip.compress(lines))
    result = run("audit", out, source, "--output", report)
    assert result.exit_code == 1
    assert "losses: 1 (3 characters)" in result.stdout
    assert "KVR1.xml: kvr/vragen/vraag[2], character 8: dan" in result.stdout
    assert json.loads(report.read_text(encoding="utf-8"))["prose"]["lost"] == 3


def test_an_invalid_dump_is_reported_in_one_line(
    seed_release: Path, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "report.json").write_bytes((seed_release / "report.json").read_bytes())
    (tmp_path / "kamervragen.nq.gz").write_bytes(gzip.compress(b"<a> <b>\n"))
    result = run("audit", tmp_path, source)
    assert result.exit_code == 2
    assert result.stderr == "Error: kamervragen.nq.gz: line 1: not valid N-Quads: '<a> <b>\\n'\n"


def test_results_that_cannot_be_written_are_still_printed_and_the_old_file_stays(
    seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "results.json"
    report.write_text("old")

    def write_half(path: Path, _text: str, **_: str) -> None:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", write_half)
    result = run("audit", seed_release, SEED, "--output", report)
    assert result.exit_code == 2
    assert result.stderr == f"Error: {report}: No space left on device\n"
    assert "losses: 0 (0 characters)" in result.stdout
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        ("results.json", "old")
    ]


def test_results_can_be_written_to_a_device(seed_release: Path) -> None:
    assert run("audit", seed_release, SEED, "--output", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
