"""Searches that are limited to a state, or to a period."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed
from tests.server.pages.test_search_facets import facets, shown


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


def test_a_state_narrows_a_search(web: TestClient) -> None:
    states = facets(shown(web, "/nl/zoek"))["Stand"]
    every = {"beantwoord", "geen antwoord in onze bronnen", "uitstel gemeld", "ingetrokken"}
    assert every <= states.keys()
    count, link = states["uitstel gemeld"]
    page = shown(web, link)
    assert listed(page, "//ul[@class='chosen']//a") == ["Verwijder Stand: uitstel gemeld ×"]
    rows = listed(page, "//ol[@class='cases']/li/p")
    assert len(rows) == count
    assert all(row.endswith("uitstel gemeld") for row in rows)
    api = web.get("/api/zaak?stand=uitgesteld").json()
    assert (api["total"], {case["state"] for case in api["cases"]}) == (count, {"uitgesteld"})
    csv = web.get("/nl/zoek?q=de&stand=uitgesteld&vorm=csv")
    (heading,) = listed(
        shown(web, "/nl/zoek?q=de&stand=uitgesteld"), "//section[@class='found']/h2"
    )
    assert f", {csv.headers['x-kv-total']} vindplaatsen" in heading
    assert web.get("/nl/zoek?stand=te-laat").status_code == 400


@every_case(
    ("period", "is_outside"),
    [
        ("van=2050", True),
        ("tot=1983", True),
        ("van=2022&tot=2022", False),
        ("van=LAST", False),
        ("van=AFTER", True),
        ("tot=FIRST", False),
        ("tot=BEFORE", True),
        ("", False),
    ],
)
def test_a_period_outside_the_data_is_named(
    web: TestClient, golden_release: Path, period: str, is_outside: object
) -> None:
    with Release(golden_release) as release:
        known = release.texts.tabled_period()
    assert known
    one = timedelta(days=1)
    days = {"LAST": known.last, "AFTER": known.last + one}
    days |= {"FIRST": known.first, "BEFORE": known.first - one}
    for word, day in days.items():
        period = period.replace(word, day.isoformat())
    said = listed(shown(web, f"/en/zoek?{period}"), "//p[@class='gap']")
    assert bool(said) == is_outside
    assert all(str(day.year) in text for text in said for day in (known.first, known.last))
