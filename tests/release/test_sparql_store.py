"""The SPARQL store is patched only if it contains exactly the expected quads."""

import gzip
import resource
from pathlib import Path

import pyoxigraph as ox
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
        patch_store(previous, tmp_path / "a", [NEW], [], is_compacted=False)
    with pytest.raises(ReleaseError, match="already has a quad"):
        patch_store(previous, tmp_path / "b", [], [line], is_compacted=False)
    patch_store(previous, tmp_path / "c", [line], [NEW], is_compacted=False)


@pytest.mark.parametrize("address", ["http://example.org/%zz", "http://example.org/#a#b", "no"])
def test_lines_that_the_store_cannot_read_are_an_error(
    seed_release: Path, tmp_path: Path, address: str
) -> None:
    wrong = NEW.replace("http://example.org/p", address)
    (tmp_path / "wrong.nq.gz").write_bytes(gzip.compress(wrong.encode()))
    with pytest.raises(ReleaseError, match="the store cannot be written"):
        build_store(tmp_path / "wrong.nq.gz", tmp_path / "a")
    previous = seed_release.resolve() / "store"
    with pytest.raises(ReleaseError, match="the store cannot be written"):
        patch_store(previous, tmp_path / "b", [], [wrong], is_compacted=False)


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


def test_a_compacted_store_has_as_many_files_of_quads_as_a_new_one(
    seed_release: Path, tmp_path: Path
) -> None:
    """One of the files contains only the version of the format. It is never rewritten."""
    previous = seed_release.resolve() / "store"
    (line, *_) = dump_lines(ReleaseFiles(seed_release).nquads)
    for name, is_compacted in (("patched", False), ("compacted", True)):
        patch_store(previous, tmp_path / name, [line], [NEW], is_compacted=is_compacted)
    folders = (previous, tmp_path / "compacted", tmp_path / "patched")
    new, compacted, patched = (len(list(folder.glob("*.sst"))) for folder in folders)
    assert new <= compacted <= new + 1
    assert patched > new + 4
    stores = [set(ox.Store.read_only(str(folder))) for folder in folders[1:]]
    assert stores[0] == stores[1]
