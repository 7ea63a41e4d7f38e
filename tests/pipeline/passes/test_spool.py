"""The spool: papers come back as they went, and the disk's refusals are told of."""

from dataclasses import replace
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.passes.spool import Entry, Fate, Spool, packed
from kv2rdf.sources.formats import papers
from kv2rdf.sources.input.documents import listed, read
from tests.conftest import ROOT
from tests.papers import real_seeds

SOURCES = (ROOT / "seeds" / "kamervragen", *sorted((ROOT / "tests" / "golden").glob("*/*.xml")))


def test_papers_come_back_as_they_went(tmp_path: Path) -> None:
    lookups = real_seeds().lookups
    all_ = {found.id: papers(found, lookups) for found in read(SOURCES, listed(SOURCES))}
    spool = Spool.create(tmp_path / "spool.sqlite")
    spool.add(
        Entry(id=id_, sha256="0", fate=Fate.READ, keys=("a", "b"), papers=packed(read_))
        for id_, read_ in all_.items()
    )
    spool.close()
    again = Spool.open(tmp_path / "spool.sqlite")
    for id_, read_ in all_.items():
        assert tuple(again.papers([id_])) == read_
    assert [entry.id for entry in again.entries()] == sorted(all_)
    assert {entry.keys for entry in again.entries()} == {("a", "b")}


def test_what_became_of_a_document_is_kept(tmp_path: Path) -> None:
    held = Entry(
        id="a", sha256="0", fate=Fate.HELD_BACK, place="/kvr", reason="is broken", year=1998
    )
    spool = Spool.create(tmp_path / "spool.sqlite")
    spool.add([held, replace(held, id="b", fate=Fate.NOT_READ)])
    first, second = spool.entries()
    assert (first, second.fate) == (held, Fate.NOT_READ)


def test_a_place_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="the spool cannot be written"):
        Spool.create(tmp_path / "no-such-folder" / "spool.sqlite")
