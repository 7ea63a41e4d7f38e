"""The files for crawlers: robots.txt, sitemaps, and the description of the search."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from starlette.testclient import TestClient

from kv2rdf.server.endpoints.sitemaps import sitemap_files
from tests.server.clients import client

SITE = "http://testserver"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://a9.com/-/spec/opensearch/1.1/",
}


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


def texts(content: bytes, path: str) -> list[str]:
    """Return what an XPath finds in XML."""
    found = etree.fromstring(content).xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_robots_may_read_cases_and_dumps_but_not_ask_queries(web: TestClient) -> None:
    answer = web.get("/robots.txt")
    assert answer.text.startswith(f"# All data can be downloaded at once: {SITE}/data/")
    robots = RobotFileParser()
    robots.parse(answer.text.splitlines())
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]
    for path in ("/", "/nl/zaak/2022Z00634", "/data/kamervragen.nq.gz"):
        assert robots.can_fetch("anyone", SITE + path), path
    of_pages = ("/nl/zoek?q=x", "/en/zoek?q=x", "/nl/bevragen/counts", "/en/bevragen?query=x")
    for path in ("/sparql", "/sparql?query=x", "/reconcile", *of_pages):
        assert not robots.can_fetch("anyone", SITE + path), path


def test_the_sitemaps_list_every_case_with_the_day_on_which_it_changed(
    web: TestClient, seed_release: Path
) -> None:
    _, of_year = texts(web.get("/sitemap.xml").content, "//s:loc/text()")
    answer = web.get(of_year)
    assert answer.headers["content-type"] == "application/xml"
    assert texts(answer.content, "//s:loc/text()") == [f"{SITE}/nl/zaak/2022Z00634"]
    assert texts(answer.content, "//x:link/@href") == [
        f"{SITE}/nl/zaak/2022Z00634",
        f"{SITE}/en/zaak/2022Z00634",
    ]
    written = (seed_release / "dossiers/2022/2022Z00634.ttl").stat().st_mtime
    day = datetime.fromtimestamp(written, UTC).date().isoformat()
    assert texts(answer.content, "//s:lastmod/text()") == [day]
    assert texts(web.get("/sitemap.xml").content, "//s:lastmod/text()")[1:] == [day]


_GENERAL = ("", "gaten", "over", "cijfers/te-laat", "jaar/2022", "vergaderjaar/2021-2022")


def test_a_sitemap_lists_the_pages_that_are_not_about_one_case(web: TestClient) -> None:
    first, *_ = texts(web.get("/sitemap.xml").content, "//s:loc/text()")
    content = web.get(first).content
    pages = texts(content, "//s:loc/text()")
    assert {f"{SITE}/nl/{path}" for path in _GENERAL} <= set(pages)
    assert len(set(pages)) == len(pages)
    others = texts(content, "//x:link[@hreflang='en']/@href")
    assert len(others) == len(pages)
    assert {web.get(page).status_code for page in (*pages, *others)} == {200}
    assert len(set(texts(content, "//s:lastmod/text()"))) == 1


def test_there_is_no_sitemap_of_another_year(web: TestClient) -> None:
    assert web.get("/sitemap/2023.xml").status_code == 404


def test_a_sitemap_lists_no_more_pages_than_the_protocol_allows() -> None:
    files = [f"dossiers/{year}/{number}.ttl" for year in (1998, 1999) for number in range(1, 4)]
    assert list(sitemap_files(files, most=3)) == ["1998", "1999"]
    assert list(sitemap_files(files, most=2)) == ["1998", "1998-2", "1999", "1999-2"]
    assert sitemap_files(files, most=2)["1998-2"] == ("dossiers/1998/3.ttl",)
    assert sitemap_files(["catalogue.ttl"]) == {}


def test_the_description_of_the_search_leads_to_the_search_page(web: TestClient) -> None:
    answer = web.get("/opensearch.xml")
    assert answer.headers["content-type"] == "application/opensearchdescription+xml"
    assert texts(answer.content, "//o:Url/@template") == [f"{SITE}/nl/zoek?q={{searchTerms}}"]


def test_a_host_that_is_not_a_name_cannot_break_the_xml(web: TestClient) -> None:
    hosts = {"Host": 'x"><script>'}
    for path in ("/opensearch.xml", "/sitemap.xml", "/sitemap/2022.xml"):
        answer = web.get(path, headers=hosts)
        assert answer.status_code == 200
        etree.fromstring(answer.content)
        assert b"<script" not in answer.content
