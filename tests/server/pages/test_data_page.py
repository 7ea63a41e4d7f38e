"""The page that lists the files of a release, and ways to use the data."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from tests.server.clients import client
from tests.server.pages.case_pages import listed, site


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def shown(pages: TestClient, path: str) -> etree._Element:
    return html.fromstring(pages.get(path).text)


def test_the_menu_leads_to_the_data_and_that_to_tables_queries_and_dumps(
    pages: TestClient,
) -> None:
    assert shown(pages, "/nl/").xpath("//header//a[.='Data']/@href") == ["/nl/data"]
    ways = shown(pages, "/nl/data").xpath("//div[@class='ways']//a/@href")
    assert ways == [
        "/nl/cijfers", "/nl/zoek", "/nl/bevragen",
        "/data/kamervragen.nq.gz", "/data/kamervragen.ttl.gz",
    ]  # fmt: skip


def test_every_file_has_its_size_and_checksum(pages: TestClient) -> None:
    page = shown(pages, "/nl/data")
    names = listed(page, "//tbody//th")
    assert names[0] == "kamervragen.nq.gz"
    assert all(re.fullmatch(r"[\d.,]+ [kM]B", size) for size in listed(page, "//tbody//td[2]"))
    sums = [line.split("  ") for line in page.findtext(".//pre", "").splitlines()]
    assert [name for _, name in sums] == names
    assert all(re.fullmatch("[0-9a-f]{64}", sum_) for sum_, _ in sums)
    assert pages.get(page.xpath("//tbody//a/@href")[0]).status_code == 200


@pytest.mark.parametrize(
    "path", ["/nl/data", "/en/over", "/nl/zoek?q=doxing", "/nl/zaak/2022Z00634"]
)
def test_every_page_names_the_licence_with_a_link(pages: TestClient, path: str) -> None:
    links = shown(pages, path).xpath("//a[contains(@rel, 'license')]")
    assert {(link.text, link.get("href")) for link in links} == {
        ("CC0 1.0", "http://creativecommons.org/publicdomain/zero/1.0/")
    }
    assert shown(pages, path).xpath("//footer//a[contains(@rel, 'license')]")


def test_a_licence_without_a_known_name_is_shown_by_its_address() -> None:
    own = replace(site(), licence="https://example.org/licence")
    assert own.licence_name == "https://example.org/licence"
