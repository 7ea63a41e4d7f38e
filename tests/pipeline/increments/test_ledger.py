"""The ledger has all inputs of a build, and a large one is read without garbage collection."""

import gc
import platform
import re
import tomllib
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

from kv2rdf.errors import InputError
from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.increments.ledger import build_inputs, reusable_release
from kv2rdf.pipeline.settings import Settings
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT
from tests.pipeline.increments.test_plan import ledger_of


def test_reading_a_ledger_causes_no_more_garbage_collections_if_it_is_larger(
    tmp_path: Path,
) -> None:
    files = ReleaseFiles(tmp_path)
    files.state.mkdir()
    files.manifest.touch()
    files.checksums.touch()
    phases: list[str] = []

    def record(phase: str, _info: dict[str, int]) -> None:
        phases.append(phase)

    numbers = []
    for size in (1, 3_000):
        ledger_of(range(size)).write(files)
        gc.callbacks.append(record)
        try:
            reason = reusable_release(files, {"the base of addresses": "changed"})
        finally:
            gc.callbacks.remove(record)
        assert reason == "the base of addresses changed"
        numbers.append(phases.count("start"))
        phases.clear()
    assert gc.isenabled()
    assert numbers[1] <= numbers[0] + 1
    gc.unfreeze()


def test_the_objects_of_a_ledger_are_not_searched_for_garbage_until_the_end_of_the_build(
    tmp_path: Path,
) -> None:
    files = ReleaseFiles(tmp_path)
    files.state.mkdir()
    files.manifest.touch()
    files.checksums.touch()
    ledger_of(range(1)).write(files)
    assert reusable_release(files, {"the engine": "another"}) == "the engine changed"
    assert gc.get_freeze_count() > 0
    (tmp_path / "sources").mkdir()
    settings = Settings(
        sources=(tmp_path / "sources",),
        out=tmp_path / "release",
        clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        host="test",
    )
    with pytest.raises(InputError):
        build(settings, lambda _step, _done, _all: None)
    assert gc.get_freeze_count() == 0


def test_every_required_library_and_python_are_inputs_of_a_build() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[^\w.-]", each)[0] for each in project["dependencies"]]
    assert {"shacl", "tzdata"} < set(names)
    inputs = build_inputs(HOME, "shacl")
    expected = " ".join(f"{name} {version(name)}" for name in ["kv2rdf", *names])
    assert inputs["the libraries"] == expected
    assert inputs["the version of Python"] == platform.python_version()
