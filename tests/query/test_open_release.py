"""An open release, which is opened once, queried many times, and closed."""

import gc
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query import sparql
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.rdf.vocabulary import HOME, KV
from tests.conftest import ROOT, build_quietly
from tests.every_case import every_case

NUMBERS = "SELECT ?n { ?d a kv:Dossier ; eli-dl:process_id ?n }"


@every_case("prefix", ["rdf", "rdfs", "owl", "xsd", "skos", "schema", "wd", "kv", "c"])
def test_a_query_need_not_declare_a_usual_prefix(prefix: str, seed_release: Path) -> None:
    with Release(seed_release) as release:
        result = release.query(f"ASK {{ ?s ?p ?o FILTER(?p != {prefix}:nothing) }}")
    assert isinstance(result, ResultRows)
    assert result.rows == (("true",),)


def test_a_prefix_that_the_caller_gives_comes_before_ours(seed_release: Path) -> None:
    with Release(seed_release) as release:
        result = release.query(
            "SELECT ?n { BIND(STR(wd:x) AS ?n) }", {"wd": "https://example.org/"}
        )
    assert isinstance(result, ResultRows)
    assert result.rows == (("https://example.org/x",),)


def test_the_store_and_the_index_are_opened_once(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    open_index = sqlite3.connect

    open_store = sparql.SparqlStore.open

    def open_counted(_class: type[sparql.SparqlStore], folder: Path) -> sparql.SparqlStore:
        opened.append("store")
        return open_store(folder)

    def connect(address: str, *, uri: bool, check_same_thread: bool) -> sqlite3.Connection:
        opened.append("index")
        return open_index(address, uri=uri, check_same_thread=check_same_thread)

    monkeypatch.setattr(sparql.SparqlStore, "open", classmethod(open_counted))
    monkeypatch.setattr(sqlite3, "connect", connect)
    with Release(seed_release) as release:
        assert opened == []
        for _ in range(3):
            assert release.query(NUMBERS) == release.query(NUMBERS)
            assert release.search("doxing", first=1).total > 1
    assert opened == ["store", "index", "index"]  # one connection only for searches


def test_a_closed_release_answers_no_queries(seed_release: Path) -> None:
    release = Release(seed_release)
    assert release.search("doxing").texts
    release.close()
    release.close()
    for ask in (release.search, release.query, release.case):
        with pytest.raises(ReleaseError, match="the release is closed"):
            ask("doxing")


def test_the_text_index_of_a_release_that_is_not_used_any_more_is_closed(
    seed_release: Path,
) -> None:
    """Otherwise, Python warns about it from 3.13 on, and a server would keep old files open."""
    release = Release(seed_release)
    index = release.texts
    assert index.found_texts("doxing").texts
    del release
    gc.collect()
    with pytest.raises(ReleaseError, match="closed database"):
        index.found_texts("doxing")


def test_any_thread_may_ask(seed_release: Path) -> None:
    words = ["doxing", "politie", "wetsvoorstel", "gemeenten"] * 50
    with Release(seed_release) as release, ThreadPoolExecutor(8) as threads:
        alone = [release.search(word) for word in words]
        assert list(threads.map(release.search, words)) == alone
        rows = release.query(NUMBERS)
        assert list(threads.map(release.query, [NUMBERS] * 8)) == [rows] * 8


def test_at_least_one_text_must_be_wanted(seed_release: Path) -> None:
    with Release(seed_release) as release:
        assert len(release.search("doxing", first=1).texts) == 1
        with pytest.raises(QueryError, match="at least 1, not 0"):
            release.search("doxing", first=0)


@pytest.mark.long
def test_an_open_release_stays_the_same_when_a_new_one_is_published(tmp_path: Path) -> None:
    out, source = tmp_path / "release", tmp_path / "in"
    source.mkdir()
    page = (ROOT / "seeds" / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")
    (source / "2022Z00634.txt").write_text(page, encoding="utf-8")
    build_quietly(out, source)
    with Release(out) as old:
        other = page.replace("2022Z00634", "2022Z00635")
        (source / "2022Z00635.txt").write_text(other, encoding="utf-8")
        build_quietly(out, source)
        result = old.query(NUMBERS)
        assert isinstance(result, ResultRows)
        assert result.rows == (("2022Z00634",),)
    with Release(out) as new:
        result = new.query(NUMBERS)
        assert isinstance(result, ResultRows)
        assert len(result.rows) == 2


@pytest.mark.parametrize(
    "identifier",
    ["2022Z00634", "ah-tk-20212022-1881", f"{HOME}/eli/nl/tk/zaak/2022Z00634"],
)
def test_a_case_is_found_by_its_address_and_any_of_its_identifiers(
    seed_release: Path, identifier: str
) -> None:
    with Release(seed_release) as release:
        graph = release.case(identifier)
    assert len(list(graph.subjects(RDF.type, URIRef(KV.Question)))) == 7
    assert ("kv", URIRef("https://w3id.org/kamervragen/def#")) in set(graph.namespaces())


@every_case(
    "identifier",
    ["2022Z99999", "", 'a" }', "../../../etc/passwd", f"{HOME}/eli/nl/tk/kv/1", "http://["],
)
def test_an_unknown_case_is_an_error(seed_release: Path, identifier: str) -> None:
    with (
        Release(seed_release) as release,
        pytest.raises(QueryError, match="no case in this release"),
    ):
        release.case(identifier)


def test_a_release_is_verified(tmp_path: Path) -> None:
    build_quietly(tmp_path / "release", ROOT / "seeds" / "kamervragen")
    with Release(tmp_path / "release") as release:
        assert release.verify() == ()
        release.files.catalogue.write_text("")
        (problem,) = release.verify()
        assert problem.startswith("catalogue.ttl: ")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (".", "it has no manifest-sha256.txt"),
        ("none", "it does not exist; kv2rdf build makes a release"),
        ("file", "it is a file, but a release is a folder"),
    ],
)
def test_a_path_that_is_not_a_release_is_an_error(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReleaseError) as refused:
        Release(tmp_path / name)
    assert str(refused.value) == f"{tmp_path / name} is not a kv2rdf release: {problem}"
