"""The charts and tables by year on the pages of parties, ministries and offices."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_totals import case_totals
from kv2rdf.server.pages.listed_cases import ListedCase
from kv2rdf.server.pages.thing_view import CaseList, CaseLists, ThingView
from kv2rdf.server.pages.thing_years import ThingYear, thing_charts
from tests.server.clients import client
from tests.server.pages.case_pages import listed, site, words
from tests.server.pages.test_pages_of_things import shown

QUESTIONS = """
SELECT ?number (COUNT(DISTINCT ?question) AS ?questions) WHERE {
  ?case eli-dl:process_id ?number . ?question a kv:Question ; kv:concernsDossier ?case .
} GROUP BY ?number
"""


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.mark.parametrize("path", ["fractie/cda", "ministerie/mnre1058"])
def test_the_table_counts_the_questions_of_the_listed_cases(
    pages: TestClient, golden_release: Path, path: str
) -> None:
    with Release(golden_release) as release:
        questions = {n: int(found) for n, found in rows_of(release.query(QUESTIONS))}
    rows = shown(pages, f"/nl/{path}").xpath("//details[@class='years']//tbody/tr")
    assert len(rows) > 1
    for row in rows:
        page = shown(pages, f"/nl/{path}{row.xpath('th/a/@href')[0]}")
        cases = [link.rpartition("/")[2] for link in page.xpath("//ol[@class='cases']//a/@href")]
        assert words(row.xpath("td")[0]) == str(len(cases))
        assert words(row.xpath("td")[1]) == str(sum(questions.get(case, 0) for case in cases))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_chart_has_a_title_a_description_and_ids_of_its_own(
    pages: TestClient, language: str
) -> None:
    page = shown(pages, f"/{language}/ministerie/mnre1034")
    charts = page.xpath("//*[local-name()='svg'][contains(@class, 'chart')]")
    assert [chart.get("class") for chart in charts] == ["chart wide", "chart narrow"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for chart in charts:
        assert {*chart.get("aria-labelledby").split()} <= set(ids)
    title = "Vragen en zaken per jaar" if language == "nl" else "Questions and cases by year"
    assert title in listed(page, "//section[@class='part']/h2")


@pytest.mark.parametrize("path", ["persoon/palland-hm-1979", "onderwerp/thema/bestuur"])
def test_other_entities_have_no_charts(pages: TestClient, path: str) -> None:
    assert not shown(pages, f"/nl/{path}").xpath("//*[local-name()='polyline']")


def ministry(answers: int) -> ThingView:
    """Return a ministry with answers in three years, of which one has this number of answers."""
    cases = [
        ListedCase(0, "beantwoord", is_in_time=True, year=year)
        for year, number in ((1999, 20), (2000, 20), (2001, answers))
        for _ in range(number)
    ]
    totals = case_totals(cases)
    shown_list = CaseList("answered", totals, (), 1, 1, ())
    return ThingView(
        kind="ministerie", address="x", label="x", is_dutch=False, same=(), related={},
        lists=CaseLists({"answered": totals}, shown_list, "answered"), other=None,
    )  # fmt: skip


@pytest.mark.parametrize(("answers", "keys"), [
    (20, ["chart_questions", "chart_days", "chart_late"]), (19, ["chart_questions"]),
])  # fmt: skip
def test_the_days_of_fewer_than_twenty_answers_are_not_drawn(answers: int, keys: list[str]) -> None:
    years = [ThingYear(year, 30, 90, 21, n, 0, n)
             for year, n in ((1999, 20), (2000, 20), (2001, answers))]  # fmt: skip
    charts = thing_charts(site(), ministry(answers), years)
    assert [chart.key for chart in charts] == keys
    assert [year.has_median for year in years] == [year.has_share for year in years]
    assert years[-1].has_median == (answers == 20)
    assert "Vragen: 90 in 1999" in charts[0].chart.described


def test_a_ministry_shows_days_and_shares_only_for_enough_answers(pages: TestClient) -> None:
    rows = shown(pages, "/nl/ministerie/mnre1058").xpath("//details[@class='years']//tbody/tr")
    assert {words(cell) for row in rows for cell in row.xpath("td")[2:]} == {"te weinig"}
