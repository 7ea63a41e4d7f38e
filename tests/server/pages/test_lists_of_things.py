"""Lists of the cases of an entity, and the pages that list all entities of a kind."""

import csv
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.pages import person_list
from kv2rdf.server.pages.person_list import ListedPerson
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.per_release import PerRelease
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed, words
from tests.server.pages.test_pages_of_things import SEED, shown


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


@pytest.mark.parametrize("path", ["ministerie/mnre1034", "fractie/cda", "ambt/minister-min-bzk"])
def test_a_year_of_a_thing_leads_to_its_cases_of_that_year(pages: TestClient, path: str) -> None:
    years = shown(pages, f"/nl/{path}").xpath("//details[@class='years']//tbody/tr")
    assert years
    for row in years:
        (link,) = row.xpath("th/a/@href")
        page = shown(pages, f"/nl/{path}{link}")
        days = page.xpath("//ol[@class='cases']//time/@datetime")
        assert len(days) == int(words(row.xpath("td[@class='num']")[0]))
        assert {day[:4] for day in days} == {words(row.xpath("th")[0])}
        assert listed(page, "//details[@open]//a[@aria-current]") == [words(row.xpath("th")[0])]
    assert pages.get(f"/nl/{path}?jaar=lang").status_code == 400


def test_a_ministry_that_was_only_asked_has_not_answered(pages: TestClient) -> None:
    """The page of openkamer in the seed names those who were asked as those who answered."""
    lists = pages.get("/api/ministerie/mnre1034").json()["lists"]
    numbers = {name: len(cases_of(pages, name)) for name in ("asked_to", "answered")}
    assert numbers == {name: lists[name] for name in numbers}
    assert SEED in cases_of(pages, "asked_to")
    assert SEED not in cases_of(pages, "answered")


def cases_of(pages: TestClient, name: str) -> list[str]:
    answer = pages.get(f"/api/ministerie/mnre1034?lijst={name}").json()
    return [case["case"] for case in answer["cases"]]


def test_a_ministry_has_one_number_of_late_answers(pages: TestClient) -> None:
    table = csv.DictReader(
        pages.get("/nl/cijfers/te-laat-per-ministerie?vorm=csv").text.split("\n")
    )
    rows = list(table)
    assert any(int(row["late"]) for row in rows)
    for row in (row for row in rows if row["ministry_address"]):
        path = f"/nl/ministerie/{row['ministry_address'].rpartition('/')[2]}"
        late = shown(pages, path).xpath("//nav[@class='numbers']//a[contains(@href, 'te-laat')]")
        assert [words(link).split()[0] for link in late] == [row["late"]] * bool(int(row["late"]))
        for link in late:
            cases = shown(pages, path + link.get("href")).xpath("//ol[@class='cases']/li")
            assert len(cases) == int(row["late"])


@every_case("kind", [kind for kind, found in THING_KINDS.items() if found.things])
def test_an_index_counts_the_cases_that_a_thing_lists(pages: TestClient, kind: str) -> None:
    rows = shown(pages, f"/nl/{kind}").xpath("//tbody/tr")
    assert rows
    link, count = rows[0].xpath(".//a/@href")[0], words(rows[0].xpath("td")[-1])
    figures = listed(shown(pages, link), "//nav[@class='numbers']//span[@class='figure']")
    assert count in figures


