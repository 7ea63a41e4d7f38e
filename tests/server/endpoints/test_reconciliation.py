"""The reconciliation service over HTTP, as OpenRefine calls it."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.every_case import every_case
from tests.server.clients import client

PERSON = "https://w3id.org/kamervragen/id/persoon/palland-hm-1979"
QUERY = {"query": "Palland", "properties": [
    {"pid": "party", "v": "CDA"}, {"pid": "day", "v": "2022-01-14"},
]}  # fmt: skip


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


def test_the_manifest_names_only_addresses_that_answer(web: TestClient) -> None:
    manifest = json.loads(web.get("/reconcile").text)
    assert manifest["versions"] == ["0.2"]
    assert manifest["view"]["url"] == "http://testserver/reconcile/view?id={{id}}"
    view = web.get(manifest["view"]["url"].replace("{{id}}", quote(PERSON)))
    assert (view.status_code, view.headers["location"]) == (303, PERSON)
    preview = web.get(manifest["preview"]["url"].replace("{{id}}", quote(PERSON)))
    assert preview.status_code == 200
    assert "Hilde Palland" in preview.text
    assert "style-src 'sha256-" in preview.headers["content-security-policy"]
    for kind, prefix in (("entity", "Palla"), ("type", "per"), ("property", "par")):
        service = manifest["suggest"][kind]
        address = service["service_url"] + service["service_path"]
        assert json.loads(web.get(address, params={"prefix": prefix}).text)["result"]
    proposed = manifest["extend"]["propose_properties"]
    address = proposed["service_url"] + proposed["service_path"]
    answer = json.loads(web.get(address, params={"type": "person"}).text)
    assert {"id": "born", "name": "date of birth"} in answer["properties"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_queries_are_answered(web: TestClient, method: str) -> None:
    fields = {"queries": json.dumps({"q0": QUERY})}
    sent = {"params": fields} if method == "GET" else {"data": fields}
    answer = web.request(method, "/reconcile", **sent)  # type: ignore[arg-type]
    (best,) = json.loads(answer.text)["q0"]["result"]
    assert (best["id"], best["match"]) == (PERSON, True)


def test_a_table_is_extended(web: TestClient) -> None:
    query = {"ids": [PERSON], "properties": [{"id": "wikidata"}]}
    answer = web.post("/reconcile", data={"extend": json.dumps(query)})
    assert json.loads(answer.text)["rows"] == {PERSON: {"wikidata": [{"str": "Q28861157"}]}}


@every_case(
    ("path", "status", "words"),
    [
        ("/reconcile?queries={", 400, "the value of queries is not JSON"),
        ("/reconcile?queries=[]", 400, "quer"),
        ("/reconcile?extend=" + "[" * 5_000, 400, "the value of extend is not JSON"),
        ("/reconcile/suggest/entity?prefix=a&cursor=-1", 400, "The cursor is not a number."),
        ("/reconcile/suggest/entity?prefix=a&cursor=%C2%B2", 400, "The cursor is not a number."),
        ("/reconcile/suggest/thing?prefix=a", 404, "Suggestions"),
        ("/reconcile/view?id=https://example.org/", 404, ""),
        ("/reconcile/view", 404, ""),
        ("/reconcile/preview?id=x", 404, ""),
    ],
)
def test_what_cannot_be_answered_is_stated(
    web: TestClient, path: str, status: int, words: str
) -> None:
    answer = web.get(path, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert words in json.loads(answer.text)["detail"]


@every_case(
    ("body", "media_type", "status"),
    [
        (b"queries=" + b"x" * 999_992, "application/x-www-form-urlencoded", 400),
        (b"queries=" + b"x" * 999_993, "application/x-www-form-urlencoded", 413),
        (b"queries=%ff", "application/x-www-form-urlencoded", 400),
        (b"queries=\xff", "application/x-www-form-urlencoded; charset=utf-8", 400),
        (b"{}", "application/json", 415),
        (b"", "", 415),
    ],
)
def test_a_body_must_be_a_form_of_a_fair_size(
    web: TestClient, body: bytes, media_type: str, status: int
) -> None:
    answer = web.post("/reconcile", content=body, headers={"Content-Type": media_type})
    assert answer.status_code == status


def test_half_a_character_is_not_a_fault_of_the_server(web: TestClient) -> None:
    answer = web.get("/reconcile", params={"queries": '{"q0": {"query": "\\ud800"}}'})
    assert answer.status_code in (200, 400)
