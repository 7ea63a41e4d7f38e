"""The list of all cases, from which a reader chooses a year, a ministry and a state."""

import csv
import io
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words

LATE = "/nl/zaak?stand=te-laat&orde=dagen"


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def shown(pages: TestClient, path: str) -> etree._Element:
    answer = pages.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.text)


def table(pages: TestClient, path: str) -> list[dict[str, str]]:
    text = pages.get(f"{path}{'&' if '?' in path else '?'}vorm=csv").text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def chosen(page: etree._Element) -> dict[str, str]:
    return {
        select.name: select.value
        for select in page.xpath("//form[contains(@class, 'choose')]//select")
    }


def test_the_list_contains_every_case(pages: TestClient) -> None:
    years = shown(pages, "/nl/jaar").xpath("//tbody//a/@href")
    dated = {row["case"] for year in years for row in table(pages, year)}
    every = {row["case"] for row in table(pages, "/nl/zaak")}
    assert dated < every
    assert {row["tabled"] for row in table(pages, "/nl/zaak") if row["case"] not in dated} == {""}


def test_the_late_cases_begin_with_the_longest_wait(pages: TestClient) -> None:
    rows = table(pages, LATE)
    assert rows
    assert all(int(row["days_late"]) > 0 for row in rows)
    days = [int(row["days"]) for row in rows]
    assert days == sorted(days, reverse=True)
    others = [
        row for row in table(pages, "/nl/zaak") if row["case"] not in {r["case"] for r in rows}
    ]
    assert {row["days_late"] for row in others} == {""}


@every_case("language", ["nl", "en"])
def test_each_row_names_the_ministries_that_answered(pages: TestClient, language: str) -> None:
    page = shown(pages, LATE.replace("/nl/", f"/{language}/"))
    rows = page.xpath("//ol[@class='cases']/li/p[@class='ours']")
    expected = {
        row["case"]: row["ministries_answered"] or row["ministries_asked"]
        for row in table(pages, LATE)
    }
    assert any(expected.values())
    named = {words(row).split(" · ")[1]: listed(row, "span[not(@class)]") for row in rows}
    assert named == {
        case: [names.replace("; ", ", ")] if names else [] for case, names in expected.items()
    }


def test_a_year_and_a_ministry_are_filters_that_can_be_combined(pages: TestClient) -> None:
    late = table(pages, LATE)
    years = {row["tabled"][:4] for row in late}
    assert len(years) > 1
    for year in years:
        expected = [row for row in late if row["tabled"].startswith(year)]
        assert table(pages, f"{LATE}&jaar={year}") == expected
        for key in ("mnre1058", "mnre1034"):
            both = table(pages, f"{LATE}&jaar={year}&ministerie={key}")
            of_ministry = table(pages, f"{LATE}&ministerie={key}")
            assert both == [row for row in of_ministry if row["tabled"].startswith(year)]
            assert all(row["ministries_answered"] for row in both)
    page = shown(pages, f"{LATE}&jaar={year}&ministerie=mnre1058")
    assert chosen(page) == {
        "jaar": year,
        "ministerie": "mnre1058",
        "stand": "te-laat",
        "orde": "dagen",
    }
    assert words(page.xpath("//h2")[0]) == f"Zaken uit {year}, langste wachttijd eerst"


def test_the_pages_of_a_long_list_keep_the_filters(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kv2rdf.server.pages.thing_view.CASES_ON_A_PAGE", 1)
    pages, path = client(golden_release), "/nl/zaak?stand=beantwoord&orde=dagen&ministerie=mnre1058"
    expected, numbers = [row["case"] for row in table(pages, path)], []
    while path:
        page = shown(pages, path)
        numbers += page.xpath("//ol[@class='cases']//a/@href")
        (*following,) = page.xpath("//a[@rel='next']/@href")
        path = f"/nl/zaak{following[0]}" if following else ""
    assert numbers == [f"/nl/zaak/{number}" for number in expected]
    assert len(numbers) > 1


@every_case("figure", ["te-laat", "te-laat-per-ministerie"])
def test_each_number_of_late_cases_in_a_figure_leads_to_these_cases(
    pages: TestClient, figure: str
) -> None:
    page = shown(pages, f"/nl/cijfers/{figure}")
    links = page.xpath("//tbody//td/a")
    assert links
    for link in links:
        assert len(table(pages, link.get("href"))) == int(words(link))
    assert LATE in page.xpath("//main/p/a/@href")


@every_case("path", ["jaar/2022", "ministerie/mnre1058"])
def test_a_year_and_a_ministry_lead_to_their_late_cases(pages: TestClient, path: str) -> None:
    page = shown(pages, f"/nl/{path}")
    (link,) = page.xpath("//header//li/a[contains(@href, 'te-laat')]/@href")
    (number,) = listed(page, "//nav[@class='numbers']//a[contains(., 'te laat')]/span")
    assert len(table(pages, link)) == int(number)
    assert "orde=dagen" in link


@every_case(
    ("query", "message"),
    [("ministerie=x", "ministerie: 'x' is not a ministry of this release"),
     ("lijst=x", "lijst: 'x' is not one of all"), ("vorm=pdf", "is not one of html, csv"),
     ("stand=x", "stand: 'x' is not one of")],
)  # fmt: skip
def test_a_filter_that_does_not_exist_is_refused(
    pages: TestClient, query: str, message: str
) -> None:
    answer = pages.get(f"/nl/zaak?{query}", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert message in answer.json()["detail"]


def test_the_form_can_be_sent_with_empty_fields(pages: TestClient) -> None:
    page = shown(pages, "/nl/zaak?jaar=&ministerie=&stand=&orde=")
    assert set(chosen(page).values()) == {""}
    assert listed(page, "//h1") == ["Alle zaken"]
