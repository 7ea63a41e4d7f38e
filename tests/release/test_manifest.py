"""The lines of a manifest, and the order of the lines of the dump."""

import gzip
import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.release import manifest, verify
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles


def test_a_hash_in_a_manifest_has_64_figures() -> None:
    assert manifest.parse_manifest(f"{'0' * 64}  a.txt\n".encode()) == {
        "a.txt": manifest.Hashes("0" * 64, "0" * 64)
    }
    for length in (63, 65):
        with pytest.raises(ReleaseError, match="cannot read"):
            manifest.parse_manifest(f"{'0' * length}  a.txt\n".encode())


@pytest.mark.parametrize(
    ("order", "problem"),
    [((0, 0, 1), "line 2 is not in order"), ((1, 0), "line 2 is not in order"), ((0, 1), None)],
)
def test_a_line_that_is_repeated_or_too_early_is_found(
    order: tuple[int, ...], problem: str | None, seed_release: Path, tmp_path: Path
) -> None:
    release = ReleaseFiles(shutil.copytree(seed_release.resolve(), tmp_path / "copy"))
    lines = list(dump.dump_lines(release.nquads))
    changed = [*(lines[index] for index in order), *lines[2:]]
    release.nquads.write_bytes(gzip.compress("".join(changed).encode()))
    manifest.write_manifest(release, {}, {})
    found = [p for p in verify.release_problems(release) if "in order" in p]
    assert found == ([f"{release.nquads.name}: {problem}"] if problem else [])
