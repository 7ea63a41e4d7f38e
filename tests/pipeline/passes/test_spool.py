"""The spool returns papers as they were stored, and reports write errors."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.passes.spool import Fate, Spool, SpoolEntry, encode_papers
from kv2rdf.sources.formats import read_publication
from kv2rdf.sources.input.documents import list_documents, load_documents
from tests.conftest import ROOT
from tests.papers import real_seeds

SOURCES = (ROOT / "seeds" / "kamervragen", *sorted((ROOT / "tests" / "golden").glob("*/*.xml")))


def test_papers_are_returned_as_they_were_stored(tmp_path: Path) -> None:
    lookups = real_seeds().lookups
    all_ = {
        found.id: read_publication(found, lookups)
        for found in load_documents(SOURCES, list_documents(SOURCES))
    }
    entries = (
        SpoolEntry(id=id_, sha256="0", fate=Fate.READ, keys=("a", "b"), papers=encode_papers(read_))
        for id_, read_ in all_.items()
    )
    with closing(Spool.create(tmp_path / "spool.sqlite")) as spool:
        spool.add(entries)
    with closing(Spool.open(tmp_path / "spool.sqlite")) as again:
        for id_, read_ in all_.items():
            assert tuple(again.papers([id_])) == read_
        assert [entry.id for entry in again.entries()] == sorted(all_)
        assert {entry.keys for entry in again.entries()} == {("a", "b")}


def test_the_fate_of_a_document_is_stored(tmp_path: Path) -> None:
    held = SpoolEntry(
        id="a", sha256="0", fate=Fate.HELD_BACK, location="/kvr", reason="is broken", year=1998
    )
    with closing(Spool.create(tmp_path / "spool.sqlite")) as spool:
        spool.add([held, replace(held, id="b", fate=Fate.NOT_READ)])
        first, second = spool.entries()
    assert (first, second.fate) == (held, Fate.NOT_READ)


def test_a_path_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="the spool cannot be written"):
        Spool.create(tmp_path / "no-such-folder" / "spool.sqlite")


def test_the_spool_knows_the_hashes_and_the_lookups_of_its_documents(tmp_path: Path) -> None:
    entries = [
        SpoolEntry(id="b", sha256="2", fate=Fate.READ, used_keys=(5, 7)),
        SpoolEntry(id="a", sha256="1", fate=Fate.READ, used_keys=(7,)),
        SpoolEntry(id="c", sha256="3", fate=Fate.NOT_READ),
    ]
    with closing(Spool.create(tmp_path / "spool.sqlite")) as spool:
        spool.add(entries)
        assert list(spool.hashes().items()) == [("a", "1"), ("b", "2"), ("c", "3")]
        assert spool.documents_using({5, 6}) == {"b"}
        assert spool.documents_using({7}) == {"a", "b"}
        assert spool.documents_using(set()) == set()


def test_listed_identifiers_are_found(tmp_path: Path) -> None:
    document = SpoolEntry(id="a", sha256="1", fate=Fate.READ)
    identifiers = ("ah-tk-20212022-1881", "ah-tk-20212022-1882")
    listed = SpoolEntry(id="b", sha256="2", fate=Fate.LIST, identifiers=identifiers)
    with closing(Spool.create(tmp_path / "spool.sqlite")) as spool:
        spool.add([document])
        assert spool.identifiers == {}
        spool.add([listed])
        assert list(spool.identifiers) == list(identifiers)
        assert spool.identifiers.get("ah-tk-20212022-1881") == "ah-tk-20212022-1881"
        assert spool.identifiers.get("ah-tk-20212022-1883") is None
