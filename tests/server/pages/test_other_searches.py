"""Other searches, which are proposed if a search finds nothing, and the address of a search."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.server.clients import client
from tests.server.pages.case_pages import listed


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def proposed(pages: TestClient, query: str) -> list[str]:
    """Return the proposed searches, and check that each finds as many cases as it says."""
    page = html.document_fromstring(pages.get(f"/nl/zoek?{query}").text)
    found = page.xpath("//ul[@class='plain others']/li")
    for item in found:
        (href,) = item.xpath("a/@href")
        other = html.document_fromstring(pages.get(href).text)
        (heading,) = listed(other, "//section[@class='found']/h2")
        assert heading.startswith(listed(item, "span")[0])
    return [listed(item, "a")[0] for item in found]


def test_a_search_with_one_word_too_many_proposes_the_others(pages: TestClient) -> None:
    assert proposed(pages, "q=raadsleden+xyzzy") == ["raadsleden"]
    assert proposed(pages, "q=xyzzy+raadsleden+plugh") == []


def test_a_search_for_the_beginning_of_a_word_is_proposed(pages: TestClient) -> None:
    assert proposed(pages, "q=raadsle") == ["raadsle*"]
    assert proposed(pages, "q=raa") == []


def test_proposed_searches_keep_the_filters(pages: TestClient) -> None:
    assert proposed(pages, "q=raadsleden+xyzzy&van=2022") == ["raadsleden"]
    assert proposed(pages, "q=raadsleden+xyzzy&tot=2021") == []


@pytest.mark.parametrize("query", ["a b c d raadsleden xyzzy", '"raadsleden xyzzy"', "raadsl OR x"])
def test_other_searches_are_proposed_for_a_few_plain_words_only(
    pages: TestClient, query: str
) -> None:
    assert proposed(pages, f"q={query}") == []


def test_a_search_has_one_address_without_empty_fields(pages: TestClient) -> None:
    answer = pages.get("/nl/zoek?q=doxing&van=&tot=&fractie=CDA&kamer=")
    assert (answer.status_code, answer.headers["location"]) == (
        301, "/nl/zoek?q=doxing&fractie=CDA"
    )  # fmt: skip
    assert pages.get("/nl/zoek?q=").headers["location"] == "/nl/zoek"
    assert pages.get("/nl/zoek?q=doxing&fractie=CDA").status_code == 200
    assert pages.get("/nl/zoek?q=&kleur=rood").status_code == 200


def test_a_name_that_no_text_contains_is_not_said_to_be_missing(pages: TestClient) -> None:
    page = html.document_fromstring(pages.get("/nl/zoek?q=Hilde+Palland").text)
    found = [item.tag for item in page.xpath("//section[@class='found']/*")]
    assert found[:2] == ["p", "h2"]
    assert listed(page, "//h2") == ["Niet in de teksten gevonden: “Hilde Palland”"]


def test_a_found_note_leads_to_its_place_in_the_case(pages: TestClient) -> None:
    page = html.document_fromstring(pages.get("/nl/zoek?q=Aanhangsel&deel=noot").text)
    links = page.xpath("//p[@class='place']/a/@href")
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        case = html.document_fromstring(pages.get(path).text)
        assert "Aanhangsel" in listed(case, f"//li[@id='{anchor}']")[0], link
