"""Other searches, which are proposed if a search finds nothing, and the address of a search."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import Rows
from kv2rdf.query.near_words import UnknownWord
from kv2rdf.server.pages import other_searches
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
    assert proposed(pages, "q=raadsle") == ["raadslid", "raadsle*"]
    assert proposed(pages, "q=raa") == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("raadslleden", "raadsleden"),
        ("Raadselden bedreiging", "raadsleden bedreiging"),
        ("raadslleden OR xyzzy", "raadsleden OR xyzzy"),
        ('"raadslleden"', '"raadsleden"'),
    ],
)
def test_the_most_similar_word_is_proposed(pages: TestClient, query: str, first: str) -> None:
    assert proposed(pages, f"q={query}")[0] == first


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nl/zoek?q=raadsleden+xyzzy", ["Het woord “xyzzy” staat in geen enkele tekst."]),
        ("nl/zoek?q=xyzzy+plugh", ["De woorden “xyzzy en plugh” staan in geen enkele tekst."]),
        ("en/zoek?q=doxing+OR+xyzzy", ["The word “xyzzy” is in none of the texts."]),
        ("nl/zoek?q=doxing+NOT+raadsleden", []),
        ("nl/zoek?q=xyzz*", []),
    ],
)
def test_the_page_names_the_words_that_are_in_no_text(
    pages: TestClient, path: str, said: list[str]
) -> None:
    page = html.document_fromstring(pages.get(f"/{path}").text)
    found = listed(page, "//section[@class='found']/p[not(@class)]")
    assert [line for line in found if "“" in line] == said


def test_words_are_not_looked_up_if_the_time_for_searches_has_ended(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_rows: Rows, _search: str) -> tuple[UnknownWord, ...]:
        raise QueryError("the search takes more than 2 seconds")

    monkeypatch.setattr(other_searches, "unknown_words", late)
    answer = client(golden_release).get("/nl/zoek?q=xyzzy+plugh")
    assert answer.status_code == 200
    assert "Niets gevonden" in answer.text
    assert "in geen enkele tekst" not in answer.text


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
