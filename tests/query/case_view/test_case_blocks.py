"""The blocks of a case: its dates, its state, its references, and its repairs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from kv2rdf.query.case_view.blocks import (
    Block,
    CasePage,
    CaseRemark,
    Fact,
    Repairs,
    Section,
    ShownRepair,
    Timeline,
)
from kv2rdf.query.case_view.case_blocks import case_page
from kv2rdf.query.case_view.case_sources import RuleName
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.case_view.forms import case_text
from kv2rdf.query.open_release import Release
from kv2rdf.query.release_facts import release_day, rule_names
from kv2rdf.reference.page_words import PageWords

SEED = "2022Z00634"
DAY = date(2022, 3, 1)
RULES = {"noot-zonder-tekst": RuleName("noot zonder tekst", "Alleen het teken is er.")}


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


@pytest.fixture(scope="module")
def seed(release: Release) -> CaseView:
    return release.case_view(SEED)


def page_of(case: CaseView, language: str = "nl") -> CasePage:
    return case_page(case, PageWords(language), RULES, DAY)


def blocks(case: CaseView, language: str = "nl") -> tuple[Block, ...]:
    return page_of(case, language).blocks


def state(case: CaseView, language: str = "nl") -> list[str]:
    """Return the words on the page about the state of a case."""
    label = PageWords(language).text("state")
    facts = [b for b in blocks(case, language) if isinstance(b, Fact) and b.label == label]
    return [value for fact in facts for value, _ in fact.values]


def remarks(case: CaseView) -> list[str]:
    return [block.text for block in blocks(case) if isinstance(block, CaseRemark)]


def headings(case: CaseView) -> list[str]:
    return [block.heading for block in blocks(case) if isinstance(block, Section)]


def test_the_days_are_in_order_and_say_how_late_the_answer_was(seed: CaseView) -> None:
    (line,) = [block for block in blocks(seed) if isinstance(block, Timeline)]
    assert line.days == (
        ("18 januari 2022", "ingediend"),
        ("8 februari 2022", "einde van de termijn, uitstel gemeld"),
        ("25 februari 2022", "beantwoord (dag 38), 17 dagen na de termijn"),
    )
    assert state(seed) == ["Beantwoord na 38 dagen", "17 dagen na de termijn"]
    extended = replace(seed, extended_due=date(2022, 2, 24))
    (line,) = [block for block in blocks(extended, "en") if isinstance(block, Timeline)]
    assert line.days[-1][1] == "answered (day 38), 1 day past the extended deadline"


def test_a_case_without_a_deadline_or_a_day_says_so(seed: CaseView) -> None:
    assert "De termijn van toen is ons niet bekend." in remarks(replace(seed, due=None))
    senate = replace(seed, due=None, address=seed.address.replace("/tk/", "/ek/"))
    assert "De Eerste Kamer kent geen termijn." in remarks(senate)
    (line,) = [b for b in blocks(replace(seed, tabled=None)) if isinstance(b, Timeline)]
    assert line.days[0] == ("–", "Dag van indiening onleesbaar")


def test_a_case_with_a_doubtful_wait_has_neither_days_nor_lateness(seed: CaseView) -> None:
    doubt = replace(seed.findings[0], rule="wachttijd-niet-zeker")
    doubtful = replace(seed, days_to_answer=None, is_answered_in_time=None, findings=(doubt,))
    assert state(doubtful) == [
        "Beantwoord; het aantal dagen is niet zeker, want een van de dagen kan een drukfout zijn"
    ]
    (line,) = [block for block in blocks(doubtful, "en") if isinstance(block, Timeline)]
    assert line.days[-1] == ("25 February 2022", "answered")


def test_a_case_without_an_answer_says_since_when_that_is_known(seed: CaseView) -> None:
    questions = tuple(part for part in seed.parts if part.kind == "Question")
    days = {"answered": None, "days_to_answer": None, "is_answered_in_time": None}
    still_open = replace(seed, parts=questions, state="openstaand", notices=(), **days)
    assert state(still_open) == ["Geen antwoord in onze bronnen (stand 1 maart 2022)"]
    assert remarks(still_open) == [
        "Geen antwoord in onze bronnen (stand 1 maart 2022)."
        " Er kan een antwoord zijn dat wij niet hebben."
    ]
    delayed = replace(still_open, state="uitgesteld", notices=seed.notices)
    assert state(delayed) == ["Uitstel gemeld op 8 februari 2022; geen antwoord in onze bronnen"]


def test_the_notice_of_a_withdrawn_case_comes_first(seed: CaseView) -> None:
    withdrawn = replace(seed, state="ingetrokken")
    assert headings(seed)[-1] == headings(withdrawn)[0] == "Bericht van uitstel, 8 februari 2022"
    assert state(withdrawn) == ["Ingetrokken"]


def test_an_answer_whose_text_is_lost_is_not_an_answer_that_is_missing(seed: CaseView) -> None:
    lost = replace(seed.findings[0], rule="antwoordtekst-ontbreekt")
    questions = tuple(part for part in seed.parts if part.kind == "Question")
    assert remarks(replace(seed, parts=questions, findings=(lost,))) == [
        "De tekst van dit antwoord ontbreekt in de bron. Er is geantwoord op 25 februari 2022."
    ]


def test_the_words_say_that_a_case_is_from_a_scan(seed: CaseView) -> None:
    scan = replace(
        seed,
        documents=tuple(
            replace(d, sources=tuple(replace(s, kind="kvr-xml-scan") for s in d.sources))
            for d in seed.documents
        ),
    )
    assert remarks(seed) == []
    assert [text.partition(".")[0] for text in remarks(scan)] == ["Overgenomen van een scan"]


def test_an_answer_that_refers_to_another_says_which(seed: CaseView) -> None:
    sections = [block for block in blocks(seed) if isinstance(block, Section)]
    assert [s.remarks for s in sections if s.remarks] == [("Verwijst naar antwoord 2.",)]
    answer = next(part for part in seed.parts if part.referred_parts)
    elsewhere = "https://example.org/eli/nl/tk/ah/20052006/12/antwoord/2"
    parts = tuple(replace(p, referred_parts=(elsewhere,)) if p is answer else p for p in seed.parts)
    others = [b for b in blocks(replace(seed, parts=parts)) if isinstance(b, Section)]
    found = [remark for section in others for remark in section.remarks]
    assert "Verwijst naar Aanhangsel 2005–2006, nr. 12." in " ".join(found)


def test_a_joint_answer_names_its_questions(release: Release) -> None:
    found = headings(release.case_view("2030412340"))
    assert "Antwoord op vraag 2 en 3" in found, found


def test_what_was_repaired_is_listed_with_its_places(seed: CaseView) -> None:
    (repairs,) = [block for block in blocks(seed) if isinstance(block, Repairs)]
    assert repairs.heading == "Wat is hersteld of ontbreekt (5)"
    assert repairs.repairs[0] == ShownRepair(
        "noot zonder tekst (4)",
        "Alleen het teken is er.",
        ("noot 1", "noot 2", "noot 3", "noot 4"),
    )
    text = case_text(page_of(seed), "text", 88)
    assert "    noot zonder tekst (4): Alleen het teken is er.\n      - noot 1\n" in text
    assert "- **noot zonder tekst \\(4\\)**" not in case_text(page_of(seed), "markdown", 88)


def test_a_fragment_is_one_element_with_lower_headings_and_ids_of_its_own(seed: CaseView) -> None:
    fragment = case_text(page_of(seed), "fragment", 88)
    article = html.fragment_fromstring(fragment)
    assert (article.tag, article.get("lang")) == ("article", "nl")
    assert [h.text for h in article.iter("h2")] == [seed.title]
    assert list(article.iter("h1", "style", "script", "main")) == []
    assert {str(i).rpartition("-note-")[0] for i in article.xpath(".//@id")} == {SEED}
    page = html.document_fromstring(case_text(page_of(seed), "html", 88))
    assert [h.text for h in page.iter("h1")] == [seed.title]
    assert page.xpath("//article/dl")[0].text_content() == article.xpath("./dl")[0].text_content()


def test_a_release_says_its_day_and_the_names_of_its_rules(release: Release) -> None:
    assert release_day(release) >= date(2022, 2, 25)
    assert rule_names(release, "en")["noot-zonder-tekst"].label
    assert rule_names(release, "nl") != rule_names(release, "en")
