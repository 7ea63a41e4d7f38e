"""The numbers of answers and questions after the heading of a reply among the questions."""

import pytest

from tests.kvr_scan import labelled_texts, read_mixed_scan

HEADING = "Antwoord Antwoord van minister Kade (Marktzaken). (Ontvangen 23 april 1985)"


@pytest.mark.parametrize(
    ("session", "first"),
    [
        ("2001-2002", ("1 en 2", "Ja.")),
        ("90-91", (None, "1 en 2 Ja.")),
    ],
)
def test_a_reference_that_ends_in_a_year_of_four_figures_is_not_cut_in_its_numbers(
    session: str, first: tuple[str | None, str]
) -> None:
    reference = f"zie ook Aanhangsel nr. 9, vergaderjaar {session}"
    paper = read_mixed_scan(("1", f"Hoe? {HEADING}, {reference} 1 en 2 Ja."))
    assert paper.see_also == (f", {reference}",)
    assert labelled_texts(paper)[1] == [first]


@pytest.mark.parametrize(("number", "count"), [("2", 2), ("3", 3)])
def test_a_part_after_the_heading_is_a_question_if_its_number_is_higher(
    number: str, count: int
) -> None:
    paper = read_mixed_scan(("1", "Waarom?"), ("2", f"Hoe? {HEADING}"), (number, "Waar?"))
    assert len(paper.questions) == count
