"""The pages of years and of sessions."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words
from tests.server.pages.test_pages_of_things import SEED, shown

CASES = """
SELECT ?session ?number ?day WHERE {
  ?case kv:sessionYear ?session ; eli-dl:process_id ?number
  OPTIONAL { ?case dct:dateSubmitted ?day }
}
"""


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.fixture(scope="module")
def sessions(golden_release: Path) -> dict[str, list[tuple[str, str]]]:
    """The numbers and days of the cases of each session."""
    found: dict[str, list[tuple[str, str]]] = {}
    with Release(golden_release) as release:
        for session, number, day in rows_of(release.query(CASES)):
            found.setdefault(session, []).append((number, day))
    return found


def test_each_session_has_a_page_with_its_cases(
    pages: TestClient, sessions: dict[str, list[tuple[str, str]]]
) -> None:
    index = shown(pages, "/nl/vergaderjaar").xpath("//tbody/tr")
    assert {words(row[0]): words(row[-1]) for row in index} == {
        session.replace("-", "–"): str(len(cases)) for session, cases in sessions.items()
    }
    for row in index:
        (href,) = row.xpath(".//a/@href")
        numbers = {number for number, _ in sessions[href.rpartition("/")[2]]}
        page = shown(pages, href)
        links = page.xpath("//ol[@class='cases']//a/@href")
        assert {link.rpartition("/")[2] for link in links} == numbers
        assert listed(page, "//h1") == [words(row[0])]


def test_the_page_of_a_session_says_how_many_cases_were_tabled_before_it(
    pages: TestClient, sessions: dict[str, list[tuple[str, str]]]
) -> None:
    """The first of September is in the session, and the last of August is not."""
    counts = set()
    for session, cases in sessions.items():
        start = f"{session[:4]}-09-01"
        earlier = sum(1 for _, day in cases if day and day < start)
        text = listed(shown(pages, f"/en/vergaderjaar/{session}"), "//p[@class='read']")[0]
        assert (f" {earlier} of these cases w" in text) == bool(earlier), session
        assert ("tabled before 1 September" in text) == bool(earlier), session
        counts.add(earlier)
    assert len(counts) > 1


def test_the_page_of_a_session_counts_the_missing_numbers(
    pages: TestClient, golden_release: Path
) -> None:
    query = "SELECT DISTINCT ?name WHERE { ?paper dct:identifier ?name }"
    found: dict[str, set[int]] = defaultdict(set)
    with Release(golden_release) as release:
        for (name,) in rows_of(release.query(query)):
            if paper := re.fullmatch(r"ah-tk-(\d{4})(\d{4})-(\d+)", name):
                found[f"{paper[1]}-{paper[2]}"].add(int(paper[3]))
    assert any(max(numbers) > len(numbers) for numbers in found.values())
    for session, numbers in found.items():
        text = listed(shown(pages, f"/nl/vergaderjaar/{session}"), "//p[@class='read']")[1]
        written = re.match(
            r"Van de nummers 1 tot en met ([\d.]+) van het Aanhangsel \(Tweede Kamer\)"
            r" ontbre(?:ekt|ken) er ([\d.]+)\.",
            text,
        )
        assert written, text
        highest, missing = (int(number.replace(".", "")) for number in written.groups())
        assert (highest, missing) == (max(numbers), max(numbers) - len(numbers)), session


def test_sessions_lead_to_the_next_and_to_the_years(pages: TestClient) -> None:
    sessions = shown(pages, "/nl/vergaderjaar").xpath("//tbody//a/@href")
    walked = [sessions[0]]
    while following := shown(pages, walked[-1]).xpath("//header//a[@rel='next']/@href"):
        walked += following
    assert walked == sessions
    page = shown(pages, sessions[-2])
    assert page.xpath("//header//a[@rel='prev']/@href") == [sessions[-3]]
    years = page.xpath("//ul[@class='plain asked']//a[contains(@href, '/jaar/')]/@href")
    assert {pages.get(year).status_code for year in years} == {200}
    assert "/nl/vergaderjaar/2021-2022" in shown(pages, "/nl/jaar/2022").xpath("//header//@href")


def test_a_case_leads_to_its_session(pages: TestClient) -> None:
    page = shown(pages, f"/en/zaak/{SEED}")
    (link,) = page.xpath("//header/p[@class='kicker']/a")
    assert words(link) == "session 2021–2022"
    numbers = shown(pages, link.get("href")).xpath("//ol[@class='cases']//a/@href")
    assert f"/en/zaak/{SEED}" in numbers


@pytest.mark.parametrize("session", ["1700-1701", "2021", "2021-2023", "2021–2022", "x"])
def test_a_session_without_cases_has_no_page(pages: TestClient, session: str) -> None:
    assert pages.get(f"/nl/vergaderjaar/{session}").status_code == 404


def test_each_month_of_a_year_leads_to_its_cases(pages: TestClient) -> None:
    tabled: Counter[str] = Counter()
    for year in pages_of_years(pages):
        for row in year.xpath("//section[h2='Per maand']//tbody/tr"):
            (href,) = row.xpath(".//a/@href")
            (heading,) = listed(shown(pages, href), "//section[@class='found']/h2")
            assert heading.partition(" ")[0] == words(row[-1])
            tabled[words(row[0])] += int(words(row[-1]))
    assert len(tabled) > 12


def pages_of_years(pages: TestClient) -> list[etree._Element]:
    return [shown(pages, href) for href in shown(pages, "/nl/jaar").xpath("//tbody//a/@href")]
