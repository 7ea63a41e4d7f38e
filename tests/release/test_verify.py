"""Verify finds every change that was made after a release was built."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest, verify
from kv2rdf.release.files import ReleaseFiles


@pytest.fixture
def release(seed_release: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seed_release.resolve(), tmp_path / "copy"))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_an_unchanged_release_has_no_problem(release: Path) -> None:
    assert list(verify.release_problems(ReleaseFiles(release))) == []


def test_every_file_is_in_the_manifest_and_a_bit_flipped_in_any_is_found(release: Path) -> None:
    files = ReleaseFiles(release).listed()
    assert len(files) == 26
    copied = ("ontology", "shapes")
    changed = [path for path in files if path.parent.name not in copied]
    for path in (*changed, ReleaseFiles(release).ontology / "kv.ttl"):
        before = path.read_bytes()
        flip(path)
        (problem,) = verify.release_problems(ReleaseFiles(release))
        assert problem.startswith(f"{path.relative_to(release).as_posix()}: ")
        path.write_bytes(before)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda r: (r / "report.html").unlink(), "report.html: is missing"),
        (lambda r: (r / "more.txt").touch(), "more.txt: is not in the manifest"),
    ],
)
def test_a_missing_or_extra_file_is_found(
    release: Path, spoil: Callable[[Path], None], problem: str
) -> None:
    spoil(release)
    assert problem in list(verify.release_problems(ReleaseFiles(release)))


@pytest.mark.parametrize(
    ("name", "before", "after", "problem"),
    [
        ("report.json", '"cases": 1,', '"cases": 2,', "report.json: states 2 cases"),
        ("catalogue.ttl", "void:triples ", "void:triples 1", "catalogue.ttl: states 1"),
        ("catalogue.ttl", 'dcat:byteSize "', 'dcat:byteSize "1', "catalogue.ttl: "),
        ("catalogue.ttl", 'spdx:checksumValue "', 'spdx:checksumValue "00', "the checksum of"),
    ],
)
def test_a_wrong_count_is_found_even_if_the_manifest_is_right(
    release: Path, name: str, before: str, after: str, problem: str
) -> None:
    text = (release / name).read_text(encoding="utf-8")
    assert before in text
    (release / name).write_text(text.replace(before, after), encoding="utf-8")
    manifest.write_manifest(ReleaseFiles(release), {}, {})
    assert any(problem in found for found in verify.release_problems(ReleaseFiles(release)))


def test_sha256sum_can_check_the_manifest(release: Path) -> None:
    lines = ReleaseFiles(release).manifest.read_text(encoding="utf-8").splitlines()
    for line in lines:
        sha256, _, path = line.removeprefix("# content ").partition("  ")
        assert len(sha256) == 64
        assert (release / path).is_file()
    contents = [line for line in lines if line.startswith("# content ")]
    assert len(contents) == 2  # the two compressed dumps


def test_a_folder_that_is_not_a_release_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="is not a kv2rdf release: it does not exist"):
        list(verify.release_problems(ReleaseFiles(tmp_path / "none")))
    with pytest.raises(ReleaseError, match="no manifest"):
        list(verify.release_problems(ReleaseFiles(tmp_path)))
    ReleaseFiles(tmp_path).manifest.write_text("what is this\n")
    with pytest.raises(ReleaseError, match="cannot read"):
        list(verify.release_problems(ReleaseFiles(tmp_path)))
