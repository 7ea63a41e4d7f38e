"""The facets of the search page, as links that work without a script."""

import itertools
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.query.index_reader import SearchLimit
from kv2rdf.query.open_release import Release
from kv2rdf.query.text_places import TextPlaces
from kv2rdf.query.text_search import TextIndex
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.release.text_index import TEXT_KINDS
from kv2rdf.server.page_routes import prepare_pages
from kv2rdf.server.pages import matching_things
from kv2rdf.server.pages.matching_things import things_by_name
from kv2rdf.server.pages.search_page import search_html
from kv2rdf.server.pages.search_request import SearchRequest
from kv2rdf.server.served_release import ServedRelease
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, site, words


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


def shown(web: TestClient, path: str) -> html.HtmlElement:
    answer = web.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def facets(page: html.HtmlElement) -> dict[str, dict[str, tuple[int, str]]]:
    """Return the facets: the number and the link of each value, by the names of both."""
    return {
        words(section.find("h2")): {
            words(item.find("a")): (
                int(words(item.find("span")).replace(".", "")),
                item.find("a").get("href"),
            )
            for item in section.iter("li")
        }
        for section in page.xpath("//aside[@class='facets']//section")
    }


@pytest.mark.parametrize("query", ["", "q=de"])
def test_each_value_leads_to_as_many_cases_as_it_says(web: TestClient, query: str) -> None:
    found = facets(shown(web, f"/nl/zoek?{query}"))
    assert found.keys() >= {"Fractie", "Ministerie", "Jaar", "Stand", "Kamer"}
    assert ("Waar" in found) == bool(query)
    links = [link for values in found.values() for link in [*values.values()][:3]]
    for count, href in links:
        (heading,) = listed(shown(web, href), "//section[@class='found']/h2")
        assert heading.startswith(f"{count} zaken, " if count != 1 else "1 zaak, "), href


def test_every_kind_of_text_in_an_index_can_be_selected(
    web: TestClient, golden_release: Path
) -> None:
    with closing(sqlite3.connect(golden_release / "textindex.sqlite")) as index:
        kinds = {kind for (kind,) in index.execute("SELECT DISTINCT kind FROM text")}
    assert kinds == {*TEXT_KINDS}
    names = listed(shown(web, "/nl/zoek"), "//select[@name='deel']/option[@value != '']")
    assert len(names) == len(kinds)
    assert facets(shown(web, "/nl/zoek?q=de"))["Waar"].keys() == {*names}
    for kind in kinds:
        places = listed(shown(web, f"/nl/zoek?q=de&deel={kind}"), "//p[@class='place']/a")
        assert {place.partition(" ")[0] for place in places} <= {*names}


def test_the_page_says_that_a_search_takes_too_long(golden_release: Path) -> None:
    limit = SearchLimit(0, iter(range(1_000_000)).__next__)
    served = ServedRelease.open(golden_release, limit)
    own = replace(site(), base=served.base)
    page = html.document_fromstring(
        search_html(served.release, own, SearchRequest(words="d* OR e* OR v*"))
    )
    said, problem = listed(page, "//div[@class='notice said']/p")
    assert said == "De precieze melding is in het Engels:"
    assert problem.startswith("the search takes more than 0 seconds: ")


def test_all_searches_of_a_page_share_the_time(golden_release: Path) -> None:
    """The clock counts how often it is read, so each search takes the same time in every run."""
    own = replace(site(), base="")
    request = SearchRequest(words="d* OR e* OR v*")

    def is_too_late(seconds: int) -> bool:
        with Release(golden_release, SearchLimit(seconds, itertools.count().__next__)) as release:
            return "the search takes more than" in search_html(release, own, request)

    def seconds_of(search: Callable[[Release], object]) -> int:
        """Return the lowest limit with which a search is not too late."""
        ticks = itertools.count()
        with Release(golden_release, SearchLimit(1_000_000, ticks.__next__)) as release:
            search(release)
        return next(ticks) - 1

    facets = seconds_of(lambda release: release.facets(request.words))
    texts = seconds_of(lambda release: release.search(request.words, order=request.search_order))
    page = seconds_of(lambda release: search_html(release, own, request))
    assert page > max(facets, texts) > min(facets, texts) > 0
    assert is_too_late(max(facets, texts))
    assert is_too_late(page - 1)
    assert not is_too_late(page)


def test_a_chosen_value_can_be_removed_and_is_not_offered_again(web: TestClient) -> None:
    page = shown(web, "/nl/zoek?q=de&fractie=CDA&van=2003&tot=2003")
    assert {"Fractie", "Jaar"}.isdisjoint(facets(page))
    chosen = page.xpath("//ul[@class='chosen']//a")
    assert [words(link) for link in chosen] == [
        "Verwijder Fractie: CDA ×",
        "Verwijder Gesteld in: 2003 ×",
        "Alles wissen",
    ]
    assert [link.get("href") for link in chosen] == [
        "/nl/zoek?q=de&van=2003&tot=2003",
        "/nl/zoek?q=de&fractie=CDA",
        "/nl/zoek?q=de",
    ]


