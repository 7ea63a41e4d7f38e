"""The files that explain a release to a reader who has nothing else."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.model.dataset import DatasetRelease
from kv2rdf.pipeline.reports.explanations import write_explanations
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles

RELEASE = DatasetRelease(
    day=date(2022, 2, 25), version="2022-02-25-0c1d2e3f4a5b", since=None, until=None, issued=None
)
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
    assert 20 <= len(readme.splitlines()) <= 25


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
    write_explanations(files, RELEASE, "kv2rdf 1.2.3", NUMBERS)
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
    write_explanations(files, replace(RELEASE, brought_sources=sources), "kv2rdf 1", NUMBERS)
    licence = files.licence.read_text(encoding="utf-8")
    assert "from mine (a list, in the archive) are under this licence: CC BY 4.0" in licence
    assert "free" not in licence
