"""The endpoint states whether an answer is complete, or what is wrong, to programs and on pages."""

from itertools import chain, repeat
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace
from starlette.testclient import TestClient

from kv2rdf.query.named_queries import all_queries
from kv2rdf.server.application import Component, application
from kv2rdf.server.served_release import ServedRelease
from kv2rdf.server.sparql.component import sparql_component
from kv2rdf.server.sparql.worker_group import WorkerGroup
from kv2rdf.server.sparql.worker_pool import PoolLimits, WorkerPool
from tests.server.sparql.running_pools import ENDLESS

SH = Namespace("http://www.w3.org/ns/shacl#")
PAGE = {"Accept": "text/html"}


def asked(sparql: TestClient, query: str, accept: str = "application/json") -> tuple[int, str]:
    """Return the status of the answer to a query, and the problem that the answer states."""
    answer = sparql.get("/sparql", params={"query": query}, headers={"Accept": accept})
    return answer.status_code, answer.json().get("detail", "")


def test_an_answer_says_that_it_is_complete_and_from_which_release(sparql: TestClient) -> None:
    answer = sparql.get("/sparql", params={"query": "SELECT ?s { ?s a kv:Question }"})
    assert len(answer.json()["results"]["bindings"]) == 7
    assert answer.headers["x-kv-complete"] == "true"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert {"x-kv-release", "x-kv-data-date"} <= answer.headers.keys()


def test_a_large_answer_is_whole(sparql: TestClient) -> None:
    answer = sparql.get(
        "/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 800", "format": "csv"}
    )
    assert answer.text.count("\r\n") >= 801
    assert int(answer.headers["content-length"]) == len(answer.content) > 100_000


@pytest.mark.parametrize(
    ("query", "status", "detail"),
    [
        ("SELECT * { ?s kv:text }", 400, "line 1, column 12"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", 400, "SERVICE is not allowed"),
        (f"SELECT * {'{' * 5000}{'}' * 5000}", 400, "nest 5,000 deep; at most 200 are allowed"),
        (ENDLESS, 504, "no complete answer after 1 s; 0 bytes of it were found"),
        ("SELECT * { ?s ?p ?o }", 413, "larger than 200,000 bytes, so none of it is sent"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", 406, "there is text/turtle"),
    ],
    ids=["syntax", "service", "depth", "time", "size", "format"],
)
def test_a_query_without_an_answer_has_a_reason(
    sparql: TestClient, query: str, status: int, detail: str
) -> None:
    accept = "application/json" if status != 406 else "text/csv, application/problem+json;q=0.5"
    found, said = asked(sparql, query, accept)
    assert found == status
    assert detail in said


def test_a_client_may_try_again_when_no_process_could_be_started(
    seed_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def start(*_: object, **__: object) -> WorkerGroup:
        raise OSError("cannot allocate memory")

    served, pool = ServedRelease.open(seed_release), WorkerPool(PoolLimits())
    component = sparql_component(pool, served.release.files.folder, None)
    monkeypatch.setattr(WorkerGroup, "start", start)
    client = TestClient(application(lambda: served, (Component(component.routes),)))
    for accept in ("application/json", "text/html"):
        answer = client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "cannot allocate" not in answer.text


def test_a_warning_about_an_unknown_term_is_in_a_header(sparql: TestClient) -> None:
    answer = sparql.get("/sparql", params={"query": "SELECT * { ?s kv:texts 'é' }"})
    assert answer.headers["x-kv-warning"] == "there is no term kv:texts; did you mean kv:text?"


def test_a_page_for_people_has_the_status_and_the_headers_of_the_answer(
    sparql: TestClient,
) -> None:
    found = sparql.get("/sparql", params={"query": "SELECT * { ?s kv:texts 1 }"}, headers=PAGE)
    assert (found.status_code, found.headers["x-kv-complete"]) == (200, "true")
    assert "kv:text?" in found.headers["x-kv-warning"]
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    wrong = sparql.get("/sparql", params={"query": "SELECT", "format": "html"})
    assert wrong.status_code == 400
    assert wrong.headers["content-type"] == "text/html; charset=utf-8"


def test_the_description_has_the_named_queries_and_their_prefixes(sparql: TestClient) -> None:
    answer = sparql.get("/sparql", headers={"Accept": "application/n-triples"})
    graph = Graph().parse(data=answer.text, format="nt")
    executables = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(executables) == len(all_queries())
    for executable in executables:
        text = graph.value(executable, SH.select) or graph.value(executable, SH.construct)
        assert text is not None
        comments = graph.objects(executable, RDFS.comment)
        languages = {comment.language for comment in comments if isinstance(comment, Literal)}
        assert languages == {"nl", "en"}
    prefixes = {str(prefix) for prefix in graph.objects(None, SH.prefix)}
    assert {"kv", "eli", "rdf", "wd"} <= prefixes


@pytest.mark.long
def test_a_client_that_asks_too_much_must_wait(seed_release: Path) -> None:
    served = ServedRelease.open(seed_release)
    times = chain(repeat(0.0, 4), repeat(1_000.0))
    limits = PoolLimits(short_places=1, long_places=1)
    component = sparql_component(
        WorkerPool(limits), served.release.files.folder, lambda: next(times)
    )
    with TestClient(application(lambda: served, (component,))) as client:
        answers = [client.get("/sparql?query=ASK%7B%7D") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].headers["retry-after"] == "881"
