"""The figures, which contain the same numbers as the report.

Each has a table, a CSV and a query.
"""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.figures.release_figures import FIGURES
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words

_CASES = """
SELECT ?case ?days ?in_time ?day ?state WHERE {
  ?case kv:state ?state .
  OPTIONAL { ?case kv:daysToAnswer ?days } OPTIONAL { ?case kv:answeredInTime ?in_time }
  OPTIONAL { ?case dct:dateSubmitted ?day }
}
"""


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def report(golden_release: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((golden_release / "report.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def cases(golden_release: Path) -> tuple[tuple[str, ...], ...]:
    """All cases: address, days, whether in time, date and state, each "" if it is not known."""
    with Release(golden_release) as release:
        return rows_of(release.query(_CASES))


def table(pages: TestClient, name: str) -> list[dict[str, str]]:
    answer = pages.get(f"/nl/cijfers/{name}?vorm=csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_cases_and_questions_by_year_are_those_of_the_report(
    pages: TestClient, report: Mapping[str, Any]
) -> None:
    rows = {row["year"]: row for row in table(pages, "vragen-per-jaar")}
    for column in ("cases", "questions"):
        counts = {year or "": int(row[column]) for year, row in rows.items()}
        assert sum(counts.values()) == report["dossiers"][column]
        assert {y: n for y, n in counts.items() if y} == {
            year: numbers[column] for year, numbers in report["years"].items() if year.isdigit()
        }


def test_parties_and_media_of_a_year_are_those_of_the_data_cube(
    pages: TestClient, golden_release: Path
) -> None:
    for name, column in (("fractie", "party"), ("medium", "medium")):
        figure = {"fractie": "fracties", "medium": "media"}[name]
        rows = Counter((row["year"], row[column]) for row in table(pages, figure))
        with Release(golden_release) as release:
            cube = rows_of(release.query(
                f'SELECT ?year ?name WHERE {{ ?t dct:identifier "{name}" ; a qb:DataSet .'
                " ?row qb:dataSet ?t ; kv:year ?year ; kv:groupName ?name }"
            ))  # fmt: skip
        assert rows == Counter((year, group) for year, group in cube)


def test_the_weeks_have_each_answered_case_once(
    pages: TestClient, cases: tuple[tuple[str, ...], ...]
) -> None:
    days = [int(days) for _, days, *_ in cases if days]
    rows = table(pages, "dagen")
    assert sum(int(row["answered"]) for row in rows) == len(days)
    assert int(rows[0]["answered"]) == sum(day <= 7 for day in days)
    assert int(rows[2]["answered"]) == sum(15 <= day <= 21 for day in days)
    assert int(rows[-1]["answered"]) == sum(day > 84 for day in days)


def test_the_quartiles_of_a_year_divide_its_cases(
    pages: TestClient, cases: tuple[tuple[str, ...], ...]
) -> None:
    by_year: dict[str, list[int]] = defaultdict(list)
    for _, days, _, day, _ in cases:
        if days:
            by_year[day[:4]].append(int(days))
    rows = {row["year"]: row for row in table(pages, "dagen-per-jaar")}
    assert set(rows) == set(by_year)
    for year, found in by_year.items():
        for column, share in (("first_quartile", 0.25), ("median", 0.5), ("third_quartile", 0.75)):
            limit = int(rows[year][column])
            assert sum(day <= limit for day in found) >= share * len(found)
            assert sum(day < limit for day in found) < share * len(found)


def test_late_cases_are_those_that_lists_of_cases_count(
    pages: TestClient, golden_release: Path
) -> None:
    with Release(golden_release) as release:
        totals = all_case_totals(release)
    rows = table(pages, "te-laat")
    assert sum(int(row["late"]) for row in rows) == totals.late > 0
    assert sum(int(row["known_deadline"]) for row in rows) == totals.late + totals.in_time
    for row in rows:
        share = 100 * int(row["late"]) / int(row["known_deadline"])
        assert float(row["late_share"]) == pytest.approx(share, abs=0.05)


def test_each_state_of_each_case_is_counted(
    pages: TestClient, cases: tuple[tuple[str, ...], ...]
) -> None:
    states = Counter((day[:4], state.rpartition("/")[2]) for *_, day, state in cases)
    dutch = {"answered": "beantwoord", "open": "openstaand", "delayed": "uitgesteld",
             "withdrawn": "ingetrokken", "settled": "afgedaan"}  # fmt: skip
    rows = table(pages, "openstaand")
    found = Counter({
        (row["year"], dutch[name]): int(row[name]) for row in rows for name in dutch
    })  # fmt: skip
    assert +found == states
    assert all(int(r["cases"]) == sum(int(r[name]) for name in dutch) for r in rows)


def test_completeness_is_that_of_the_report(pages: TestClient, report: Mapping[str, Any]) -> None:
    rows = table(pages, "volledigheid")
    assert len(rows) == len(report["completeness"])
    columns = {"known": "bekend", "held": "in-de-dataset", "text": "met-tekst"}
    for column, presence in columns.items():
        whole = sum(group["counts"][f"stukken-{presence}"] for group in report["completeness"])
        assert sum(int(row[column]) for row in rows) == whole


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_the_page_has_the_numbers_of_the_csv_and_the_query(
    pages: TestClient, name: str, language: str
) -> None:
    answer = pages.get(f"/{language}/cijfers/{name}")
    assert answer.status_code == 200, answer.text
    page = html.document_fromstring(answer.text)
    if not table(pages, name):
        empty = {"nl": "Deze editie bevat hierover geen cijfers.",
                 "en": "This release contains no figures about this subject."}  # fmt: skip
        assert empty[language] in listed(page, "//p")
        return
    assert len(listed(page, "//thead//th[@scope='col']")) > 1
    if not FIGURES[name].is_by_year:
        last = [list(row.values())[-1] for row in table(pages, name)]
        assert listed(page, "//tbody//td[last()]") == [
            f"{round(float(value))}%" if "." in value else value for value in last
        ]
    assert FIGURES[name].query.strip() in html.document_fromstring(answer.text).xpath(
        "string(//pre)"
    )


def test_a_reader_chooses_a_year(pages: TestClient) -> None:
    page = html.document_fromstring(pages.get("/nl/cijfers/fracties?jaar=2005").text)
    shown = {words(row[0]): int(words(row[-1])) for row in page.xpath("//tbody/tr")}
    rows = [row for row in table(pages, "fracties") if row["year"] == "2005"]
    assert shown == {row["party"]: int(row["questions"]) for row in rows}
    assert len(shown) > 1
    assert list(shown.values()) == sorted(shown.values(), reverse=True)
    assert listed(page, "//nav[@class='years']//a[@aria-current]") == ["2005"]
    (link,) = page.xpath("//p[@class='take']/a[1]/@href")
    taken = pages.get(link)
    assert list(csv.DictReader(taken.text.splitlines())) == rows
    assert taken.headers["content-disposition"].endswith('filename="fracties-2005.csv"')
    everything = html.document_fromstring(pages.get("/nl/cijfers/fracties").text)
    total = sum(int(words(row[-1])) for row in everything.xpath("//tbody/tr"))
    assert total == sum(int(row["questions"]) for row in table(pages, "fracties"))


@every_case("query", ["fracties?jaar=1700", "fracties?jaar=x", "te-laat?jaar=2005",
                                   "te-laat?vorm=xml", "fracties?jaar=1700&vorm=csv"])  # fmt: skip
def test_an_impossible_choice_is_refused(pages: TestClient, query: str) -> None:
    assert pages.get(f"/nl/cijfers/{query}").status_code == 400


def test_a_figure_that_is_not_there_leads_to_the_list(pages: TestClient) -> None:
    answer = pages.get("/en/cijfers/geluk")
    assert answer.status_code == 404
    assert 'href="/en/cijfers"' in answer.text


def test_the_list_says_what_each_figure_shows(pages: TestClient) -> None:
    page = html.document_fromstring(pages.get("/en/cijfers").text)
    links = page.xpath("//ul[@class='sentences']//a/@href")
    assert links == ["/en/persoon", *(f"/en/cijfers/{name}" for name in FIGURES)]
    sentences = listed(page, "//ul[@class='sentences']//p")
    assert "The most questions in one year: 25, in 2005." in sentences
    assert all(pages.get(link).status_code == 200 for link in links)


def test_a_name_in_the_register_leads_to_its_page(pages: TestClient) -> None:
    page = html.document_fromstring(pages.get("/nl/cijfers/fracties").text)
    (link,) = (a.get("href") for a in page.xpath("//tbody//a") if words(a) == "CDA")
    assert link == "/nl/fractie/cda"
    assert pages.get(link).status_code == 200


def test_a_release_is_asked_only_once(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = client(golden_release)
    paths = [f"/nl/cijfers/{name}" for name in FIGURES] + ["/nl/cijfers", "/nl/gaten", "/nl/over"]
    first = [fresh.get(path).text for path in paths]

    def no_query(*_: object) -> None:
        raise AssertionError("the store is asked again")

    monkeypatch.setattr(Release, "query", no_query)
    assert [fresh.get(path).text for path in paths] == first
