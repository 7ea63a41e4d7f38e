"""Footnote marks on an openkamer page, which are numbers attached to words."""

import pytest

from kv2rdf.sources.openkamer.footnote_marks import extract_marks
from tests.every_case import every_case
from tests.openkamer_page import block, marks, page
from tests.papers import read_papers


@every_case(
    ("question", "text", "expected"),
    [
        ("Kent u het bericht»?1", "Kent u het bericht»?", [("1", 20)]),
        ("Het bericht1 van gisteren", "Het bericht van gisteren", [("1", 11)]),
        ("Het bericht,1 dus", "Het bericht, dus", [("1", 12)]),
        ("Een1 en twee2", "Een en twee", [("1", 3), ("2", 11)]),
        ("Een1 en nog eens1", "Een en nog eens1", [("1", 3)]),
        ("In artikel 1 staat", "In artikel 1 staat", []),
        ("Het is 1.1 procent", "Het is 1.1 procent", []),
        ("Het woord2 dus", "Het woord2 dus", []),
    ],
)
def test_a_figure_is_a_mark_if_it_is_the_next_number(
    question: str, text: str, expected: list[tuple[str, int]]
) -> None:
    paper, *_ = read_papers(page(block(1, question)))
    assert paper.questions[0].text.text == text
    assert marks(paper) == expected


def test_a_figure_after_a_capital_letter_is_kept_in_the_text_and_reported() -> None:
    paper, *_ = read_papers(page(block(1, "Hoeveel?1"), block(2, "Hoeveel CO2 komt er vrij?")))
    assert paper.questions[1].text.text == "Hoeveel CO2 komt er vrij?"
    assert marks(paper) == [("1", 8)]
    (doubt,) = paper.remarks
    assert (doubt.rule, doubt.ordinal, doubt.location) == ("cijfer-of-nootteken", 2, "Hoeveel CO2")


def test_the_marks_after_a_doubtful_figure_are_found() -> None:
    paper, *_ = read_papers(page(block(1, "Het RIVM1 en Veiligheid2 en onderzoek3?")))
    assert paper.questions[0].text.text == "Het RIVM1 en Veiligheid en onderzoek?"
    assert [number for number, _ in marks(paper)] == ["2", "3"]
    paper, *_ = read_papers(page(block(1, "Hoeveel?1"), block(2, "Hoeveel CO2 in het bericht?2")))
    assert [number for number, _ in marks(paper)] == ["1", "2"]


def test_the_marks_of_answers_follow_those_of_the_questions_before_them() -> None:
    blocks = (block(1, "Een?1", "Ja2 en nee.", "Dus.3"), block(2, "Twee2?", "Ook5."))
    questions, answer = read_papers(page(*blocks))
    assert marks(questions) == [("1", 4), ("2", 4)]
    assert marks(answer) == [("2", 2), ("3", 15), ("5", 3)]


@pytest.mark.parametrize("before", ["bericht", "bericht,"])
@pytest.mark.parametrize(("last", "is_mark"), [(0, True), (99, True), (998, True), (999, False)])
def test_a_mark_has_at_most_three_figures(*, before: str, last: int, is_mark: bool) -> None:
    marked = extract_marks((f"Het {before}{last + 1} van toen",), last)
    assert marked.last_mark == last + is_mark


def test_a_doubtful_figure_is_reported_with_the_20_characters_before_it() -> None:
    marked = extract_marks((f"{'x' * 30} is nu CO1",), 0)
    assert marked.doubtful == (f"{'x' * 11} is nu CO1",)
    assert len(marked.doubtful[0]) == 21


def test_a_figure_of_another_script_is_text() -> None:
    paper, *_ = read_papers(page(block(1, "Het bericht1 en onderzoek٣, 10³ en ２?")))
    assert paper.questions[0].text.text == "Het bericht en onderzoek٣, 10³ en ２?"
    assert marks(paper) == [("1", 11)]
