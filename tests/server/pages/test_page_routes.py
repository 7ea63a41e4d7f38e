"""The addresses of the pages."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.every_case import every_case
from tests.server.clients import client

SEED = "2022Z00634"


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.mark.parametrize(("language", "word"), [("nl", "Beantwoord"), ("en", "Answered")])
def test_a_case_has_a_page_in_each_language(pages: TestClient, language: str, word: str) -> None:
    answer = pages.get(f"/{language}/zaak/{SEED}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert word in answer.text
    again = pages.get(f"/{language}/zaak/{SEED}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_path_of_a_language_without_a_slash_leads_to_its_home_page(
    golden_release: Path, pages: TestClient, language: str
) -> None:
    answer = pages.get(f"/{language}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/{language}/")
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert pages.get(f"/{language}?a=b").headers["location"] == f"/{language}/?a=b"
    below = client(golden_release, "/kamervragen").get(f"/kamervragen/{language}")
    assert below.headers["location"] == f"/kamervragen/{language}/"


def test_another_identifier_of_a_case_leads_to_its_page(pages: TestClient) -> None:
    answer = pages.get("/en/zaak/ah-tk-20212022-1881")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/en/zaak/{SEED}")
    # A later release may redirect the address to another page.
    assert answer.headers["cache-control"] == "public, max-age=60"


@every_case(
    ("path", "status"),
    [("/nl/zoek?q=a&p={}", 400), ("/nl/jaar/{}", 404), ("/nl/jaar/2022?p={}", 400),
     ("/nl/jaar/2022?jaar={}", 400), ("/nl/persoon/palland-hm-1979?p={}", 400),
     ("/api/zaak?p={}", 400), ("/api/zaak?van={}", 400), ("/nl/cijfers/te-laat?jaar={}", 400),
     ("/reconcile/suggest/entity?prefix=a&cursor={}", 400),
     ("/nl/bevragen/answered-late?year={}", 404)],
)  # fmt: skip
def test_a_number_with_many_digits_is_refused(pages: TestClient, path: str, status: int) -> None:
    assert pages.get(path.format("1" * 5_000)).status_code == status


@pytest.mark.parametrize(
    ("path", "last"), [("/nl/zoek?q=a&", 40), ("/nl/jaar/2022?", 10_000), ("/api/zaak?", 10_000)]
)
def test_the_number_of_a_page_has_a_maximum(pages: TestClient, path: str, last: int) -> None:
    assert pages.get(f"{path}p={last}").status_code == 200
    for wrong in (last + 1, 0, "-1", "²", "1.0", "x"):
        answer = pages.get(f"{path}p={wrong}", headers={"Accept": "application/json"})
        problem = f"p: '{wrong}' is not a number from 1 to {last}"
        assert (answer.status_code, answer.json()["detail"]) == (400, problem)


@pytest.mark.parametrize(
    ("path", "heading"),
    [("/nl/zaak/2099Z99999", "Dit adres kennen wij niet"),
     ("/en/zaak/2099Z99999", "We do not know this address"),
     ("/nl/zoek?kamer=x", "Dit verzoek klopt niet")],
)  # fmt: skip
def test_an_error_is_a_page_in_the_same_language(
    pages: TestClient, path: str, heading: str
) -> None:
    answer = pages.get(path)
    assert answer.status_code in (400, 404)
    assert f"<h1>{heading}</h1>" in answer.text
    assert f'<html lang="{path[1:3]}">' in answer.text


def test_the_turtle_and_the_neighbours_of_a_case_are_one_link_away(pages: TestClient) -> None:
    shown = pages.get(f"/nl/zaak/{SEED}").text
    for extension in ("ttl", "jsonld", "nt"):
        path = f"/doc/eli/nl/tk/zaak/{SEED}.{extension}"
        assert f'href="{path}"' in shown
        assert pages.get(path).status_code == 200
    previous = shown.partition('rel="prev" href="')[2].partition('"')[0]
    assert pages.get(previous).status_code == 200


def test_the_style_sheet_and_the_mark_are_served(pages: TestClient) -> None:
    assert pages.get("/assets/site.css").status_code == 200
    assert pages.get("/assets/mark.svg").headers["content-type"] == "image/svg+xml"
