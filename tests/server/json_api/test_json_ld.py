"""The statements that a JSON-LD reader finds in answers of the API are all in the release."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import SKOS, Graph, URIRef
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.server.json_api.object_schema import STATE
from kv2rdf.server.json_api.openapi_document import SCHEMAS
from tests.server.clients import client

SEED = "2022Z00634"


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def release_triples(golden_release: Path) -> set[ox.Triple]:
    with Release(golden_release) as release:
        return {quad.triple for quad in release.quads()}


def with_context(web: TestClient, path: str) -> str:
    """Return an answer that contains its context, as after a reader has fetched the context."""
    answer = web.get(path).json()
    return json.dumps({**answer, **web.get(answer["@context"]).json()})


def statements(web: TestClient, path: str) -> set[ox.Triple]:
    content = with_context(web, path).encode()
    return {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.JSON_LD)}


@pytest.mark.long
def test_every_statement_is_one_of_the_release(
    web: TestClient, release_triples: set[ox.Triple], golden_release: Path
) -> None:
    numbers = sorted(file.stem for file in golden_release.glob("dossiers/*/*.ttl"))
    paths = [f"/api/zaak/{number}" for number in numbers]
    paths += ["/api/zaak", "/api/persoon", "/api/fractie/cda", "/api/ministerie/mnre1034"]
    for path in paths:
        found = statements(web, path)
        assert found - release_triples == set(), path


def test_the_questions_and_answers_are_among_them(web: TestClient) -> None:
    found = statements(web, f"/api/zaak/{SEED}")
    properties = {triple.predicate.value for triple in found}
    assert {KV.text, KV.state, DCT.title, ELIDL.answers_to, KV.daysToAnswer} <= properties
    assert len(found) > 100


def test_rdflib_finds_the_same(web: TestClient) -> None:
    content = with_context(web, f"/api/zaak/{SEED}")
    graph = Graph(bind_namespaces="none").parse(data=content, format="json-ld")
    assert len(graph) == len(statements(web, f"/api/zaak/{SEED}"))


def test_the_states_are_those_of_the_ontology() -> None:
    concepts = Graph().parse(folder("ontology") / "concepts.ttl")
    found = concepts.subjects(SKOS.inScheme, URIRef(f"{PREFIXES['c']}standen"))
    assert {str(concept).removeprefix(PREFIXES["c"]) for concept in found} == {*STATE["enum"]}


def test_a_member_means_the_same_in_all_objects() -> None:
    terms: dict[str, object] = {}
    for schema in SCHEMAS:
        for member in schema.members:
            if member.term is not None:
                assert terms.setdefault(member.name, member.term) == member.term
    assert len(terms) > 20
