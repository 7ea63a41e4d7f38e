"""A damaged release is not reused: everything is rebuilt, as if the release did not exist."""

import shutil
from pathlib import Path

import pytest

from kv2rdf.pipeline.increments.ledger import PreviousRelease, build_inputs, reusable_release
from kv2rdf.pipeline.settings import BuildResult
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release import verify
from kv2rdf.release.derived_files import write_checksums
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import build_quietly
from tests.pipeline.increments.damages import (
    DAMAGES,
    LEDGER,
    edit_json,
    lengthen_a_span,
)
from tests.pipeline.increments.test_increment import page_with_line_ends
from tests.release_digest import digest

INPUTS = build_inputs(HOME, "shacl")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of three documents, and next to it their folder."""
    folder = tmp_path_factory.mktemp("damage")
    (folder / "in").mkdir()
    for number in (1, 2, 3):
        (folder / "in" / f"2022Z{number:05}.txt").write_text(page_with_line_ends(number), "utf-8")
    build_quietly(folder / "release", folder / "in")
    return folder


@pytest.fixture(scope="module")
def expected(first: Path) -> dict[str, str]:
    """The hashes of a full build in which the third document is a different one."""
    change_a_document(shutil.copytree(first / "in", first / "changed"))
    build_quietly(first / "full", first / "changed")
    return digest((first / "full").resolve())


def change_a_document(folder: Path) -> None:
    page = page_with_line_ends(3).replace("gemeenten", "zonnebloem")
    (folder / "2022Z00003.txt").write_text(page, "utf-8")


def rebuild(folder: Path, expected: dict[str, str]) -> BuildResult:
    """Build again with the document changed, and assert that the result is that of a full build."""
    change_a_document(folder / "in")
    result = build_quietly(folder / "release", folder / "in")
    assert digest((folder / "release").resolve()) == expected
    assert list(verify.release_problems(ReleaseFiles(folder / "release"))) == []
    again = build_quietly(folder / "release", folder / "in")
    assert again.full_build_reason is None
    return result


def test_a_copy_without_damage_is_reused(first: Path, tmp_path: Path) -> None:
    copy = shutil.copytree((first / "release").resolve(), tmp_path / "copy")
    assert isinstance(reusable_release(ReleaseFiles(copy), INPUTS), PreviousRelease)


@pytest.mark.sampled(5)
@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found_before_anything_is_reused(name: str, first: Path, tmp_path: Path) -> None:
    copy = shutil.copytree((first / "release").resolve(), tmp_path / "copy")
    DAMAGES[name](copy)
    reason = reusable_release(ReleaseFiles(copy), INPUTS)
    assert isinstance(reason, str)
    assert "previous release" in reason


@pytest.mark.long
def test_the_state_of_another_release_is_not_reused(first: Path, tmp_path: Path) -> None:
    build_quietly(tmp_path / "other", first / "in", limit=2)
    copy = shutil.copytree((first / "release").resolve(), tmp_path / "copy")
    for name in ("state", "store"):
        shutil.rmtree(copy / name)
        shutil.copytree(tmp_path / "other" / name, copy / name)
    assert isinstance(reusable_release(ReleaseFiles(copy), INPUTS), str)
    for name in ("textindex.sqlite", "checksums.json"):
        shutil.copy(tmp_path / "other" / name, copy / name)
    reason = reusable_release(ReleaseFiles(copy), INPUTS)
    assert isinstance(reason, str)
    assert "manifest-sha256.txt: has " in reason


@pytest.mark.parametrize(
    "name",
    [
        "spool: keys other",
        *(
            pytest.param(name, marks=pytest.mark.long)
            for name in DAMAGES
            if name != "spool: keys other"
        ),
    ],
)
def test_after_damage_the_next_build_is_a_full_one(
    name: str, first: Path, tmp_path: Path, expected: dict[str, str]
) -> None:
    folder = Path(shutil.copytree(first, tmp_path / "copy", symlinks=True))
    DAMAGES[name]((folder / "release").resolve())
    result = rebuild(folder, expected)
    assert (result.documents_read, result.clusters_built) == (3, 3)
    if name != "release removed":  # Then nothing shows that there was a release.
        assert result.full_build_reason is not None


@pytest.mark.long
def test_a_ledger_that_does_not_match_its_dump_is_found_during_the_patch(
    first: Path, tmp_path: Path, expected: dict[str, str]
) -> None:
    folder = Path(shutil.copytree(first, tmp_path / "copy", symlinks=True))
    release = (folder / "release").resolve()
    edit_json(release / LEDGER, lengthen_a_span)
    write_checksums(ReleaseFiles(release), None)
    result = rebuild(folder, expected)
    assert result.clusters_built == 3
    assert result.full_build_reason == "the dumps of the previous release do not match its state"
