"""The pages as readers can use them if JavaScript is disabled."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import SIZES, context

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(params=SIZES)
def page(browser: "Browser", request: pytest.FixtureRequest) -> Iterator["Page"]:
    window = context(browser, request.param)
    yield window.new_page()
    window.close()


def test_a_reader_finds_a_case_by_words_and_reads_an_answer(page: "Page", server: str) -> None:
    page.goto(f"{server}/nl/")
    page.get_by_label("Zoek in vragen en antwoorden").fill("nazorg raadsleden")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Vraag 5").click()
    assert page.url.endswith("/nl/zaak/2022Z00634#vraag-5")
    answer = page.locator("#vraag-5 .a")
    assert "Nederlandse Vereniging voor Raadsleden" in answer.inner_text()


def test_a_reader_narrows_a_search_by_year_and_party(page: "Page", server: str) -> None:
    page.goto(f"{server}/nl/zoek?q=raadsleden")
    page.get_by_text("Verfijn").click()
    page.get_by_label("Ingediend van").fill("2022")
    page.get_by_label("Fractie").fill("CDA")
    page.get_by_role("button", name="Zoek").click()
    assert "van=2022" in page.url
    assert "fractie=CDA" in page.url
    assert page.get_by_role("link", name="Vraag 5").count() == 1


def test_a_reader_follows_a_person_and_switches_the_language(page: "Page", server: str) -> None:
    page.goto(f"{server}/nl/zaak/2022Z00634")
    page.get_by_role("link", name="Hilde Palland").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Hilde Palland"
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/persoon/palland-hm-1979")
    page.locator(".cases a").first.click()
    assert page.get_by_text("Answered after 38 days").count() == 1


def test_the_keyboard_alone_is_enough(page: "Page", server: str) -> None:
    page.goto(f"{server}/nl/zaak/2022Z00634")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Naar de inhoud"
    page.keyboard.press("Enter")
    for name in ("vergaderjaar 2021–2022", "Hilde Palland"):
        page.keyboard.press("Tab")
        assert page.locator("main :focus").inner_text() == name
    page.keyboard.press("Enter")
    page.wait_for_url("**/persoon/palland-hm-1979")


def test_a_case_can_be_taken_as_turtle(page: "Page", server: str) -> None:
    page.goto(f"{server}/en/zaak/2022Z00634")
    path = page.get_by_role("link", name="Turtle", exact=True).get_attribute("href")
    answer = page.request.get(f"{server}{path}")
    assert answer.headers["content-type"].startswith("text/turtle")


def test_a_reader_runs_a_named_query_changes_it_and_takes_the_csv(
    page: "Page", server: str
) -> None:
    page.goto(f"{server}/nl/")
    page.get_by_role("link", name="Vraag de data").click()
    page.get_by_role("link", name="Wie stelde welke vragen, namens welke fractie").click()
    page.get_by_label("een deel van een naam").fill("Dijk")
    page.get_by_role("button", name="Voer uit").first.click()
    assert page.url.endswith("/nl/bevragen/who-asked-what?name=Dijk&first=100")
    assert page.get_by_role("cell", name="Inge van Dijk").count() == 1
    fold = page.get_by_role("heading", name="Pas de vraag aan")
    box = fold.bounding_box()
    assert box is not None
    assert box["y"] < SIZES["phone"][1]
    fold.click()
    page.get_by_label("De vraag in SPARQL").fill("SELECT ?q { ?q a kv:Notice } ORDER BY ?q LIMIT 2")
    page.get_by_role("button", name="Voer uit").last.click()
    assert page.get_by_text("2 rijen in").count() == 1
    path = page.get_by_role("link", name="CSV", exact=True).get_attribute("href")
    assert page.request.get(f"{server}{path}").text().startswith("q,q_label\n")
    page.get_by_role("link", name="English").click()
    assert page.get_by_text("2 rows in").count() == 1


@pytest.mark.parametrize("anchor", ["vraag-5", "citeer", "bronnen", "zaken"])
def test_the_line_beside_a_target_does_not_touch_its_text(
    page: "Page", server: str, anchor: str
) -> None:
    path = "jaar/2022" if anchor == "zaken" else "zaak/2022Z00634"
    page.goto(f"{server}/nl/{path}#{anchor}")
    target = page.locator(f"#{anchor}")
    line = target.evaluate("element => getComputedStyle(element).boxShadow")
    box = target.bounding_box()
    assert box is not None
    assert "-8px 0px" in line
    assert box["x"] >= 11, "there is room for the line"
