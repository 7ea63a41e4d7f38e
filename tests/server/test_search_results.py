"""The results of a search for programs: CSV, JSON and Atom at the address of the page."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from kv2rdf.server import search_results
from tests.every_case import every_case
from tests.server.clients import client

ATOM = {"a": "http://www.w3.org/2005/Atom"}
CASE = "2022Z00634"


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


def test_csv_and_json_have_the_same_fields(web: TestClient) -> None:
    of_csv = web.get("/nl/zoek?q=doxing&vorm=csv")
    of_json = web.get("/nl/zoek?q=doxing&vorm=json")
    assert of_csv.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(of_csv.text)))
    texts = json.loads(of_json.text)
    assert [row["address"] for row in rows] == [text["address"] for text in texts]
    assert list(rows[0]) == list(texts[0])
    assert {(text["case"], text["day"]) for text in texts} == {(CASE, "2022-01-18")}
    assert of_json.headers["x-kv-total"] == str(len(texts))
    assert "link" not in of_json.headers


def test_a_feed_has_an_entry_for_each_text(web: TestClient) -> None:
    answer = web.get("/en/zoek?q=doxing&vorm=atom")
    assert answer.headers["content-type"] == "application/atom+xml"
    feed = ET.fromstring(answer.text)
    assert feed.findtext("a:id", namespaces=ATOM) == "http://testserver/en/zoek?q=doxing&vorm=atom"
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == int(answer.headers["x-kv-total"])
    assert feed.find("a:link[@rel='alternate']", ATOM) is not None
    for entry in entries:
        assert entry.findtext("a:updated", namespaces=ATOM) == "2022-01-18T00:00:00Z"
        (link,) = entry.findall("a:link", ATOM)
        assert web.get(link.attrib["href"]).status_code == 200


def test_an_answer_leads_to_the_next_part_of_the_list(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(search_results._MOST_TEXTS, "json", 1)  # noqa: SLF001 - the seed is small
    address, found, totals = "/nl/zoek?q=doxing&orde=best&vorm=json", [], set()
    while address:
        answer = web.get(address)
        found += [text["address"] for text in json.loads(answer.text)]
        totals.add(answer.headers["x-kv-total"])
        address = answer.links.get("next", {}).get("url", "")
    assert totals == {str(len(found))}
    assert len(found) == len(set(found)) > 1


def test_a_list_that_the_client_has_is_not_sent_again(web: TestClient) -> None:
    etag = web.get("/nl/zoek?q=doxing&vorm=csv").headers["etag"]
    again = web.get("/nl/zoek?q=doxing&vorm=csv", headers={"If-None-Match": etag})
    assert again.status_code == 304


@every_case("query", ["vorm=csv", "vorm=atom", "q=doxing&vorm=pdf", "q=(&vorm=json", "q=x&orde=y"])
def test_what_is_wrong_is_stated(web: TestClient, query: str) -> None:
    assert web.get(f"/nl/zoek?{query}").status_code == 400
