"""The build command, and the verify command on the release that it built."""

import json
import shutil
from pathlib import Path

import pytest

from kv2rdf.reference import shipped_folders
from tests.cli.commands import SEED, one_line, run


def test_build_reports_what_it_published(tmp_path: Path) -> None:
    result = run("build", SEED, "--out", tmp_path / "release")
    assert result.exit_code == 0
    assert "1 case," in result.stdout
    assert "1 of 1 documents" in result.stdout
    assert result.stderr == ""  # Without a terminal, no progress is shown.
    assert json.loads((tmp_path / "release" / "run.json").read_text())["engine"] == "shacl"


@pytest.mark.long  # A short test builds with the slow engine.
def test_build_reports_that_the_fast_engine_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kv2rdf.cli.build.is_fast_engine_missing", lambda: True)
    result = run("build", SEED, "--out", tmp_path / "release")
    assert result.exit_code == 0
    assert "shacl is not installed; using pyshacl instead" in result.stderr
    assert json.loads((tmp_path / "release" / "run.json").read_text())["engine"] == "pyshacl"


def test_build_reports_that_documents_are_held_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.xml").touch()
    (tmp_path / "in" / "2022Z00634.txt").write_bytes((SEED / "2022Z00634.txt").read_bytes())
    result = run("build", tmp_path / "in", "--out", tmp_path / "release")
    assert result.exit_code == 1
    assert "held back: 1" in result.stderr
    held = json.loads((tmp_path / "release" / "quarantine" / "empty.xml.json").read_text())
    assert held == {"document": "empty.xml", "place": "file", "reason": "is empty"}


def test_build_publishes_nothing_if_everything_is_held_back(tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<kvr><meta>")
    result = run("build", tmp_path / "broken.xml", "--out", tmp_path / "release")
    assert result.exit_code == 2
    assert "broken XML" in one_line(result)
    assert not (tmp_path / "release").exists()


@pytest.mark.long
def test_what_is_not_as_expected_is_reported_or_stops_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, folder = tmp_path / "seeds", shipped_folders.folder
    shutil.copytree(folder("seeds"), seeds)
    monkeypatch.setattr(
        shipped_folders, "folder", lambda name: seeds if name == "seeds" else folder(name)
    )
    release, path = tmp_path / "release", seeds / "expectations.toml"
    expected = path.read_text(encoding="utf-8")
    later = expected.replace("[periods]", "[periods]\nopenkamer-tekst = { first = 2022-01-19 }")
    path.write_text(later, encoding="utf-8")
    result = run("build", SEED, "--out", release)
    assert result.exit_code == 1
    assert "not as expected: 1 (see" in result.stderr
    report = json.loads((release / "report.json").read_text())
    assert [row["examples"] for row in report["expectations"]["breaches"]] == [
        ["2022Z00634: 2022-01-18"]
    ]
    manifest = (release / "manifest-sha256.txt").read_text()
    path.write_text(expected.replace("age = 18", "age = 99"), encoding="utf-8")
    result = run("build", SEED, "--out", release)
    assert result.exit_code == 2
    assert "seeds/expectations.toml is not met: age of askers: dijk-i-1975" in one_line(result)
    assert (release / "manifest-sha256.txt").read_text() == manifest
    path.write_text(expected, encoding="utf-8")
    result = run("build", SEED, "--out", release)
    assert result.exit_code == 0
    assert "0 documents read, 0 cases built" in result.stderr


@pytest.mark.long
def test_the_date_of_the_release_can_be_set(tmp_path: Path) -> None:
    run("build", SEED, "--out", tmp_path / "release", "--now", "2026-11-23")
    report = json.loads((tmp_path / "release" / "report.json").read_text())
    assert report["release"] == "2026-11-23"


@pytest.mark.parametrize("word", ["eli", "graph", "zaak", "vraag", "antwoord", "noot", ".."])
@pytest.mark.parametrize("path", ["/{}", "/{}/", "/a/{}/b"])
def test_a_base_does_not_look_like_an_address_of_data(tmp_path: Path, word: str, path: str) -> None:
    """The index of texts, for example, takes an address with /zaak/ for the address of a case."""
    base = f"https://example.org{path.format(word)}"
    result = run("build", SEED, "--out", tmp_path / "release", "--base", base)
    assert result.exit_code == 2
    assert "is not a valid base" in result.stderr


def test_the_base_of_data_can_be_set_and_the_vocabulary_stays(tmp_path: Path) -> None:
    run("build", SEED, "--out", tmp_path / "release", "--base", "http://localhost:8000/")
    turtle = (tmp_path / "release" / "dossiers" / "2022" / "2022Z00634.ttl").read_text()
    assert "@base <http://localhost:8000/> ." in turtle
    assert "@prefix kv: <https://w3id.org/kamervragen/def#> ." in turtle
    assert run("verify", tmp_path / "release").exit_code == 0


@pytest.mark.long
def test_a_release_is_a_revision_of_another_one_only(tmp_path: Path) -> None:
    words = ("build", SEED, "--out", tmp_path / "release", "--revision-of", "2022-02-25")
    for day in ("2022-02-24", "2022-02-25"):
        result = run(*words, "--now", day)
        assert result.exit_code == 2
        assert f"the release of {day} cannot replace one of 2022-02-25: use --now" in result.stderr
    assert run(*words, "--now", "2022-02-26").exit_code == 0
    catalogue = (tmp_path / "release" / "catalogue.ttl").read_text()
    assert "prov:wasRevisionOf <dataset/kamervragen/2022-02-25>" in catalogue


def test_verify_names_a_file_that_was_changed(seed_release: Path, tmp_path: Path) -> None:
    shutil.copytree(seed_release.resolve(), tmp_path / "release")
    result = run("verify", tmp_path / "release")
    assert (result.exit_code, result.stdout) == (0, "OK: 26 files verified\n")
    dump = tmp_path / "release" / "kamervragen.nq.gz"
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    result = run("verify", tmp_path / "release")
    assert result.exit_code == 1
    assert result.stdout.startswith("kamervragen.nq.gz: ")


@pytest.mark.parametrize("typed", ["gisteren", "2026-11", "2026-02-30", "20261130"])
def test_a_date_must_have_the_usual_form(tmp_path: Path, typed: str) -> None:
    result = run("build", SEED, "--out", tmp_path / "release", "--now", typed)
    assert result.exit_code == 2
    problem = f"{typed!r} is not a date in the form YYYY-MM-DD, such as 2003-04-07"
    assert f"Invalid value for '--now': {problem}" in result.stderr


def test_an_input_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = run("build", tmp_path / "in", "--out", tmp_path / "release")
    assert result.exit_code == 2
    assert one_line(result) == f"Error: there is no document in the input: {tmp_path / 'in'}"
