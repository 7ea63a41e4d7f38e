"""Bad input and a faulty machine: one clear line, the correct exit status, and no loss."""

import gzip
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
from tests import kvr_document, openkamer_page
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
ENTITY = '<!DOCTYPE kvr [<!ENTITY a "text">]><kvr>&a;</kvr>'

# Another process starts the command: the peak of a child is at least the memory of its parent.
PEAK_MEMORY = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def run_build(*arguments: str | Path) -> Result:
    """Run a build in this process."""
    return CliRunner().invoke(cli, ["build", *map(str, arguments)])


def build_in_process(
    *arguments: str | Path,
    parent: Sequence[str] = (),
    preexec_fn: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a build in another process, started by a command if one is given."""
    command = [*parent, sys.executable, "-m", "kv2rdf", "build", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=preexec_fn
    )


def file_names(out: Path) -> tuple[str, ...]:
    """Return the names of the files in a release."""
    return tuple(sorted(path.name for path in out.resolve().iterdir()))


BAD = [
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
]
NOT_PUBLICATIONS = {
    "a.pdf": b"%PDF-1.7\n...",
    "a.odt": b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
    "a.xsd": b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
    "a.tsv": b"one\ttwo\n",
    "a.json": b'{"a": 1}',
}


@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_a_bad_document_alone_is_an_error_with_a_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    alone = run_build(tmp_path / name, "--out", tmp_path / "alone")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert reason in alone.stderr
    assert alone.stderr.count("\n") == 1


def test_each_bad_document_is_held_back_with_a_reason(tmp_path: Path) -> None:
    for name, content, _ in BAD:
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name, _, _ in BAD]
    result = run_build(*paths, SEED, "--out", tmp_path / "result")
    assert result.exit_code == 1
    quarantine = tmp_path / "result" / "quarantine"
    assert len(list(quarantine.glob("*.json"))) == len(BAD)
    for name, _, reason in BAD:
        assert reason in (quarantine / f"{name}.json").read_text()


def test_documents_that_are_not_publications_are_listed_and_are_not_an_error(
    tmp_path: Path,
) -> None:
    for name, content in NOT_PUBLICATIONS.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in NOT_PUBLICATIONS]
    result = run_build(*paths, SEED, "--out", tmp_path / "release")
    assert (result.exit_code, result.stderr) == (0, "")
    report = (tmp_path / "release" / "report.json").read_text()
    assert [name for name in NOT_PUBLICATIONS if f'"document": "{name}"' not in report] == []


@pytest.mark.long
def test_a_document_of_200_megabytes_is_held_back_and_not_loaded(tmp_path: Path) -> None:
    huge = tmp_path / "huge.xml"
    with huge.open("wb") as file:
        file.write(b"<kvr>")
        file.truncate(200 * 1024 * 1024)
    with zipfile.ZipFile(tmp_path / "huge.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(huge, "packed.xml")
    arguments = (huge, tmp_path / "huge.zip", SEED, "--out", tmp_path / "release", "--workers", "1")
    measured = build_in_process(*arguments, parent=(sys.executable, "-c", PEAK_MEMORY))
    assert measured.returncode == 1, measured.stderr
    for name in ("huge.xml", "packed.xml"):
        assert "is larger than 50 MB" in (
            tmp_path / "release" / "quarantine" / f"{name}.json"
        ).read_text(encoding="utf-8")
    assert int(measured.stdout.split()[-1]) / 1024 < 600


def test_an_unreadable_folder_is_an_error(tmp_path: Path) -> None:
    """Its documents would be missing from the release, and nothing would report it."""
    unreadable = tmp_path / "in" / "unreadable"
    unreadable.mkdir(parents=True)
    (tmp_path / "in" / "2022Z00634.txt").write_bytes(SEED.read_bytes())
    unreadable.chmod(0)
    tmp_path.chmod(0o777)
    status, stderr = build_as_nobody(tmp_path / "in", "--out", tmp_path / "release")
    assert (status, stderr) == (2, f"Error: {unreadable}: Permission denied\n")
    assert not (tmp_path / "release").exists()


def test_an_output_folder_without_write_permission_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    status, stderr = build_as_nobody(SEED, "--out", tmp_path / "release")
    assert (status, stderr) == (2, f"Error: {tmp_path / 'release'}: Permission denied\n")


def build_as_nobody(*arguments: str | Path) -> tuple[int, str]:
    """Run a build as a user who is not root, and return its exit status and its stderr.

    If run as root, it changes the user in a fork, because the interpreter may be in a folder that
    only root can read.
    """
    if os.geteuid() != 0:
        process = build_in_process(*arguments)
        return process.returncode, process.stderr
    out = Path(str(arguments[-1]))
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
            cli.main(["build", *map(str, arguments)])
        except SystemExit as exit_:
            sys.stderr.flush()
            os._exit(int(exit_.code or 0))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as stderr:
        text = stderr.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


@pytest.mark.long
@pytest.mark.parametrize("kilobytes", [1, 20, 60])
def test_a_full_disk_leaves_the_old_release_complete(tmp_path: Path, kilobytes: int) -> None:
    out = tmp_path / "release"
    assert run_build(SEED, "--out", out).exit_code == 0
    before, names = out.resolve(), file_names(out)

    def limit_file_size() -> None:
        limit = kilobytes * 1024
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = build_in_process(SEED, "--out", out, "--now", "2026-01-01", preexec_fn=limit_file_size)
    assert result.returncode == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert (out.resolve(), file_names(out)) == (before, names)
    assert [folder.name for folder in (tmp_path / "release.d").iterdir()] == ["1"]


def test_an_address_that_is_not_an_iri_does_not_end_a_build(tmp_path: Path) -> None:
    """The documents are published without the addresses, which are in findings."""
    keys = openkamer_page.KEYS.replace("kv-tk-2021Z00001", "a%zz")
    page = openkamer_page.page(openkamer_page.block(1, "Weet u het?", "Ja."), keys=keys)
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    note = '<noot nummer="1" weblink="http://www.example.org/#/nieuws#kop">De Krant.</noot>'
    document = kvr_document.document(question_notes=note)
    (tmp_path / "note.xml").write_text(document, encoding="utf-8")
    sources = (tmp_path / "page.txt", tmp_path / "note.xml")
    result = run_build(*sources, "--out", tmp_path / "release", "--audit")
    assert (result.exit_code, result.stderr.count("Traceback")) == (0, 0)
    quads = gzip.decompress((tmp_path / "release" / "kamervragen.nq.gz").read_bytes()).decode()
    for address in ("https://example.org/a%zz.html", "http://www.example.org/#/nieuws#kop"):
        assert f"<{address}>" not in quads
        assert f'text> "{address}"@nl' in quads
    rule = "<https://w3id.org/kamervragen/def#rule>"
    assert quads.count(f"{rule} <https://w3id.org/kamervragen/id/begrip/adres-onbruikbaar>") == 2


@pytest.mark.parametrize(
    "item",
    ["Vindplaats", pytest.param("A" * 200_000, marks=pytest.mark.long)],
    ids=["value", "name"],
)
def test_a_refused_text_of_any_length_has_a_short_reason(tmp_path: Path, item: str) -> None:
    record = kvr_document.items(**{item: "A" * 200_000})
    (tmp_path / "a.xml").write_text(kvr_document.document(record=record), encoding="utf-8")
    alone = run_build(tmp_path / "a.xml", "--out", tmp_path / "alone")
    assert alone.exit_code == 2
    assert len(alone.stderr) < 700
    run_build(tmp_path / "a.xml", SEED, "--out", tmp_path / "result")
    (entry,) = (tmp_path / "result" / "quarantine").glob("*.json")
    assert 1_000 < entry.stat().st_size < 1_500
