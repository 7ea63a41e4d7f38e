"""The pages about terms and lists of concepts."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import html
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages.page_templates import with_breaks
from kv2rdf.server.pages.vocabulary_terms import term_rules, vocabulary_terms
from tests.conftest import ROOT
from tests.every_case import every_case
from tests.server.clients import client
from tests.server.pages.case_pages import listed


@pytest.fixture(scope="module")
def pages(seed_release: Path) -> TestClient:
    return client(seed_release)


def own_terms() -> set[str]:
    """Return the terms that ontology/kv.ttl defines, without the prefix."""
    quads = ox.parse(path=str(ROOT / "ontology" / "kv.ttl"), format=ox.RdfFormat.TURTLE)
    subjects = {str(quad.subject).strip("<>") for quad in quads}
    return {s.partition("#")[2] for s in subjects if s.startswith(f"{HOME}/def#")}


def shown(pages: TestClient, path: str) -> html.HtmlElement:
    answer = pages.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("language", ["nl", pytest.param("en", marks=pytest.mark.long)])
def test_every_term_of_the_ontology_has_a_page_with_all_that_is_known_of_it(
    pages: TestClient, seed_release: Path, language: str
) -> None:
    index = shown(pages, f"/{language}/begrippen")
    links = index.xpath("//section[@id='classes' or @id='properties']//th/a/@href")
    assert sorted(links) == sorted(f"/{language}/begrippen/{name}" for name in own_terms())
    with Release(seed_release) as release:
        terms = vocabulary_terms(release)
        for link in links:
            term, page = terms[f"{HOME}/def#{link.rpartition('/')[2]}"], shown(pages, link)
            assert listed(page, "//h1") == [term.label(language)]
            texts = listed(page, "//p[@class='said']")
            assert texts == [" ".join(text.split()) for text in term.meanings(language)] != []
            assert [e.strip() for e in page.xpath("//pre/text()")] == [
                example.strip() for example in term.examples
            ]
            assert page.xpath("//td"), f"{link} has no rule"
            assert len(page.xpath("//li[contains(@class,'real')]")) == min(3, term.uses)


@every_case(
    ("name", "shown"),
    [
        ("kv:Question", "kv:<wbr>Question"),
        ("kv:concernsDossier", "kv:concerns<wbr>Dossier"),
        ("eli:is_part_of", "eli:is_<wbr>part_<wbr>of"),
        ("dct:title", "dct:title"),
        ("x:<B>", "x:&lt;B&gt;"),
    ],
)
def test_a_name_can_be_broken_before_each_word(name: str, shown: str) -> None:
    assert with_breaks(name) == shown


def test_a_number_of_uses_is_the_number_in_the_store(pages: TestClient, seed_release: Path) -> None:
    page = shown(pages, "/en/begrippen")
    counts = dict(zip(listed(page, "//tbody//th"), listed(page, "//td[@class='num']"), strict=True))
    with Release(seed_release) as release:
        for name, pattern in (
            ("kv:Question", "?s a kv:Question"),
            ("kv:text", "?s kv:text ?o"),
            ("eli:number", "?s eli:number ?o"),
        ):
            result = release.query(f"SELECT * {{ {pattern} }}")
            assert counts[name] == str(len(result.rows)) != "0"  # type: ignore[union-attr]


def test_a_class_has_the_rules_of_its_properties_and_a_property_those_of_its_classes(
    pages: TestClient,
) -> None:
    rules = listed(shown(pages, "/en/begrippen/Question"), "//tr/th[@scope='row']")
    assert {"kv:Question", "kv:text", "eli:number"} <= set(rules)
    rules = listed(shown(pages, "/nl/begrippen/state"), "//tr/*[self::td or @scope='row']")
    assert rules == ["kv:Dossier", "Zeg hoe ver de zaak is, met een begrip uit standen."]


def test_every_rule_has_a_text_in_both_languages() -> None:
    assert len(term_rules()) > 200
    assert [rule for rule in term_rules() if set(rule.messages) != {"nl", "en"}] == []


def test_the_real_examples_lead_to_their_things(pages: TestClient) -> None:
    page = shown(pages, "/nl/begrippen/state")
    assert listed(page, "//li[@class='real']") == [
        "eli/nl/tk/zaak/2022Z00634 kv:state c:beantwoord"
    ]
    for link in page.xpath("//main//a/@href"):
        if link.startswith("/") and "bevragen" not in link:
            assert pages.get(link).status_code in (200, 302, 303), link


def test_every_list_has_its_concepts_with_their_meaning(pages: TestClient) -> None:
    index = shown(pages, "/nl/begrippen")
    rows = index.xpath("//section[@id='lijsten']//tbody/tr")
    assert len(rows) > 15
    for row in rows:
        (link,) = row.xpath("th/a/@href")
        page = shown(pages, link)
        if "/lijst/" in link:
            assert listed(row, "td[@class='num']") == [str(len(page.xpath("//tbody/tr")))]
    page = shown(pages, "/en/begrippen/lijst/standen")
    assert listed(page, "//h1") == ["states"]
    assert "answered" in listed(page, "//tbody//th")


@pytest.mark.parametrize("path", ["begrippen/none", "begrippen/lijst/none"])
def test_an_unknown_term_or_list_is_not_found(pages: TestClient, path: str) -> None:
    answer = pages.get(f"/en/{path}", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert 'href="/en/begrippen"' in answer.text
