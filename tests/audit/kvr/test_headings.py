"""Headings of questions and replies in running text."""

import pytest

from kv2rdf.audit.kvr.headings import headings_and_offices

REPLY = "Antwoord van minister Voorbeeld (Sociale Zaken). (Ontvangen 5 februari 2005)"


def offices(text: str) -> list[str]:
    """Return the offices in a text with one heading."""
    return list(headings_and_offices(text))[1:]


def test_a_heading_that_is_cut_off_has_offices() -> None:
    torn = "Antwoord van minister Voorbeeld (Sociale Zaken), mede namens de Minister van Ontwik"
    assert offices(torn) == ["minister Sociale Zaken"]


@pytest.mark.parametrize(
    "by", ["Antwoordvan", "Antwoord van'", "Antwoord in", "Antwoord Antwoord", "Antwoord namens"]
)
def test_the_words_before_an_answerer_may_be_misread(by: str) -> None:
    heading = f"{by}  minister Voorbeeld (Sociale Zaken), (ontvangen 5 februari 2005)"
    assert offices(heading) == ["minister Sociale Zaken"]


@pytest.mark.parametrize("received", ["Ontvagen", "Qntvangen op", "Ontvarv gen"])
def test_the_word_before_a_date_may_be_misread(received: str) -> None:
    heading = f"Antwoord van minister Voorbeeld (Sociale Zaken). ({received} 5 februari 2005)"
    assert offices(heading) == ["minister Sociale Zaken"]


def test_a_heading_ends_at_its_date() -> None:
    assert list(headings_and_offices(f"Is dat zo? {REPLY} Ja.")) == [
        "van minister Voorbeeld (Sociale Zaken). (Ontva",
        "minister Sociale Zaken",
    ]
    questions = "Vragen van de leden Jansen (ABC) en De Vries (DEF) over het weer. (Ingezon"
    assert list(headings_and_offices(f"Zie ook: {questions}den 3 mei 2005)")) == [questions]


def test_running_text_about_questions_is_not_a_heading() -> None:
    sentence = "De vragen van het lid Jansen (ABC) over het weer zijn beantwoord."
    assert list(headings_and_offices(sentence)) == []
