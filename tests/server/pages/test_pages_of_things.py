"""Home, the search page, and the pages of persons, parties, offices, topics, media and years."""

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from kv2rdf.query.named_queries import all_queries, all_recipes
from kv2rdf.server.pages.thing_kinds import thing_address
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words

SEED = "2022Z00634"


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def status(pages: TestClient) -> Callable[[str], int]:
    """The status of the answer to a path, requested once, because pages have links in common."""
    return cache(lambda path: pages.get(path).status_code)


def shown(pages: TestClient, path: str) -> etree._Element:
    answer = pages.get(path)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.text)


@every_case(
    ("header", "language"),
    [("", "nl"), ("en-GB, nl;q=0.5", "en"), ("nl, en;q=0.5", "nl"), ("de", "nl")],
)
def test_the_first_page_is_in_the_language_of_the_reader(
    pages: TestClient, header: str, language: str
) -> None:
    answer = pages.get("/", headers={"Accept-Language": header}, follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/{language}/"
    assert "Accept-Language" in answer.headers["vary"]
    assert f'<html lang="{language}">' in pages.get(answer.headers["location"]).text


def test_the_charts_on_home_have_a_point_for_each_year(pages: TestClient) -> None:
    charts = shown(pages, "/nl/").xpath("//*[local-name()='svg'][contains(@class, 'chart')]")
    assert [chart.get("class") for chart in charts] == ["chart wide", "chart narrow"]
    for chart in charts:
        title, line = (
            chart.xpath(f".//*[local-name()='{name}']")[0] for name in ("title", "polyline")
        )
        first, last = map(int, re.findall(r"\d{4}", title.text))
        assert len(line.get("points").split()) == last - first + 1
        assert title.get("id") in chart.get("aria-labelledby").split()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_on_home_finds_something(pages: TestClient, language: str) -> None:
    home = shown(pages, f"/{language}/")
    links = [a.get("href") for a in home.xpath("//p[@class='ours']/a[contains(@href, 'zoek?q=')]")]
    assert links
    assert [link for link in links if not listed(shown(pages, link), "//mark")] == []


def test_home_shows_a_question_beside_its_answer(pages: TestClient) -> None:
    home = shown(pages, "/nl/")
    pair = home.xpath("//div[@class='side-by-side']/div")
    assert [part.get("class") for part in pair] == ["q", "a"]
    (link,) = home.xpath("//div[@class='side-by-side']/following-sibling::p/a/@href")
    case = listed(shown(pages, link), "//main")[0]
    words = [part.text_content().strip() for part in pair]
    assert all(words)
    assert all(each in case for each in words)
    assert listed(home, "//h1") == ["Wat de Kamer vroeg, en wat het kabinet antwoordde"]
    assert len(listed(home, "//ol[@class='cases']/li")) == 5


def test_a_search_shows_the_words_in_their_places(pages: TestClient) -> None:
    found = shown(pages, "/en/zoek?q=doxing")
    assert {word.lower() for word in listed(found, "//mark")} == {"doxing"}
    links = found.xpath("//p[@class='place']/a/@href")
    assert {f"/en/zaak/{SEED}#vraag-7", f"/en/zaak/{SEED}#antwoord-7"} <= set(links)


def test_a_search_can_be_narrowed_by_day_and_part(pages: TestClient) -> None:
    everything = listed(shown(pages, "/nl/zoek?q=raadsleden"), "//p[@class='place']")
    questions = listed(shown(pages, "/nl/zoek?q=raadsleden&deel=vraag"), "//p[@class='place']")
    assert len(everything) > len(questions) > 0
    assert all(place.startswith("Vraag") for place in questions)
    assert listed(shown(pages, "/nl/zoek?q=raadsleden&tot=2021"), "//p[@class='place']") == []
    without = listed(shown(pages, "/nl/zoek?q=raadsleden+NOT+raad*"), "//p[@class='place']")
    assert without == []


def test_an_identifier_in_the_box_opens_the_case(pages: TestClient) -> None:
    for identifier in (SEED, "ah-tk-20212022-1881"):
        answer = pages.get(f"/nl/zoek?q={identifier}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/nl/zaak/{SEED}")


def test_nothing_found_and_a_wrong_search_are_said_on_the_page(pages: TestClient) -> None:
    assert listed(shown(pages, "/nl/zoek?q=xyzzy"), "//h2") == ["Niets gevonden voor “xyzzy”"]
    assert listed(shown(pages, "/nl/zoek?q=%28"), "//div[@class='notice said']/p")
    hints = [shown(pages, f"/en/zoek?q=xyzzy{more}") for more in ("", "&kamer=ek")]
    assert ["remove a filter" in words(hint) for hint in hints] == [False, True]


@every_case("query", ["van=gisteren", "van=2003-13", "kamer=xx", "deel=boek", "p=0", "p=x"])
def test_an_impossible_value_is_refused(pages: TestClient, query: str) -> None:
    assert pages.get(f"/nl/zoek?q=doxing&{query}").status_code == 400


def test_an_unknown_parameter_is_named(pages: TestClient) -> None:
    assert "Deze pagina kent dit niet: kleur." in pages.get("/nl/zoek?kleur=rood").text


@every_case(
    "path",
    [
        "persoon/palland-hm-1979",
        "naamvorm/Hilde_Palland~~CDA~~tk",
        "fractie/cda",
        "ministerie/mnre1034",
        "ambt/minister-min-bzk",
        "onderwerp/thema/bestuur-gemeenten",
        "onderwerp/thema/bestuur",
        "jaar/2022",
    ],
)
def test_a_thing_lists_its_cases(pages: TestClient, path: str) -> None:
    for language in ("nl", "en"):
        page = shown(pages, f"/{language}/{path}")
        links = page.xpath("//ol[@class='cases']//a/@href")
        assert f"/{language}/zaak/{SEED}" in links or "naamvorm" in path
        figure = listed(page, "//nav[@class='numbers']//a[@aria-current]/span")
        assert figure == [str(len(links))]


def test_the_cases_of_a_year_in_one_state_are_a_list(pages: TestClient) -> None:
    page = shown(pages, "/nl/jaar/2022?stand=beantwoord")
    assert f"/nl/zaak/{SEED}" in page.xpath("//ol[@class='cases']//a/@href")
    (link,) = shown(pages, "/nl/jaar/2029").xpath("//nav//a[contains(@href, 'afgedaan')]/@href")
    assert "/nl/zaak/2029Z00047" in shown(pages, f"/nl/jaar/2029{link}").xpath("//li//a/@href")
    assert pages.get("/nl/jaar/2022?stand=weg").status_code == 400
    assert pages.get("/nl/jaar/1700").status_code == 404


@pytest.mark.parametrize("path", ["ministerie/mnre1058", "fractie/cda", "jaar/2022"])
def test_the_cases_that_were_answered_late_can_be_listed(pages: TestClient, path: str) -> None:
    (link,) = shown(pages, f"/nl/{path}").xpath(
        "//nav[@class='numbers']//a[contains(., 'te laat')]"
    )
    late = shown(pages, f"/nl/{path}{link.get('href')}")
    rows = listed(late, "//ol[@class='cases']/li")
    assert len(rows) == int(words(link).split()[0]) > 0
    assert all("te laat" in row for row in rows)
    assert listed(late, "//nav[@class='numbers']//a[@aria-current]") == [words(link)]


@every_case("path", [
    "persoon/niemand", "persoon/a%3E", "onderwerp/thema", "onderwerp/x/y", "fractie/cda/x",
    "ministerie/%22", "boek/1",
])  # fmt: skip
def test_a_thing_that_is_not_there_is_not_found(pages: TestClient, path: str) -> None:
    assert pages.get(f"/nl/{path}").status_code == 404


def test_no_key_can_change_a_query() -> None:
    for key in ("a>", 'a"', "a b", "a{", "", "a/b"):
        assert thing_address("https://x", "persoon", key) is None


@pytest.mark.sampled(2)
@pytest.mark.parametrize("path", ["", "zoek", "zoek?q=doxing", "persoon", "jaar", "data",
                                  "persoon/palland-hm-1979", f"zaak/{SEED}"])  # fmt: skip
def test_every_link_of_a_page_leads_somewhere(
    pages: TestClient, status: Callable[[str], int], path: str
) -> None:
    page = shown(pages, f"/en/{path}")
    query_names = {query.name for query in (*all_queries(), *all_recipes())}
    for link in {href.partition("#")[0] for href in page.xpath("//a/@href")} - {""}:
        if link.startswith("/en/bevragen/"):  # The pages of queries need workers.
            assert link.removeprefix("/en/bevragen/") in query_names
        elif link.startswith(("/", "?")) and link != "/en/bevragen":
            target = link if link.startswith("/") else f"/en/{path.partition('?')[0]}{link}"
            assert status(target) in (200, 302, 303), target


def test_hostile_parameters_are_shown_as_text(pages: TestClient) -> None:
    attack = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"
    for name in ("q", "van", "fractie", "vrager", "lijst"):
        for path in ("zoek", "fractie/cda"):
            assert "<script" not in pages.get(f"/nl/{path}?{name}={attack}").text


def test_the_style_sheet_is_small(pages: TestClient) -> None:
    assert len(gzip.compress(pages.get("/assets/site.css").content)) <= 12_000


def test_the_newest_texts_come_first_unless_a_reader_asks_for_another_order(
    golden_release: Path,
) -> None:
    pages = client(golden_release)

    def days(query: str) -> list[str]:
        return listed(
            shown(pages, f"/nl/zoek?q=een{query}"), "//ol[@class='cases']//time/@datetime"
        )

    newest = days("")
    assert newest == sorted(newest, reverse=True)
    assert len(set(newest)) > 3
    assert days("&orde=nieuw") == newest
    oldest = days("&orde=oud")
    assert oldest == sorted(oldest)
    assert oldest[0] < newest[-1]
    (best,) = listed(shown(pages, "/nl/zoek?q=een&orde=best"), "//p[@class='ours']/strong")
    assert best == "Beste eerst"


@pytest.mark.parametrize("path", ["persoon/palland-hm-1979", "ministerie/mnre1034"])
def test_a_related_entity_is_listed_once_in_the_language_of_the_page(
    pages: TestClient, path: str
) -> None:
    links = {
        language: shown(pages, f"/{language}/{path}").xpath("//dl[@class='facts related']/div/dd/a")
        for language in ("nl", "en")
    }
    assert len(links["nl"]) == len(links["en"]) > 0
    for dutch, english in zip(*links.values(), strict=True):
        assert dutch.text != english.text or english.get("rel") == "external"
        assert english.get("lang") is None


def test_a_related_entity_that_has_only_a_dutch_label_is_marked_as_dutch(pages: TestClient) -> None:
    path = "onderwerp/rubriek/Ruimte~2c~_wonen_en_water"
    for language, lang in (("nl", None), ("en", "nl")):
        links = shown(pages, f"/{language}/{path}").xpath("//dl[@class='facts related']/div/dd/a")
        assert [(link.text, link.get("lang")) for link in links] == [
            ("Ruimte, wonen en water (Overig)", lang)
        ]
