"""The maximum number of digits in the number of a part, in that of a paper, and in a year."""

import pytest

from tests.sources.kvr.test_parts import DAY, HEADING, remarks_on, with_answers, with_questions


@pytest.mark.parametrize(
    ("label", "numbers", "rule"),
    [
        ("en 12", ("12",), "eerste-nummer-ontbreekt"),
        ("en 123", (), "nummer-onleesbaar"),
    ],
)
def test_a_second_number_has_at_most_two_figures(
    label: str, numbers: tuple[str, ...], rule: str
) -> None:
    paper = with_answers(("1", "Ja."), (label, "Neen."))
    assert paper.answers[-1].numbers == numbers
    assert remarks_on(paper) == [(rule, 2)]


@pytest.mark.parametrize(("number", "is_heading"), [("1", False), ("1234", False), ("12345", True)])
def test_a_heading_after_a_number_of_four_figures_is_that_of_another_paper(
    *, number: str, is_heading: bool
) -> None:
    text = f"Zie aldaar. {number} {HEADING} {DAY}"
    paper = with_questions(("1", text), ("2", "En dan?"))
    assert len(paper.questions) == (1 if is_heading else 2)


def test_a_year_of_three_figures_does_not_end_a_day() -> None:
    paper = with_questions(("13", "mei 993) Kent u het?"), ("2", "En dan?"))
    assert remarks_on(paper) != []
    assert paper.questions[0].text.text == "13 mei 993) Kent u het?"


@pytest.mark.parametrize(
    ("number", "text", "label"),
    [("1", "en 2 Ja.", "1 en 2"), ("2", "en 2 Ja.", "2"), ("1", "en Ja.", "1")],
)
def test_a_number_that_continues_in_the_text_rises(number: str, text: str, label: str) -> None:
    (answer,) = with_answers((number, text)).answers
    assert answer.label == label


@pytest.mark.parametrize("fraction", ["1⁄2", "10⁄3"])
def test_no_part_begins_with_a_fraction(fraction: str) -> None:
    paper = with_answers(("1", "Het duurt"), ("2", f"{fraction} uur."))
    assert len(paper.answers) == 1
