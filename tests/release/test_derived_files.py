"""A damaged store or text index causes an error in every query, and a problem in verify."""

import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.sparql_store import build_store
from kv2rdf.release.verify import release_problems
from tests.conftest import build_quietly
from tests.seed_pages import page_numbered

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
Damage = Callable[[Path], object]


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGES: dict[str, Damage] = {
    "removed": Path.unlink,
    "emptied": lambda path: path.write_bytes(b""),
    "cut": cut,
    "one bit": flip_a_bit,
}


@pytest.fixture
def release(seed_release: Path, tmp_path: Path) -> Path:
    """A copy of the release of the seed, with the times of its files."""
    return Path(shutil.copytree(seed_release.resolve(), tmp_path / "release"))


def ask_everything(release: Path) -> None:
    with Release(release) as opened:
        opened.query(COUNT)
        opened.search("doxing")


@pytest.mark.sampled(6)
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", ["CURRENT", "MANIFEST-*", "OPTIONS-*", "*.sst", "*.sqlite"])
def test_a_damaged_file_is_an_error_and_a_problem(release: Path, pattern: str, damage: str) -> None:
    path = max(release.rglob(pattern), key=lambda path: path.stat().st_size)
    DAMAGES[damage](path)
    with pytest.raises(ReleaseError, match="cannot be read"):
        ask_everything(release)
    (problem,) = release_problems(ReleaseFiles(release))
    assert problem.startswith(f"{path.relative_to(release)}: ")


def test_an_empty_store_folder_is_an_error(release: Path) -> None:
    for path in (release / "store").iterdir():
        path.unlink()
    with pytest.raises(
        ReleaseError, match=r"the store cannot be read: .*/\S+ is missing; build the release again"
    ):
        ask_everything(release)


@pytest.mark.parametrize(
    "checksums", [b"", b"[]", b"{}", b"\xff", b'{"textindex.sqlite": 1}', b"[" * 100_000]
)
def test_damaged_checksums_are_an_error_and_a_problem(release: Path, checksums: bytes) -> None:
    (release / "checksums.json").write_bytes(checksums)
    with pytest.raises(ReleaseError, match=r"checksums\.json: is damaged"):
        ask_everything(release)
    assert "is damaged" in "".join(release_problems(ReleaseFiles(release)))


def test_a_store_without_checksums_is_not_opened(release: Path) -> None:
    (release / "checksums.json").unlink()
    with pytest.raises(ReleaseError, match="is missing, so the store cannot be checked"):
        ask_everything(release)
    with Release(release) as opened:
        assert opened.search("doxing").texts  # A downloaded release has only a text index.


def test_a_copy_without_the_times_of_files_is_complete(release: Path) -> None:
    for path in release.rglob("*"):
        os.utime(path)
    ask_everything(release)


def test_large_files_are_hashed_only_if_they_were_changed_after_the_build(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kv2rdf.release.derived_files._LARGE", 1_000)
    tables = sorted(release.glob("store/*.sst"))
    for table in tables:
        time = table.stat().st_mtime_ns
        flip_a_bit(table)
        os.utime(table, ns=(time, time))
    with pytest.raises(ReleaseError, match="the store cannot be read: Corruption"):
        ask_everything(release)
    assert list(release_problems(ReleaseFiles(release))) == [
        f"store/{table.name}: is not the file that was published (crc32)" for table in tables
    ]


def test_an_incremental_build_lists_the_files_of_its_own_store(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "release"
    source.mkdir()
    for number in (634, 635):
        (source / f"2022Z{number:05}.txt").write_text(page_numbered(number), encoding="utf-8")
        build_quietly(out, source)
    assert list(release_problems(ReleaseFiles(out))) == []
    ask_everything(out)


def test_corruption_in_the_middle_of_an_answer_is_an_error(tmp_path: Path) -> None:
    lines = "".join(f"<a:{n}> <b:b> <c:{n * 7919 % 1000}> .\n" for n in range(10_000))
    with gzip.open(tmp_path / "a.nq.gz", "wt") as file:
        file.write(lines)
    build_store(tmp_path / "a.nq.gz", tmp_path / "store")
    table = max(tmp_path.glob("store/*.sst"), key=lambda path: path.stat().st_size)
    flip_a_bit(table)
    with pytest.raises(ReleaseError, match="the store cannot be read: Corruption"):
        SparqlStore.open(tmp_path / "store").result("SELECT * { ?s ?p ?o }", PREFIXES)


def test_an_index_that_is_not_a_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index").write_bytes(b"no database" * 1000)
    with pytest.raises(ReleaseError, match="the text index cannot be read"):
        TextIndex.open(tmp_path / "index").found_texts("de")
