"""Every way an input or a machine can be bad: a clear line, a true exit status, nothing lost."""

import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kv2rdf.cli import cli
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
ENTITY = '<!DOCTYPE kvr [<!ENTITY a "text">]><kvr>&a;</kvr>'

# A process of its own starts the command: a child's peak begins at what its parent holds.
PEAK_OF_A_COMMAND = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def run(*words: str | Path) -> Result:
    """Build in this process."""
    return CliRunner().invoke(cli, ["build", *map(str, words)])


def build(
    *words: str | Path,
    started_by: Sequence[str] = (),
    preexec_fn: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own."""
    command = [*started_by, sys.executable, "-m", "kv2rdf", "build", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=preexec_fn
    )


def released(out: Path) -> tuple[str, ...]:
    """Give what a release holds, but for the times of its run."""
    return tuple(sorted(path.name for path in out.resolve().iterdir()))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.xml", b"", "is empty"),
        ("blank.xml", b" \n ", "is empty"),
        ("broken.xml", b"<kvr><meta></kvr>", "broken XML"),
        ("dtd.xml", b"<!DOCTYPE kvr [<!ELEMENT kvr ANY>]><kvr/>", "has a document type of its own"),
        ("entity.xml", ENTITY.encode(), "has a document type of its own"),
        ("entity-16.xml", ENTITY.encode("utf-16"), "has a document type of its own"),
        ("other.html", b"<html><body/></html>", "there is no reader for this kind yet"),
        ("broken.json", b'{"a": ', "broken: "),
        ("deep.json", b"[" * 200_000, "broken: "),
        ("page.txt", b"Kamervraag 2022Z00634\n", "expected a title"),
        ("broken.xml.gz", b"\x1f\x8b no gzip", "cannot be opened"),
        ("broken.zip", b"PK no zip", "cannot be opened"),
    ],
)
def test_a_bad_document_is_held_back_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    alone = run(tmp_path / name, "--out", tmp_path / "alone")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert reason in alone.stderr
    assert alone.stderr.count("\n") == 1
    beside = run(tmp_path / name, SEED, "--out", tmp_path / "beside")
    assert beside.exit_code == 1
    (held,) = (tmp_path / "beside" / "quarantine").glob("*.json")
    assert reason in held.read_text()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n..."),
        ("a.odt", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"),
        ("a.xsd", b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'),
        ("a.tsv", b"one\ttwo\n"),
        ("a.json", b'{"a": 1}'),
    ],
)
def test_what_is_no_publication_is_listed_and_is_no_fault(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    beside = run(tmp_path / name, SEED, "--out", tmp_path / "release")
    assert (beside.exit_code, beside.stderr) == (0, "")
    assert f'"document": "{name}"' in (tmp_path / "release" / "report.json").read_text()


def test_a_document_of_200_megabytes_is_held_back_and_not_taken_into_memory(tmp_path: Path) -> None:
    huge = tmp_path / "huge.xml"
    with huge.open("wb") as file:
        file.write(b"<kvr>")
        file.truncate(200 * 1024 * 1024)
    with zipfile.ZipFile(tmp_path / "huge.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(huge, "packed.xml")
    words = (huge, tmp_path / "huge.zip", SEED, "--out", tmp_path / "release", "--workers", "1")
    measured = build(*words, started_by=(sys.executable, "-c", PEAK_OF_A_COMMAND))
    assert measured.returncode == 1, measured.stderr
    for name in ("huge.xml", "packed.xml"):
        assert "is larger than 50 MB" in (
            tmp_path / "release" / "quarantine" / f"{name}.json"
        ).read_text(encoding="utf-8")
    assert int(measured.stdout.split()[-1]) / 1024 < 600


def test_a_folder_without_rights_is_told_of_and_nothing_is_published(tmp_path: Path) -> None:
    """Documents that cannot be seen would be missing without a word."""
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "in" / "2022Z00634.txt").write_bytes(SEED.read_bytes())
    closed.chmod(0)
    tmp_path.chmod(0o777)
    status, told = build_as_nobody(tmp_path / "in", "--out", tmp_path / "release")
    assert (status, told) == (2, f"Error: {closed}: Permission denied\n")
    assert not (tmp_path / "release").exists()


def test_a_place_without_rights_is_told_of(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    status, told = build_as_nobody(SEED, "--out", tmp_path / "release")
    assert (status, told) == (2, f"Error: {tmp_path / 'release'}: Permission denied\n")


def build_as_nobody(*words: str | Path) -> tuple[int, str]:
    """Run a build without the rights of root; give its status and its stderr.

    Root gives them up in a fork, since the interpreter may lie where only root can start it.
    """
    if os.geteuid() != 0:
        ended = build(*words)
        return ended.returncode, ended.stderr
    out = Path(str(words[-1]))
    for parent in out.parents[1:4]:
        parent.chmod(parent.stat().st_mode | 0o055)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        sys.stderr = os.fdopen(writing, "w", encoding="utf-8")
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        try:
            cli.main(["build", *map(str, words)])
        except SystemExit as left:
            sys.stderr.flush()
            os._exit(int(left.code or 0))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        text = told.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


@pytest.mark.parametrize("kilobytes", [1, 20, 60])
def test_a_full_disk_leaves_the_old_release_whole(tmp_path: Path, kilobytes: int) -> None:
    out = tmp_path / "release"
    assert run(SEED, "--out", out).exit_code == 0
    before, whole = out.resolve(), released(out)

    def full() -> None:
        limit = kilobytes * 1024
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = build(SEED, "--out", out, "--now", "2026-01-01", preexec_fn=full)
    assert result.returncode == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert (out.resolve(), released(out)) == (before, whole)
    assert [folder.name for folder in (tmp_path / "release.d").iterdir()] == ["1"]
