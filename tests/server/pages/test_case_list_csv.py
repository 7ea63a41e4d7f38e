"""Lists of cases as CSV, and sorted by the wait for the answer."""

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.server import case_list_answers
from kv2rdf.server.pages import case_lists_page
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def table(pages: TestClient, path: str) -> list[dict[str, str]]:
    answer = pages.get(path)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def numbers(pages: TestClient, path: str) -> list[str]:
    page = html.document_fromstring(pages.get(path).text)
    return [
        line.split(" · ")[1] for line in listed(page, "//ol[@class='cases']/li/p[@class='ours']")
    ]


@every_case(
    "path",
    ["/nl/jaar/2022?", "/nl/fractie/cda?", "/en/ministerie/mnre1058?lijst=answered&",
     "/nl/vergaderjaar/2021-2022?stand=te-laat&", "/nl/persoon/palland-hm-1979?orde=dagen&"],
)  # fmt: skip
def test_the_csv_contains_the_cases_of_the_list_in_the_same_order(
    pages: TestClient, path: str
) -> None:
    rows = table(pages, f"{path}vorm=csv")
    assert rows
    assert [row["case"] for row in rows][:50] == numbers(pages, path)


def test_a_row_has_the_days_late_and_the_ministries(pages: TestClient) -> None:
    (row,) = [r for r in table(pages, "/nl/jaar/2022?vorm=csv") if r["case"] == "2022Z00634"]
    assert (row["tabled"], row["due"], row["answered"]) == (
        "2022-01-18",
        "2022-02-08",
        "2022-02-25",
    )
    assert (row["days"], row["days_late"], row["state"]) == ("38", "17", "beantwoord")
    assert row["ministries_asked"] == row["ministries_answered"]
    assert "Justitie en Veiligheid" in row["ministries_answered"].split("; ")


def test_a_long_list_has_several_parts(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (case_list_answers, case_lists_page):
        monkeypatch.setattr(module, "MOST_CASES", 2)
    pages = client(golden_release)
    path = "/nl/ministerie/mnre1058"
    first, second = (table(pages, f"{path}?vorm=csv&p={part}") for part in (1, 2))
    assert [row["case"] for row in first + second] == numbers(pages, path)[:4]
    total = int(pages.get(f"{path}?vorm=csv").headers["x-kv-total"])
    assert total > 2
    assert "de eerste 2 zaken" in pages.get(path).text


def test_a_list_can_begin_with_the_longest_wait(pages: TestClient) -> None:
    path = "/nl/ministerie/mnre1058?orde=dagen"
    days = [int(row["days"] or -1) for row in table(pages, f"{path}&vorm=csv")]
    assert days == sorted(days, reverse=True)
    page = html.document_fromstring(pages.get(path).text)
    assert "Zaken, langste wachttijd eerst" in listed(page, "//h2")
    links = page.xpath("//p[@class='ours order']/a/@href")
    assert all(pages.get(f"/nl/ministerie/mnre1058{link}").status_code == 200 for link in links)


@every_case(
    ("path", "status"),
    [("jaar/2022?orde=x", 400), ("jaar/1900?vorm=csv", 404), ("persoon/none?vorm=csv", 404),
     ("vergaderjaar/1900-1901?vorm=csv", 404)],
)  # fmt: skip
def test_an_order_or_a_list_that_does_not_exist_is_refused(
    pages: TestClient, path: str, status: int
) -> None:
    assert pages.get(f"/nl/{path}").status_code == status


@every_case(
    ("path", "forms"),
    [("jaar/2022", "html, csv"), ("vergaderjaar/2021-2022", "html, csv"),
     ("fractie/cda", "html, csv, atom"), ("zaak/2022Z00634", "html, atom"),
     ("cijfers/te-laat", "html, csv"), ("gaten", "html, csv")],
)  # fmt: skip
def test_the_message_about_an_unknown_form_names_all_forms(
    pages: TestClient, path: str, forms: str
) -> None:
    answer = pages.get(f"/nl/{path}?vorm=pdf", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        f"vorm: 'pdf' is not one of {forms}",
    )
    assert pages.get(f"/nl/{path}?vorm=html").status_code == 200
