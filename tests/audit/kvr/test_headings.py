"""Headings of questions and replies in running text."""

import pytest

from kv2rdf.audit.kvr.headings import headings_and_offices
from tests.every_case import every_case
from tests.misread_dates import DAYS, Letters, misread_day

REPLY = "Antwoord van minister Voorbeeld (Sociale Zaken). (Ontvangen 5 februari 2005)"


def offices(text: str) -> list[str]:
    """Return the offices in a text with one heading."""
    return list(headings_and_offices(text))[1:]


def test_a_heading_that_is_cut_off_has_offices() -> None:
    torn = "Antwoord van minister Voorbeeld (Sociale Zaken), mede namens de Minister van Ontwik"
    assert offices(torn) == ["minister Sociale Zaken"]


@every_case(
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


@pytest.mark.parametrize(
    ("letters", "is_heading"), [(2, False), (3, True), (400, True), (401, False)]
)
def test_the_day_of_a_heading_follows_within_3_to_400_characters(
    *, letters: int, is_heading: bool
) -> None:
    questions = f"Vragen van {'x' * letters}(1ngezonden 3 mei 2005)"
    assert bool(list(headings_and_offices(questions))) == is_heading
    reply = f"namens {'x' * letters}(Ontvangen 3 mei 2005)"
    assert bool(list(headings_and_offices(reply))) == is_heading


@every_case(("letters", "length"), [(2, 0), (3, 3), (300, 300), (301, 300)])
def test_a_heading_that_is_cut_off_has_3_to_300_characters(letters: int, length: int) -> None:
    headings = list(headings_and_offices(f"Antwoord van {'x' * letters}"))
    assert [heading.removeprefix("Antwoord van ") for heading in headings] == (
        ["x" * length] if length else []
    )


@pytest.mark.parametrize(("letters", "is_date"), DAYS)
def test_the_word_before_a_date_may_be_misread_between_its_o_its_v_and_its_g(
    *, letters: Letters, is_date: bool
) -> None:
    heading = f"namens minister Kade (Zaken). {misread_day(letters)}"
    assert bool(list(headings_and_offices(heading))) == is_date


@every_case(("letters", "count"), [(1, 0), (2, 1), (60, 1), (61, 0)])
def test_the_name_in_an_office_has_2_to_60_characters(letters: int, count: int) -> None:
    heading = f"Antwoord van minister {'x' * letters}(Zaken). (Ontvangen 5 februari 2005)"
    assert len(offices(heading)) == count


@every_case(
    ("letters", "beginning"),
    [(2, "Antwoord van "), (3, "van x"), (400, "van x"), (401, "Antwoord van ")],
)
def test_a_heading_is_cut_off_if_no_day_follows_within_3_to_400_characters(
    letters: int, beginning: str
) -> None:
    (heading,) = headings_and_offices(f"Antwoord van {'x' * letters}(Ontvangen 3 mei 2005)")
    assert heading.startswith(beginning)
