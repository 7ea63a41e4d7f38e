"""The page that lists the files of a release, and ways to use the data."""

import re
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from tests.server.clients import client
from tests.server.pages.case_pages import listed


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
