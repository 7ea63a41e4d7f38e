"""The page of gaps, whose numbers agree with the report, and the page about the site."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.figures.figure import Share
from kv2rdf.server.pages.figures.release_figures import FIGURES
from kv2rdf.server.pages.gaps.gap_lists import (
    GAPS_IN_STATISTICS,
    NO_ADDRESSEE,
    OWN_GAPS,
    list_query,
)
from kv2rdf.server.pages.gaps.release_gaps import ReleaseGaps, release_gaps
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words

_OTHER_DOORS = ("/sparql", "/api")
"""Addresses that the client of these tests does not have."""


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Release:
    return Release(golden_release)


@pytest.fixture(scope="module")
def gaps(release: Release) -> ReleaseGaps:
    return release_gaps(release)


@pytest.fixture(scope="module")
def report(golden_release: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((golden_release / "report.json").read_bytes())
    return found


def shown(pages: TestClient, path: str) -> etree._Element:
    answer = pages.get(path)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.text)


def test_every_gap_has_the_number_of_the_report(
    gaps: ReleaseGaps, report: Mapping[str, Any]
) -> None:
    sums: Counter[str] = Counter()
    for group in report["gaps"]:
        sums.update(group["counts"])
    for gap, whole in gaps.wholes.items():
        count = gaps.total(gap)
        assert count.number == sums[gap], gap
        assert (count.whole == sums[whole]) == (gap != NO_ADDRESSEE), gap


@every_case("gap", GAPS_IN_STATISTICS)
def test_a_list_has_as_many_things_as_its_number_says(
    release: Release, gaps: ReleaseGaps, gap: str
) -> None:
    rows = rows_of(release.query(list_query(GAPS_IN_STATISTICS[gap])))
    assert len(rows) == gaps.total(gap).number
    assert len(rows) > 0 or gap in ("mededelingen-zonder-dag", "zaken-zonder-indiener")


@pytest.mark.parametrize("gap", OWN_GAPS, ids=lambda gap: gap.key)
def test_a_list_of_the_page_has_as_many_things_as_its_number_says(
    release: Release, gaps: ReleaseGaps, gap: Any
) -> None:
    count = gaps.own[gap.key]
    assert len(rows_of(release.query(list_query(gap.part)))) == count.number
    assert 0 <= count.number <= count.whole > 0


def test_who_answered_is_known_if_any_source_says_so(seed_release: Path) -> None:
    with Release(seed_release) as opened:
        assert release_gaps(opened).total("antwoordstukken-zonder-antwoordgever").number == 0


def test_a_release_of_one_year_names_it_once(seed_release: Path) -> None:
    pages = client(seed_release)
    assert "alleen zaken van 2022" in pages.get("/nl/gaten").text
    assert "Everything is from 2022" in pages.get("/en/over").text


def test_findings_are_counted_by_rule_as_in_the_report(
    gaps: ReleaseGaps, report: Mapping[str, Any]
) -> None:
    assert gaps.findings == report["findings"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_number_leads_to_its_list(pages: TestClient, release: Release, language: str) -> None:
    links = shown(pages, f"/{language}/gaten").xpath("//table//td/a")
    lists = [link for link in links if "GROUP+BY" not in link.get("href")]
    assert len(lists) > 20
    for link in lists:
        path, _, query = link.get("href").partition("?query=")
        assert path == f"/{language}/bevragen"
        assert len(rows_of(release.query(unquote_plus(query)))) == int(words(link)), query


def test_the_years_have_the_numbers_of_the_csv(pages: TestClient, gaps: ReleaseGaps) -> None:
    rows = list(csv.DictReader(io.StringIO(pages.get("/nl/gaten?vorm=csv").text)))
    assert {(r["year"], r["gap"]): int(r["number"]) for r in rows} == {
        (year, gap): count.number
        for year, counts in gaps.by_year.items()
        for gap, count in counts.items()
    }
    table = shown(pages, "/nl/gaten").xpath("//table[@class='heat']")[0]
    years = [words(th) for th in table.xpath("tbody//th")]
    assert years == [*sorted(years[:-1]), "onbekend"]
    for column, gap in enumerate(GAPS_IN_STATISTICS, 2):
        cells = table.xpath(f"tbody/tr/*[{column}]")
        assert sum(int(words(cell)) for cell in cells) == gaps.total(gap).number
    (cell,) = table.xpath("tbody/tr[th='1989']/td[8]")
    assert (words(cell), cell.get("class")) == ("1", "level-2")


def test_only_cases_whose_papers_should_name_an_addressee_can_lack_one(
    gaps: ReleaseGaps, pages: TestClient, golden_release: Path
) -> None:
    query = "SELECT ?case ?day WHERE { ?case a kv:Dossier ; dct:dateSubmitted ?day }"
    with Release(golden_release) as release:
        rows = rows_of(release.query(query))
    since = [
        case for case, day in rows if day >= ("2000-09-19" if "/ek/" in case else "1998-09-15")
    ]
    assert 0 < gaps.total(NO_ADDRESSEE).whole == len(since) < len(rows)
    (row,) = shown(pages, "/en/gaten").xpath(
        "//table[caption/@id='missing']/tbody/tr[contains(th, '15 September 1998')]"
    )
    assert words(row[-1]) == str(len(since))
    assert f"of {len(since)})" in pages.get("/en/cijfers/aan-wie").text


def test_without_a_list_of_identifiers_no_share_of_papers_is_given(pages: TestClient) -> None:
    page = shown(pages, "/nl/gaten")
    assert not page.xpath("//table[caption/@id='sessions']")
    rows = page.xpath("//table[caption/@id='numbers']/tbody/tr")
    present, highest, missing = (sum(number(row[place]) for row in rows) for place in (2, 3, 4))
    assert 0 < missing == highest - present
    said = f"ontbreken {missing:,} nummers".replace(",", ".")
    assert said in words(page.xpath("//p[@class='read'][contains(., 'nummers van')]")[0])
    figure = shown(pages, "/nl/cijfers/volledigheid")
    assert said in words(figure.xpath("//p[@class='lead']")[0])
    assert "%" not in words(figure.xpath("//main")[0])
    assert said in pages.get("/nl/cijfers").text


def number(cell: etree._Element) -> int:
    return int(words(cell).replace(".", ""))


@pytest.mark.parametrize(("known", "share"), [(2, Share(1, 2)), (1, None)])
def test_a_list_of_identifiers_names_papers_that_are_not_held(
    known: int, share: Share | None
) -> None:
    rows = (("2004-2005", "", "Tweede Kamer", "House", "vraag", "question", str(known), "1", "1"),)
    assert FIGURES["volledigheid"].table(rows)[0][4] == share


def test_about_says_which_documents_and_which_release_it_has(
    pages: TestClient, report: Mapping[str, Any]
) -> None:
    page = shown(pages, "/nl/over")
    documents = [int(text) for text in listed(page, "//section[@id='bronnen']//td")]
    published = [kind["published"] for kind in report["documents"].values()]
    assert sorted(documents) == sorted(number for number in published if number)
    release = listed(page, "//section[@id='versie']//dd")
    assert release[0].startswith(report["release"])
    assert release[2] == report["software"]
    assert f"{report['dossiers']['cases']} zaken" in listed(page, "//p[@class='lead']")[0]


def test_every_address_for_programs_answers(pages: TestClient) -> None:
    for language in ("nl", "en"):
        page = shown(pages, f"/{language}/over")
        for link in page.xpath("//section[@id='programmas']//a/@href"):
            assert pages.get(link).status_code in (200, 303) or link in _OTHER_DOORS, link


def test_every_page_leads_to_these_pages(pages: TestClient) -> None:
    links = shown(pages, "/nl/").xpath("//header//a/@href | //footer//a/@href")
    assert {"/nl/cijfers", "/nl/gaten", "/nl/over"} <= set(links)
