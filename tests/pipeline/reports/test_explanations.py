"""The files that explain a release to a reader who has nothing else."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.model.dataset import DatasetRelease
from kv2rdf.pipeline.reports.explanations import write_explanations
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from tests.cli.commands import SEED, run

RELEASE = DatasetRelease(
    day=date(2022, 2, 25), version="2022-02-25-0c1d2e3f4a5b", since=None, until=None, issued=None
)
BASE = "https://example.org/kv"
NUMBERS = dict.fromkeys(("cases", "questions", "answers", "notices", "statements"), 1234)


def test_every_file_that_the_readme_names_is_there_and_in_the_manifest(seed_release: Path) -> None:
    files = ReleaseFiles(seed_release.resolve())
    readme = files.readme.read_text(encoding="utf-8")
    names = re.findall(r"^\| (.+?) \|", readme, re.MULTILINE)
    named = {name for cell in names for name in re.findall(r"`([^`]+)`", cell)}
    listed = manifest.read_manifest(files)
    assert {name.partition("/")[0] for name in listed} == {name.rstrip("/") for name in named} | {
        "README.md"
    }
    assert 25 <= len(readme.splitlines()) <= 35


def test_the_ontology_and_the_shapes_are_those_of_the_program(seed_release: Path) -> None:
    files = ReleaseFiles(seed_release.resolve())
    for copy in (files.ontology, files.shapes):
        names = {path.name for path in copy.iterdir()}
        assert names == {path.name for path in folder(copy.name).iterdir()}
        for path in copy.iterdir():
            assert path.read_bytes() == (folder(copy.name) / path.name).read_bytes()
    assert (files.ontology / "context.jsonld").is_file()


def test_the_readme_has_the_release_and_its_numbers(tmp_path: Path) -> None:
    files = ReleaseFiles(tmp_path)
    write_explanations(files, RELEASE, "kv2rdf 1.2.3", BASE, NUMBERS)
    readme = files.readme.read_text(encoding="utf-8")
    assert readme.startswith("# Kamervragen, release 2022-02-25\n")
    assert "Version 2022-02-25-0c1d2e3f4a5b, made by kv2rdf 1.2.3.\ncases: 1,234; " in readme
    assert files.licence.read_text(encoding="utf-8").startswith("The data is dedicated to the")


def test_the_licence_names_the_entries_that_are_under_another_one(tmp_path: Path) -> None:
    sources = tuple(
        BroughtSource(name=name, what="a list", where="in the archive", licence=licence)
        for name, licence in (("mine", "CC BY 4.0"), ("free", "CC0 1.0"))
    )
    files = ReleaseFiles(tmp_path)
    write_explanations(files, replace(RELEASE, brought_sources=sources), "kv2rdf 1", BASE, NUMBERS)
    licence = files.licence.read_text(encoding="utf-8")
    assert "from mine (a list, in the archive) are under this licence: CC BY 4.0" in licence
    assert "free" not in licence


def test_the_sources_of_the_register_are_in_the_release_with_their_licences(
    seed_release: Path,
) -> None:
    copy = ReleaseFiles(seed_release.resolve()).register_sources
    assert copy.read_bytes() == (folder("seeds") / "authority" / "SOURCES.csv").read_bytes()
    assert copy.read_text(encoding="utf-8").startswith("name,what,where,licence\nWikidata,")


def test_the_readme_has_the_command_that_builds_the_release_again(tmp_path: Path) -> None:
    mine = BroughtSource(name="mine", what="a list", where="here", licence="CC0 1.0")
    dated = replace(RELEASE, issued=RELEASE.day, revision_of=date(2022, 2, 24))
    releases = {
        "": RELEASE,
        " --now 2022-02-25 --revision-of 2022-02-24": dated,
        " --authority TABLES": replace(RELEASE, brought_sources=(mine,)),
    }
    for options, release in releases.items():
        files = ReleaseFiles(tmp_path / (options.strip(" -").partition(" ")[0] or "plain"))
        files.folder.mkdir()
        write_explanations(files, release, "kv2rdf 1", BASE, NUMBERS)
        lines = files.readme.read_text(encoding="utf-8").splitlines()
        assert f"    kv2rdf build DOCUMENTS --base https://example.org/kv{options}" in lines


@pytest.mark.parametrize("options", [(), ("--now", "2022-03-01", "--revision-of", "2022-02-28")])
def test_the_command_in_the_readme_builds_the_same_files(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("build", SEED, "--out", first, *options).exit_code == 0
    (command,) = re.findall(r"kv2rdf build DOCUMENTS (.*)", (first / "README.md").read_text())
    assert run("build", SEED, "--out", second, *command.split()).exit_code == 0
    manifests = [(each / "manifest-sha256.txt").read_text() for each in (first, second)]
    assert manifests[0] == manifests[1]
