"""The answers without a question, and the summary from the archive, on the page of a case."""

from pathlib import Path

import pytest

from tests.server.pages.case_pages import listed, page

SEED = "2022Z00634"


@pytest.mark.parametrize(
    ("number", "language", "heading"),
    [
        ("ah-tk-19841985-17", "nl", "Antwoord op de vragen als geheel"),
        ("ah-tk-19891990-192", "nl", "Antwoord zonder vraag"),
        ("ah-tk-19891990-192", "en", "Answer not linked to a question"),
    ],
)
def test_only_an_answer_to_all_questions_is_called_one(
    golden_release: Path, number: str, language: str, heading: str
) -> None:
    shown = page(golden_release, number, language)
    assert listed(shown, "//section[@class='pair whole']/h2") == [heading]


def test_a_summary_from_the_source_is_shown_beside_the_text(golden_release: Path) -> None:
    shown = page(golden_release, "2000119970", "en")
    (section,) = shown.xpath("//aside/section[h2='Summary from the archive']")
    assert listed(section, "p[@lang='nl']") == ["Vragen over het doven van een vuurtoren."]
    assert not page(golden_release, SEED, "en").xpath("//h2[.='Summary from the archive']")
