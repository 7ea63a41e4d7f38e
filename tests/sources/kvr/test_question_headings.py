"""Headings of questions within a text: the maximum length of their words and numbers."""

import pytest

from kv2rdf.sources.kvr.question_headings import question_headings
from tests.every_case import every_case

DAY = "(Ingezonden 3 mei 1985)"


def numbers(text: str) -> list[str | None]:
    """Return the number before each heading in a text, or None for a heading without one."""
    return [heading["number"] for heading in question_headings(text)]


@every_case(
    ("before", "number"),
    [
        ("1", "1"),
        ("1234", "1234"),
        ("12345", None),
        ("128 2040509430", "128"),
        ("1234 2040509430", "1234"),
        ("128 204050943", None),
        ("128 20405094300", None),
    ],
)
def test_a_number_of_four_figures_and_one_of_ten_may_precede_a_heading(
    before: str, number: str | None
) -> None:
    assert numbers(f"{before} Vragen van het lid Bij (ABC) over honing. {DAY}") == [number]


def test_all_that_may_precede_a_heading_belongs_to_it() -> None:
    text = f"1234 2040509430 Schriftelijke vragen van het lid Bij (ABC) over honing. {DAY}"
    (heading,) = question_headings(f"Hoe? {text}")
    assert heading[0] == text


@every_case(("letters", "count"), [(2, 0), (3, 1), (400, 1), (401, 0)])
def test_the_day_follows_the_words_of_a_heading_within_3_to_400_characters(
    letters: int, count: int
) -> None:
    assert len(numbers(f"128 Vragen van het lid {'x' * letters}{DAY}")) == count


@pytest.mark.parametrize("opening", ["Vragen van het lid", "Aanvullende vragen van de leden"])
def test_a_reference_to_other_questions_is_not_part_of_a_heading(opening: str) -> None:
    heading = f"{opening} Raat (DEF) over honing. {DAY}"
    text = f"Hoe? Zie ook de vragen van het lid Bij {heading}"
    assert [found[0] for found in question_headings(text)] == [heading]


@pytest.mark.parametrize("words", [
    "over vragen van het lid Raat", "(ABC) over «Vragen van het lid Raat»",
])  # fmt: skip
def test_a_heading_may_mention_other_questions(words: str) -> None:
    text = f"Vragen van het lid Bij {words}. {DAY}"
    assert [found[0] for found in question_headings(f"Hoe? {text}")] == [text]
