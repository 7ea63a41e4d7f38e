"""The figures about questions: to whom they are put, and how long they are."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.figures.release_figures import FIGURES
from tests.open_releases import answer_rows
from tests.server.clients import client
from tests.server.pages.case_pages import listed

LENGTHS = """
SELECT ?question (COALESCE(?joined, ?text) AS ?shown) WHERE {
  ?question a kv:Question ; kv:text ?text OPTIONAL { ?question kv:joinedText ?joined }
}
"""


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def test_a_ministry_was_asked_in_the_cases_that_its_page_lists(pages: TestClient) -> None:
    cases: Counter[str] = Counter()
    answer = pages.get("/nl/cijfers/aan-wie?vorm=csv")
    for row in csv.DictReader(answer.text.splitlines()):
        cases[row["ministry_address"].rpartition("/")[2]] += int(row["cases"])
    assert len(cases) > 1
    for key, count in cases.items():
        page = html.document_fromstring(pages.get(f"/nl/ministerie/{key}").text)
        link = "//nav[@class='numbers']//a[contains(@href, 'lijst=asked_to')]/span"
        assert listed(page, link) == [str(count)]


def test_every_question_with_a_text_has_a_length(pages: TestClient, golden_release: Path) -> None:
    rows = list(csv.DictReader(pages.get("/nl/cijfers/lengte?vorm=csv").text.splitlines()))
    lengths = [len(text) for _, text in answer_rows(golden_release, LENGTHS)]
    assert sum(int(row["questions"]) for row in rows) == len(lengths)
    for row in rows:
        marks = [int(row[key]) for key in ("first_quartile", "median", "third_quartile")]
        assert marks == sorted(marks)
        assert {*marks} <= {*lengths}


@pytest.mark.parametrize("name", [name for name, figure in FIGURES.items() if figure.read])
def test_the_rows_of_a_figure_are_those_of_its_query(name: str, golden_release: Path) -> None:
    figure = FIGURES[name]
    assert figure.read is not None
    with Release(golden_release) as release:
        rows = figure.read(release)
    assert len(rows) > 1
    assert rows == tuple(answer_rows(golden_release, figure.query))


def test_the_lengths_of_a_year_are_in_quarters() -> None:
    rows = (("1990", "10", "1"), ("1990", "20", "1"), ("1990", "30", "2"), ("", "7", "1"))
    assert FIGURES["lengte"].table(rows) == ((1990, 10, 20, 30, 4), (None, 7, 7, 7, 1))
