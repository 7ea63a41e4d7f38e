"""Persons and printed names with one surname lead to each other. None is called certain."""

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.server.pages import person_list
from kv2rdf.server.pages.namesakes import surname_as_printed, surnames_of
from kv2rdf.server.pages.person_list import LinkedCases, ListedPerson
from kv2rdf.server.per_release import PerRelease
from tests.server.clients import client


@pytest.fixture(scope="module")
def web(golden_release: Path) -> TestClient:
    return client(golden_release)


def shown(web: TestClient, path: str) -> html.HtmlElement:
    answer = web.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Rosenmöller", "rosenmoller"),
        ("E. G. Terpstra", "terpstra"),
        ("Terpstra E.G.", "terpstra"),
        ("De Wit", "de wit"),
        ("Van der Werf-Terpstra", "van der werf-terpstra"),
    ],
)
def test_a_printed_name_has_no_initials_and_accents(name: str, surname: str) -> None:
    assert surname_as_printed(name) == surname


def test_a_surname_begins_after_a_word_with_a_capital() -> None:
    assert [*surnames_of("Jan de Wit")] == ["jan de wit", "de wit"]
    assert [*surnames_of("Evelina Hendrika Tonkens")] == [
        "evelina hendrika tonkens", "hendrika tonkens", "tonkens",
    ]  # fmt: skip


def test_a_printed_name_and_a_person_with_its_surname_lead_to_each_other(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_list, "_FEWEST_CASES", 1)
    rows = shown(web, "/nl/persoon").xpath("//table[@class='persons']//tbody//th/a")
    forms = [str(link.get("href")) for link in rows if link.get("class") == "unlinked"]
    pairs = ((form, other) for form in forms for other in names(web, form))
    form, person = next((form, other) for form, other in pairs if "/persoon/" in other)
    others = names(web, person)
    assert form in others
    assert not any("/persoon/" in other for other in others)


def names(web: TestClient, path: str) -> list[str]:
    links = shown(web, path).xpath("//section[@aria-labelledby='naamgenoten']//a/@href")
    return [str(link) for link in links]


def test_names_that_are_not_linked_are_listed_and_marked(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "https://w3id.org/kamervragen/id"
    persons = (
        ListedPerson(f"{base}/persoon/terpstra-e-1943", "Erica Terpstra", 18, 0),
        ListedPerson(f"{base}/naamvorm/Van_Es~~PSP~~tk", "Van Es (PSP)", 43, 0, is_linked=False),
    )
    counts = {None: LinkedCases(559, 87)}
    monkeypatch.setattr(person_list, "_LISTED", PerRelease(lambda _release: {None: persons}))
    monkeypatch.setattr(person_list, "_LINKED", PerRelease(lambda _release: counts))
    page = shown(web, "/nl/persoon")
    links = page.xpath("//table[@class='persons']//tbody//th/a")
    assert [(link.text, link.get("class")) for link in links] == [
        ("Van Es (PSP)", "unlinked"), ("Erica Terpstra", None),
    ]  # fmt: skip
    text = page.text_content()
    assert "In 87 van de 559 zaken" in text
    assert "Van 1 personen weten wij dat zij vragen stelden, en van 0" in text


def test_a_name_with_few_cases_is_only_in_the_lists_of_years(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "https://w3id.org/kamervragen/id"
    persons = (
        ListedPerson(f"{base}/persoon/terpstra-e-1943", "Erica Terpstra", 1, 0),
        ListedPerson(f"{base}/naamvorm/A~~PSP~~tk", "A", 10, 0, is_linked=False),
        ListedPerson(f"{base}/naamvorm/B~~PSP~~tk", "B", 9, 30, is_linked=False),
    )
    lists = {None: persons, 1990: persons}
    monkeypatch.setattr(person_list, "_LISTED", PerRelease(lambda _release: lists))
    counts = {None: LinkedCases(1, 1)}
    monkeypatch.setattr(person_list, "_LINKED", PerRelease(lambda _release: counts))
    of_all_years = shown(web, "/en/persoon")
    assert listed_names(of_all_years) == ["A", "Erica Terpstra"]
    assert "1 other printed names have fewer than 10 cases" in of_all_years.text_content()
    assert listed_names(shown(web, "/en/persoon?jaar=1990")) == ["A", "B", "Erica Terpstra"]


def listed_names(page: html.HtmlElement) -> list[str]:
    return [link.text for link in page.xpath("//table[@class='persons']//tbody//th/a")]


@pytest.mark.parametrize(("linked", "is_warned"), [(3, False), (2, True)])
def test_only_a_list_with_askers_who_are_not_linked_has_a_warning(
    web: TestClient, monkeypatch: pytest.MonkeyPatch, linked: int, *, is_warned: bool
) -> None:
    counts = {None: LinkedCases(3, linked)}
    monkeypatch.setattr(person_list, "_LINKED", PerRelease(lambda _release: counts))
    text = shown(web, "/en/persoon").text_content()
    assert ("an asker is linked to a person" in text) is is_warned
