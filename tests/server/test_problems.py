"""The page about a request that cannot be answered, in the language of the reader."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.reference.page_words import PageWords
from tests.every_case import every_case
from tests.server.clients import client

PAGES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("zaak/9999Z99999", "no_such_case", {"number": "9999Z99999"}),
    ("jaar/1700", "no_such_page", {}),
    ("cijfers/x", "no_such_page", {}),
    ("fractie/x", "no_such_page", {}),
    ("begrippen/x", "no_such_term", {}),
    ("begrippen/lijst/x", "no_such_term", {}),
)
OTHERS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("GET", "/data/x", "no_such_file", {"name": "'x'"}),
    ("GET", "/id/persoon/x", "no_such_address", {"release": "$release"}),
    ("POST", "/data/catalogue.ttl", "wrong_method", {}),
)


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


def shown(web: TestClient, method: str, path: str, language: str) -> str:
    headers = {"Accept": "text/html", "Accept-Language": language}
    answer = web.request(method, path, headers=headers)
    assert answer.status_code in (404, 405)
    return answer.text.replace("&#39;", "'")


@every_case("language", ["nl", "en"])
@every_case(("path", "key", "values"), PAGES)
def test_a_missing_page_is_explained_in_its_own_language(
    web: TestClient, path: str, key: str, values: dict[str, str], language: str
) -> None:
    page = shown(web, "GET", f"/{language}/{path}", "en" if language == "nl" else "nl")
    words = PageWords(language)
    assert f">{words.text(key, **values)}<" in page
    assert words.text("problem_in_english") not in page
    assert ("404 Not Found" in page) is (language == "en")
    link = re.search(rf'<li><a href="/{language}/\w*">([^<]+)</a></li>\n</ul>\n</main>', page)
    assert link


@every_case("number", ["2022Z00643", "2022Z0634", "2022Z006344"])
@every_case("language", ["nl", "en"])
def test_a_missing_case_leads_to_cases_with_similar_numbers(
    web: TestClient, number: str, language: str
) -> None:
    page = shown(web, "GET", f"/{language}/zaak/{number}", language)
    assert PageWords(language).text("no_such_case_but", number=number) in page
    assert f'<li><a href="/{language}/zaak/2022Z00634">2022Z00634</a></li>' in page


@every_case("language", ["nl", "en"])
@every_case(("method", "path", "key", "values"), OTHERS)
def test_another_problem_is_explained_in_the_language_of_the_reader(
    web: TestClient, method: str, path: str, key: str, values: dict[str, str], language: str
) -> None:
    version = web.get("/health").json()["release"] if values else ""
    known = {name: value.replace("$release", version) for name, value in values.items()}
    assert PageWords(language).text(key, **known) in shown(web, method, path, language)


def test_a_detail_that_is_only_in_english_is_marked_as_english(web: TestClient) -> None:
    page = web.get("/nl/zoek?q=doxing&p=x", headers={"Accept": "text/html"}).text
    assert "De precieze melding is in het Engels:" in page
    assert re.search(r'<p class="ours" lang="en">p: ', page)
    assert "in het Engels" not in web.get("/en/zoek?q=doxing&p=x").text


def test_programs_get_the_detail_and_the_links_in_english(web: TestClient) -> None:
    asked = {"Accept": "application/json", "Accept-Language": "nl"}
    problem = web.get("/nl/zaak/9999Z99999", headers=asked).json()
    assert problem["detail"] == "There is no case 9999Z99999."
    assert problem["links"] == [{"href": "/nl/", "title": "the home page"}]
