"""What pages with numbers say about years and papers that the data does not contain."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.period import Period
from kv2rdf.query.text_search import TextIndex
from kv2rdf.server.pages.data_limits import missing_sentence, year_limits
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, site
from tests.server.pages.test_pages_of_things import shown


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def opened(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as release:
        yield release


@every_case(
    ("first", "last", "day", "expected"),
    [
        ("1984-01-31", "2008-12-31", "2008-12-31", ()),
        ("1984-02-01", "2008-12-31", "2008-12-31", ("De gegevens over 1984 beginnen",)),
        ("1984-01-31", "2008-12-30", "2008-12-30", ("De gegevens over 2008 lopen",)),
        ("2008-02-01", "2008-12-30", "2008-12-30", ()),
    ],
)
def test_parts_of_years_are_named(
    opened: Release,
    monkeypatch: pytest.MonkeyPatch,
    first: str,
    last: str,
    day: str,
    expected: tuple[str, ...],
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    monkeypatch.setattr(TextIndex, "tabled_period", lambda _search: period)
    found = year_limits(opened, replace(site(), day=day))
    assert tuple(sentence.rpartition(" op ")[0] or sentence[:27] for sentence in found) == expected


def test_missing_numbers_are_said_only_if_there_are_some(
    opened: Release, seed_release: Path
) -> None:
    said = missing_sentence(opened, site())
    assert said
    assert said.startswith("Binnen de vergaderjaren van deze gegevens ontbreken")
    with Release(seed_release) as seed:
        assert "1.880" in (missing_sentence(seed, site()) or "")


@pytest.mark.parametrize(
    "path", ["", "jaar", "vergaderjaar", "persoon", "fractie", "ministerie", "cijfers/fracties"]
)
def test_each_page_that_compares_numbers_says_what_is_missing(pages: TestClient, path: str) -> None:
    page = shown(pages, f"/nl/{path}")
    (said,) = listed(page, "//p[contains(@class, 'limits')]")
    assert "nummers van het Aanhangsel" in said
    assert page.xpath("//p[contains(@class, 'limits')]/a/@href") == ["/nl/gaten"]
    assert said.startswith("De gegevens over") == (path in ("", "jaar"))


def test_the_figure_of_completeness_leads_to_the_missing_numbers(pages: TestClient) -> None:
    page = shown(pages, "/nl/cijfers/volledigheid")
    assert not page.xpath("//p[contains(@class, 'limits')]")
    (link,) = page.xpath("//section[@class='counted']//a/@href")
    assert shown(pages, link).xpath(f"//*[@id='{link.partition('#')[2]}']//table")


def test_a_party_has_its_short_name_in_the_list(pages: TestClient) -> None:
    names = listed(shown(pages, "/nl/fractie"), "//tbody//th")
    assert "Christen-Democratisch Appèl (CDA)" in names


def test_a_kind_of_media_has_the_cases_of_its_media(pages: TestClient) -> None:
    page = shown(pages, "/nl/medium/krant")
    media = page.xpath("//dl[contains(@class, 'related')]//a/@href")
    assert "/nl/medium/trouw" in media
    cases = "//ol[@class='cases']//a/@href"
    found = page.xpath(cases)
    assert found
    assert len(found) == len({*found})
    assert {*found} == {case for path in media for case in shown(pages, path).xpath(cases)}