@pytest.mark.parametrize(
    ("query", "chip", "count"),
    [
        ("ministerie=mnre1034", "Ministerie: Binnenlandse Zaken en Koninkrijksrelaties", None),
        ("ministerie=binnenlandse", "Ministerie: binnenlandse", None),
        ("vrager=palland-hm-1979", "Gesteld door: Hilde Palland", 1),
    ],
)
def test_a_person_or_a_ministry_is_chosen_by_its_key(
    web: TestClient, query: str, chip: str, count: int | None
) -> None:
    page = shown(web, f"/nl/zoek?{query}")
    assert listed(page, "//ul[@class='chosen']//a") == [f"Verwijder {chip} ×"]
    found = len(page.xpath("//ol[@class='cases']/li"))
    assert found == count if count else found > 0


def test_a_ministry_counts_the_cases_on_its_own_page(web: TestClient) -> None:
    ministries = facets(shown(web, "/nl/zoek"))["Ministerie"]
    assert len(ministries) > 1
    for count, link in ministries.values():
        key = link.rpartition("=")[2]
        figures = listed(shown(web, f"/nl/ministerie/{key}"), "//nav[@class='numbers']//a/span")
        assert str(count) == figures[0], key


def test_a_search_of_a_prepared_release_asks_the_store_nothing(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Release(golden_release) as release:
        own = replace(site(), base=release.base or "")
        before = search_html(release, own, SearchRequest(words="de"))
        queries: list[str] = []
        monkeypatch.setattr(Release, "query", lambda _release, sparql: queries.append(sparql))
        assert search_html(release, own, SearchRequest(words="de")) == before
    assert queries == []


def test_the_server_prepares_what_searches_need(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = ServedRelease.open(golden_release)
    prepare_pages(served)
    monkeypatch.setattr(TextIndex, "case_facets", pytest.fail)
    monkeypatch.setattr(TextPlaces, "read", pytest.fail)
    monkeypatch.setattr(TextIndex, "linked_case_counts", pytest.fail)
    with served.release as release:
        for language in LANGUAGES:
            assert things_by_name(release, language)
        assert release.facets("de").total


def test_names_of_parties_and_ministries_are_dutch_on_every_page(web: TestClient) -> None:
    english, dutch = (shown(web, f"/{lang}/zoek?fractie=CDA") for lang in ("en", "nl"))
    values = {
        words(section.find("h2")): {link.get("lang") for link in section.iter("a")}
        for section in english.xpath("//aside//section")
    }
    assert values["Ministry"] == {"nl"}
    assert values["Year"] == {None}
    assert listed(english, "//ul[@class='chosen']//span[@lang='nl']") == ["CDA"]
    assert not dutch.xpath("//aside//a[@lang]")


def test_crawlers_do_not_follow_facets(web: TestClient) -> None:
    assert {*shown(web, "/nl/zoek?q=de").xpath("//aside//li/a/@rel")} == {"nofollow"}


def test_a_search_that_is_wrong_has_no_facets(web: TestClient) -> None:
    page = shown(web, '/nl/zoek?q="')
    assert facets(page) == {}
    assert page.xpath("//div[@class='notice said']/p[@lang='en']")
    english = shown(web, '/en/zoek?q="')
    assert len(english.xpath("//div[@class='notice said']/p")) == 1


def test_cases_without_words_can_be_narrowed_and_paged(web: TestClient) -> None:
    page = shown(web, "/en/zoek?kamer=ek")
    assert listed(page, "//section[@class='found']/h2")[0].endswith("newest first")
    everything = shown(web, "/nl/zoek")
    (following,) = everything.xpath("//a[@rel='next']/@href")
    first, second = (
        p.xpath("//ol[@class='cases']//h3/a/@href") for p in (everything, shown(web, following))
    )
    assert len(first) == 25
    assert first != second


@every_case(
    ("query", "names"),
    [
        ("hilde palland", ["Hilde Palland"]),
        ("PALLAND", ["Hilde Palland"]),
        ("palland hond", []),
        ("pallan", []),
        ("+", []),
    ],
)
def test_a_search_names_the_things_with_all_of_its_words_in_their_names(
    web: TestClient, query: str, names: list[str]
) -> None:
    links = shown(web, f"/nl/zoek?q={query}").xpath("//p[@class='named']/a")
    assert [words(link) for link in links] == names
    assert {web.get(link.get("href")).status_code for link in links} <= {200}


def test_a_search_names_only_the_things_with_most_cases(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching_things, "_MOST", 2)
    page = shown(web, "/nl/zoek?q=en")
    counts = [int(re.findall(r"(\d+) za", n)[0]) for n in listed(page, "//p[@class='named']/span")]
    assert counts == [3, 3]
