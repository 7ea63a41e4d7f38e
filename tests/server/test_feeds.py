"""The feeds of the cases of persons, parties, ministries, offices, topics and media."""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.server.atom_feed import FeedEntry, atom_feed
from tests.every_case import every_case
from tests.server.clients import client

ATOM = {"a": "http://www.w3.org/2005/Atom"}
THINGS = (
    "persoon/palland-hm-1979", "fractie/cda", "ministerie/mnre1034",
    "onderwerp/thema/bestuur-gemeenten",
)  # fmt: skip
ANSWERED = "2022-02-25T00:00:00Z"


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


def feed_of(web: TestClient, page: str) -> ET.Element:
    """Return the feed that a page names."""
    shown = html.document_fromstring(web.get(page).text)
    (link,) = shown.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
    answer = web.get(page + link)
    assert answer.headers["content-type"] == "application/atom+xml"
    return ET.fromstring(answer.content)


@every_case("thing", THINGS)
def test_the_page_of_a_thing_names_a_feed_of_its_cases(web: TestClient, thing: str) -> None:
    page = f"/nl/{thing}"
    shown = html.document_fromstring(web.get(page).text)
    feed = feed_of(web, page)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == len(shown.xpath("//ol[@class='cases']/li")) > 0
    links = [entry.find("a:link", ATOM) for entry in entries]
    assert [web.get(link.attrib["href"]).status_code for link in links if link is not None] == [
        200
    ] * len(entries)
    days = [entry.findtext("a:published", "", ATOM) for entry in entries]
    assert days == sorted(days, reverse=True)


def test_an_entry_is_updated_by_the_answer(web: TestClient) -> None:
    feed = feed_of(web, "/en/persoon/palland-hm-1979")
    assert feed.findtext("a:title", namespaces=ATOM) == "Kamervragen: Hilde Palland"
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:published", namespaces=ATOM) == "2022-01-18T00:00:00Z"
    assert entry.findtext("a:updated", namespaces=ATOM) == ANSWERED
    assert entry.findtext("a:summary", namespaces=ATOM) == "answered"
    names = [name.text for name in entry.findall("a:author/a:name", ATOM)]
    assert names == ["Hilde Palland", "Inge van Dijk"]


def test_a_year_has_no_feed_and_another_form_is_refused(web: TestClient) -> None:
    assert "atom+xml" not in web.get("/nl/jaar/2022").text
    assert web.get("/nl/fractie/cda?vorm=pdf").status_code == 400
    assert web.get("/nl/fractie/niemand?vorm=atom").status_code == 404


def test_a_feed_that_the_client_has_is_not_sent_again(web: TestClient) -> None:
    etag = web.get("/nl/fractie/cda?vorm=atom").headers["etag"]
    again = web.get("/nl/fractie/cda?vorm=atom", headers={"If-None-Match": etag})
    assert again.status_code == 304


def test_a_feed_is_xml_whatever_the_texts_contain() -> None:
    text = FeedEntry(
        address="https://e.org/x", page="c/X", title="T", published=None, updated=None,
        authors=("A & B",), summary="a\x00<b>&\ud800\rc",
    )  # fmt: skip
    moment = datetime(2030, 1, 2, tzinfo=UTC)
    made = atom_feed((text,), title="<t>", address="a", page="p", changed=moment)
    (entry,) = ET.fromstring(made).findall("a:entry", ATOM)
    assert entry.findtext("a:summary", namespaces=ATOM) == "a\ufffd<b>&?\rc"
    assert entry.findtext("a:updated", namespaces=ATOM) == "2030-01-02T00:00:00+00:00"


def test_a_case_without_an_answer_has_a_feed(web: TestClient) -> None:
    feed = feed_of(web, "/nl/zaak/2021Z90001")
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:summary", "", ATOM).startswith("Geen antwoord in onze bronnen")
    assert entry.findtext("a:id", "", ATOM).endswith("/zaak/2021Z90001")
    assert "atom+xml" not in web.get("/nl/zaak/2022Z00634").text


def test_the_entry_of_a_case_is_updated_by_its_answer(web: TestClient) -> None:
    answer = web.get("/en/zaak/2022Z00634?vorm=atom")
    (entry,) = ET.fromstring(answer.content).findall("a:entry", ATOM)
    assert entry.findtext("a:updated", "", ATOM) == ANSWERED
    assert entry.findtext("a:summary", "", ATOM).startswith("Answered after 38 days")
    assert web.get("/en/zaak/2022Z00634?vorm=pdf").status_code == 400