def test_a_list_of_persons_counts_what_each_of_them_asked_and_answered(pages: TestClient) -> None:
    rows = [row.xpath("th | td") for row in shown(pages, "/nl/persoon").xpath("//tbody/tr")]
    counts = [int(words(row[2])) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    for row in rows:
        page = shown(pages, row[0].xpath("a/@href")[0])
        figures = listed(page, "//nav[@class='numbers']//a[contains(@href, '?lijst=')]/span")
        assert figures[:2] == [words(row[2]), words(row[3])]
        for place, name in ((2, "asked"), (3, "answered")):
            links = row[place].xpath("a/@href")
            assert [link.endswith(f"?lijst={name}") for link in links] == [True] * len(links)
            assert bool(links) == (words(row[place]) != "0")
    assert pages.get("/nl/persoon?orde=lengte").status_code == 400


@pytest.mark.parametrize(
    ("query", "place", "names"),
    [("", 2, ["Ada", "Bea", "Cor"]), ("?orde=beantwoord", 3, ["Cor", "Ada", "Bea"])],
)
def test_those_who_asked_or_answered_most_come_first(
    pages: TestClient, monkeypatch: pytest.MonkeyPatch, query: str, place: int, names: list[str]
) -> None:
    persons = (ListedPerson("a", "Ada", 3, 0), ListedPerson("c", "Cor", 1, 1_002),
               ListedPerson("b", "Bea", 2, 0))  # fmt: skip
    monkeypatch.setattr(person_list, "_LISTED", PerRelease(lambda _release: {None: persons}))
    page = shown(pages, f"/en/persoon{query}")
    assert listed(page, "//tbody//th") == names
    heads = page.xpath("//thead//th")
    assert [n for n, head in enumerate(heads) if head.get("aria-sort") == "descending"] == [place]
    assert "1,002" in listed(page, "//tbody//td[3]")


def test_the_persons_of_a_year_are_counted_as_their_pages_count_them(pages: TestClient) -> None:
    (link,) = shown(pages, "/nl/jaar/2022").xpath("//ul/li/a[contains(@href, '/persoon?')]/@href")
    assert link == "/nl/persoon?jaar=2022"
    page = shown(pages, link)
    numbers = page.xpath("//tbody//td/a")
    assert numbers
    for number in numbers:
        assert number.get("href").endswith("&jaar=2022")
        cases = listed(shown(pages, number.get("href")), "//ol[@class='cases']/li")
        assert len(cases) == int(words(number))
    heads = page.xpath("//thead//a/@href")
    assert heads == ["/nl/persoon?jaar=2022", "/nl/persoon?jaar=2022&orde=beantwoord"]
    assert listed(page, "//nav[@class='years']//a[@aria-current]") == ["2022"]
    assert pages.get("/nl/persoon?jaar=1700").status_code == 400


def test_every_year_leads_to_the_figures_of_that_year(pages: TestClient) -> None:
    found = 0
    for year in ("1984", "2005", "2022"):
        links = shown(pages, f"/nl/jaar/{year}").xpath("//ul[@class='plain asked']//a/@href")
        assert [pages.get(link).status_code for link in links] == [200] * len(links)
        found += len(links)
    assert found > 3


def test_a_selection_leads_to_its_list_and_says_what_it_is(pages: TestClient) -> None:
    path = "//nav[@class='numbers']//a[contains(@href, 'te-laat')]/@href"
    (link,) = shown(pages, "/nl/ministerie/mnre1058").xpath(path)
    assert link.endswith("#zaken")
    late = shown(pages, f"/nl/ministerie/mnre1058{link}")
    assert listed(late, "//*[@id='zaken']/p[@class='kicker']") == [
        "Te laat beantwoord · alle zaken"
    ]


_ROW_BYTES = 160
"""The maximum number of bytes of a row besides its words and links."""


@pytest.mark.parametrize("path", ["persoon", "fractie", "ministerie", "onderwerp", "medium"])
def test_a_row_of_a_long_list_takes_few_bytes(pages: TestClient, path: str) -> None:
    _, _, body = pages.get(f"/nl/{path}").text.partition("<tbody>")
    body, _, _ = body.partition("</tbody>")
    page = shown(pages, f"/nl/{path}")
    rows = page.xpath("//tbody/tr")
    assert len(rows) == body.count("<tr>") > 0
    words_and_links = sum(
        len(text.encode()) for row in rows for text in (*row.itertext(), *row.xpath(".//@href"))
    )
    assert (len(body.encode()) - words_and_links) / len(rows) < _ROW_BYTES
    bars = [row.xpath("td[1]//*[local-name()='rect']/@width") for row in rows]
    assert bars[0] == ["100.0%"]
    assert all(len(bar) == 1 for bar in bars)
