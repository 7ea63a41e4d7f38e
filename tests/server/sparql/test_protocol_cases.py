"""The cases of the W3C for the SPARQL 1.1 Protocol, adapted to this server and its data.

Source: https://github.com/w3c/rdf-tests, sparql/sparql11/protocol. The server is read-only, so it
refuses the cases with updates.
"""

from urllib.parse import urlencode

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from starlette.testclient import TestClient

from tests.every_case import every_case

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
GRAPH = "https://w3id.org/kamervragen/graph"
CASE, REGISTER = f"{GRAPH}/2022Z00634", f"{GRAPH}/register"
QUESTION, NAME = "?q a kv:Question .", "?n a kv:NameForm ."
BOTH = f"ASK {{ {QUESTION} {NAME} }}"
IN_NAMED = f"ASK {{ GRAPH <{CASE}> {{ {QUESTION} }} GRAPH <{REGISTER}> {{ {NAME} }} }}"
Fields = list[tuple[str, str]]


def boolean(client: TestClient, query: str, fields: Fields, *, posted: bool) -> bool:
    """Return the answer to an ASK, whose fields are in the query string or in a form."""
    form = urlencode([("query", query), *fields])
    if posted:
        answer = client.post("/sparql", content=form, headers={"Content-Type": FORM})
    else:
        answer = client.get(f"/sparql?{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    return bool(answer.json()["boolean"])


@pytest.mark.parametrize("posted", [False, True], ids=["get", "post"])
@pytest.mark.parametrize(
    ("query", "fields", "expected"),
    [
        ("ASK {}", [], True),
        (BOTH, [("default-graph-uri", CASE), ("default-graph-uri", REGISTER)], True),
        (BOTH, [("default-graph-uri", CASE)], False),
        (IN_NAMED, [("named-graph-uri", CASE), ("named-graph-uri", REGISTER)], True),
        (IN_NAMED, [("named-graph-uri", CASE)], False),
        (f"ASK {{ {QUESTION} GRAPH ?g {{ {NAME} }} }}",
         [("default-graph-uri", CASE), ("named-graph-uri", REGISTER)], True),
        (f"ASK {{ {QUESTION} }}", [("named-graph-uri", CASE)], False),
        (f"ASK FROM <{CASE}> {{ {NAME} }}", [("default-graph-uri", REGISTER)], True),
    ],
    ids=[
        "query", "default_graphs", "one default graph", "named_graphs", "one named graph", "full",
        "no default graph", "multiple_dataset",
    ],
)  # fmt: skip
def test_the_graphs_are_those_that_the_request_names(
    patient: TestClient, query: str, fields: Fields, *, expected: bool, posted: bool
) -> None:
    assert boolean(patient, query, fields, posted=posted) is expected


def test_query_post_direct(patient: TestClient) -> None:
    query = f"/sparql?{urlencode({'default-graph-uri': CASE})}"
    for text, expected in ((f"ASK {{ {QUESTION} }}", True), (f"ASK {{ {NAME} }}", False)):
        answer = patient.post(query, content=text, headers={"Content-Type": QUERY})
        assert answer.json()["boolean"] is expected


@every_case(
    ("query", "accept", "content_type"),
    [
        ("SELECT (1 AS ?v) {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK {}", "*/*", "application/sparql-results+json"),
        ("DESCRIBE <http://example.org/>", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT {} {}", "*/*", "text/turtle; charset=utf-8"),
        ("SELECT (1 AS ?v) {}", "text/csv;q=0.4, text/tab-separated-values;q=0.5",
         "text/tab-separated-values; charset=utf-8"),
        ("SELECT (1 AS ?v) {}", "application/json", "application/sparql-results+json"),
        ("SELECT (1 AS ?v) {}", "text/html,application/xml;q=0.9", "text/html; charset=utf-8"),
    ],
)  # fmt: skip
def test_the_content_type_is_one_that_the_client_accepts(
    patient: TestClient, query: str, accept: str, content_type: str
) -> None:
    answer = patient.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, content_type)


@every_case(
    ("method", "target", "content", "media_type", "status"),
    [
        ("PUT", "/sparql?query=ASK%20%7B%7D", b"", None, 405),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", b"", None, 400),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", b"query=ASK%20%7B%7D", None, 415),
        ("POST", "/sparql", b"ASK {}", None, 415),
        ("POST", "/sparql", "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16", 400),
        ("GET", "/sparql?query=ASK%20%7B", b"", None, 400),
        ("POST", "/sparql", b"query=%FF", FORM, 400),
        ("POST", "/sparql", b"q=ASK", FORM, 400),
        ("POST", "/sparql", b"x" * 100_001, QUERY, 413),
        ("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=no%20address", b"", None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&format=xls", b"", None, 400),
    ],
)  # fmt: skip
def test_what_is_not_a_request_of_the_protocol_is_refused(
    patient: TestClient, method: str, target: str, content: bytes, media_type: str, status: int
) -> None:
    headers = {"Accept": "application/json"} | ({"Content-Type": media_type} if media_type else {})
    answer = patient.request(method, target, content=content, headers=headers)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.headers["access-control-allow-origin"] == "*"


@every_case(
    ("target", "content", "media_type"),
    [
        ("/sparql", "update=CLEAR+ALL", FORM),
        ("/sparql", "CLEAR ALL", UPDATE),
        ("/sparql?using-graph-uri=http://example.org/", "DELETE WHERE { ?s ?p ?o }", UPDATE),
        ("/sparql?using-named-graph-uri=http://example.org/", "DELETE WHERE { ?s ?p ?o }", UPDATE),
        ("/sparql", "using-graph-uri=http://example.org/&update=DELETE+WHERE+{?s+?p+?o}", FORM),
        ("/sparql", "BASE <http://example.org/> INSERT DATA { <a> <b> <c> }", UPDATE),
        ("/sparql?using-graph-uri=http://x/", "WITH <g:> DELETE {} USING <x:> WHERE {}", UPDATE),
        ("/sparql?update=CLEAR+ALL", None, None),
        ("/sparql", "update=CLEAR+NAMED&update=CLEAR+DEFAULT", FORM),
        ("/sparql", "CLEAR NAMED", "text/plain"),
        ("/sparql", "update=CLEAR+NAMED", None),
        ("/sparql", "update=%FF", FORM),
        ("/sparql", "CLEAR XYZ", UPDATE),
        ("/sparql?query=INSERT+DATA+%7B+%3Ca:%3E+%3Ca:%3E+1+%7D", None, None),
        ("/sparql", "LOAD <http://127.0.0.1:1/>", QUERY),
    ],
)
def test_updates_are_refused(
    patient: TestClient, target: str, content: str | None, media_type: str | None
) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    method = "GET" if content is None else "POST"
    answer = patient.request(method, target, content=content, headers=headers)
    assert answer.status_code in {400, 403, 415}


def test_the_service_describes_itself(patient: TestClient) -> None:
    answer = patient.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    graph = Graph().parse(data=answer.text, format="turtle")
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == URIRef("http://testserver/sparql")
    assert graph.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    (dataset,) = graph.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in graph
    assert len(set(graph.objects(service, SD.resultFormat))) == 10
    void = Namespace("http://rdfs.org/ns/void#")
    (default,) = graph.objects(dataset, SD.defaultGraph)
    assert graph.value(default, void.triples) is not None
    assert set(graph.objects(default, void.classPartition))
