"""The SPARQL store is patched only if it contains exactly the expected quads."""

import gzip
import resource
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.release.dumps.dump import dump_lines
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.sparql_store import build_store, patch_store

NEW = f'<{HOME}/eli/nl/tk/zaak/1> <http://example.org/p> "x" <{HOME}/graph/1> .\n'


def test_a_missing_quad_cannot_be_removed_nor_a_present_quad_added(
    seed_release: Path, tmp_path: Path
) -> None:
    previous = seed_release.resolve() / "store"
    (line, *_) = dump_lines(ReleaseFiles(seed_release).nquads)
    with pytest.raises(ReleaseError, match="lacks a quad"):
        patch_store(previous, tmp_path / "a", [NEW], [])
    with pytest.raises(ReleaseError, match="already has a quad"):
        patch_store(previous, tmp_path / "b", [], [line])
    patch_store(previous, tmp_path / "c", [line], [NEW])


@pytest.mark.parametrize("address", ["http://example.org/%zz", "http://example.org/#a#b", "no"])
def test_lines_that_the_store_cannot_read_are_an_error(
    seed_release: Path, tmp_path: Path, address: str
) -> None:
    wrong = NEW.replace("http://example.org/p", address)
    (tmp_path / "wrong.nq.gz").write_bytes(gzip.compress(wrong.encode()))
    with pytest.raises(ReleaseError, match="the store cannot be written"):
        build_store(tmp_path / "wrong.nq.gz", tmp_path / "a")
    with pytest.raises(ReleaseError, match="the store cannot be written"):
        patch_store(seed_release.resolve() / "store", tmp_path / "b", [], [wrong])


def test_a_full_disk_is_reported_without_the_name_of_a_file_of_the_store(
    seed_release: Path, tmp_path: Path
) -> None:
    """A limit on the size of files fails in the same way as a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(ReleaseError, match="the store cannot be written: ") as error:
            build_store(ReleaseFiles(seed_release).nquads, tmp_path / "store")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(tmp_path) not in str(error.value)
    assert "File too large" in str(error.value)
