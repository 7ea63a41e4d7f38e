"""Source files that have not changed are not read, and others are read once."""

import json
import os
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.increments.ledger import PreviousRelease
from kv2rdf.pipeline.increments.reuse import Reuse
from kv2rdf.pipeline.passes.spool import Spool
from kv2rdf.pipeline.settings import Settings
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.sources.input import archives, documents
from kv2rdf.sources.input.file_content import FileContent
from kv2rdf.sources.input.source_hash import sources_sha256
from kv2rdf.storage.remote_path import InputPath
from tests.conftest import build_quietly
from tests.pipeline.increments.test_plan import entry, ledger_of
from tests.seed_pages import page_numbered


def packed(archive: Path, *numbers: int) -> Path:
    """Write an archive with the pages that have these numbers, and return its path."""
    page = archive.with_name("page.txt")
    with tarfile.open(archive, "w:xz") as tar:
        for number in numbers:
            page.write_text(page_numbered(number), encoding="utf-8")
            tar.add(page, f"2022Z{number:05}.txt")
    return archive


def sources_hash(release: Path) -> str | None:
    """Return the hash of the sources in the ledger of a release."""
    found = json.loads(ReleaseFiles(release).ledger.read_bytes())["sources_sha256"]
    assert found is None or isinstance(found, str)
    return found


@pytest.mark.parametrize(
    ("previous", "now", "is_reused"),
    [("a", "a", True), ("a", "b", False), (None, None, False), ("a", None, False)],
)
def test_documents_are_reused_if_the_hash_of_the_sources_is_the_same(
    tmp_path: Path, *, previous: str | None, now: str | None, is_reused: bool
) -> None:
    files = ReleaseFiles(tmp_path)
    files.state.mkdir()
    with closing(Spool.create(files.spool)) as spool:
        spool.add([replace(entry(number), sha256=f"{number}") for number in (2, 1)])
    ledger = replace(ledger_of(range(0)), sources_sha256=previous)
    source = tmp_path / "KVR3.xml"
    source.write_bytes(b"3")
    reuse = Reuse(previous=PreviousRelease(files, ledger))
    listed, loaded = reuse.list_documents((source,), now)
    if is_reused:
        assert (list(listed.items()), loaded) == ([("KVR1", "1"), ("KVR2", "2")], ())
    else:
        assert list(listed) == [document.id for document in loaded] == ["KVR3.xml"]


@pytest.mark.long
def test_an_archive_is_opened_only_if_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / "pages.tar.xz", 1, 2)
    build_quietly(tmp_path / "release", archive)
    first = ReleaseFiles(tmp_path / "release").manifest.read_bytes()
    opened = opened_sources(monkeypatch)
    again = build_quietly(tmp_path / "release", archive)
    assert (again.documents_found, again.documents_read, opened) == (2, 0, [])
    assert ReleaseFiles(tmp_path / "release").manifest.read_bytes() == first
    packed(archive, 1, 3, 4)
    changed = build_quietly(tmp_path / "release", archive)
    assert (changed.documents_found, changed.documents_read, len(opened)) == (3, 2, 1)
    whole = build_quietly(tmp_path / "whole", archive)
    assert (whole.documents_read, len(opened)) == (3, 3)
    for name in ("kamervragen.nq.gz", "kamervragen.ttl.gz"):
        assert (tmp_path / "release" / name).read_bytes() == (
            tmp_path / "whole" / name
        ).read_bytes()


@pytest.mark.long
def test_new_documents_that_are_too_large_together_are_read_from_the_archive_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = packed(tmp_path / "pages.tar.xz", 1, 2)
    build_quietly(tmp_path / "release", archive)
    packed(archive, 1, 3, 4)
    monkeypatch.setattr(documents, "MOST_BYTES_KEPT", 1)
    opened = opened_sources(monkeypatch)
    changed = build_quietly(tmp_path / "release", archive)
    assert (changed.documents_found, changed.documents_read, len(opened)) == (3, 2, 2)


def opened_sources(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list to which the sources are added whenever their files are read."""
    opened: list[object] = []
    read_files = archives.read_files

    def recorded(sources: Sequence[InputPath], *args: Any, **options: Any) -> Iterator[FileContent]:
        opened.append(sources)
        return read_files(sources, *args, **options)

    monkeypatch.setattr(archives, "read_files", recorded)
    return opened


@pytest.mark.long
def test_no_hash_is_kept_if_the_sources_change_or_only_some_documents_are_read(
    tmp_path: Path,
) -> None:
    archive = packed(tmp_path / "pages.tar.xz", 1, 2)
    build_quietly(tmp_path / "release", archive)
    assert sources_hash(tmp_path / "release") == sources_sha256((archive,))
    build_quietly(tmp_path / "limited", archive, limit=1)
    assert sources_hash(tmp_path / "limited") is None
    settings = Settings(
        sources=(archive,),
        out=tmp_path / "changed",
        clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        host="test",
    )

    def change(_step: str, _done: int, _all: int) -> None:
        packed(archive, 2)

    build(settings, change)
    assert sources_hash(tmp_path / "changed") is None


def test_the_hash_depends_on_the_names_bytes_and_order_of_the_files(tmp_path: Path) -> None:
    a, b, c = (tmp_path / name for name in ("a.xml", "b.xml", "c.xml"))
    a.write_bytes(b"1")
    b.write_bytes(b"2")
    c.write_bytes(b"1")
    (tmp_path / "other").mkdir()
    same = tmp_path / "other" / "a.xml"
    same.write_bytes(b"1")
    assert sources_sha256((a, b)) == sources_sha256((same, b))
    different = [(a,), (c,), (b,), (a, b), (b, a), (a, a)]
    assert len({sources_sha256(sources) for sources in different}) == len(different)


def test_folders_pipes_and_missing_files_have_no_hash(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"1")
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe", "missing.xml"):
        assert sources_sha256((tmp_path / "a.xml", tmp_path / name)) is None
