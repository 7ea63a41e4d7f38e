"""The words in the heading of a reply: how many of their letters may be misread or lost."""

import pytest

from kv2rdf.sources.phrases.heading_words import (
    END_OF_TORN_HEADING,
    NOTICE_WORD,
    WHOLE_HEADING,
)
from tests.every_case import every_case
from tests.misread_dates import DAYS, Letters, misread_day

RECEIVED = "(Ontvangen 23 april 1985)"


@pytest.mark.parametrize(
    ("word", "is_found"),
    [
        ("Mededelinq", True),
        ("Medlig", False),
        ("Medelig", True),
        ("Medxxxxlig", True),
        ("Medxxxxxlig", False),
        ("Medelg", False),
        ("Medelixg", True),
        ("Medelixxg", False),
    ],
)
def test_the_word_of_a_notice_may_have_a_few_misread_letters(*, word: str, is_found: bool) -> None:
    assert bool(NOTICE_WORD.search(word)) == is_found


@pytest.mark.parametrize(("letters", "is_found"), DAYS)
def test_the_word_before_the_day_may_be_misread_between_its_o_its_v_and_its_g(
    *, letters: Letters, is_found: bool
) -> None:
    heading = f"Antwoord van minister Kade (Zaken). {misread_day(letters)}"
    assert bool(WHOLE_HEADING.search(heading)) == is_found


@every_case(
    ("day", "printed"),
    [
        ("1 mei 1985", "1 mei 1985"),
        ("12 mei 1985", "12 mei 1985"),
        ("112 mei 1985", None),
        ("1 mei 985", "1 mei"),
        ("1 mei 19855", "1 mei"),
    ],
)
def test_a_day_without_its_bracket_has_two_figures_and_its_year_four(
    day: str, printed: str | None
) -> None:
    found = WHOLE_HEADING.search(f"Antwoord van minister Kade (Zaken). (Ontvangen {day}")
    assert (found[0].partition("(Ontvangen ")[2] if found else None) == printed


@pytest.mark.parametrize(
    ("letters", "is_found"), [(2, False), (3, True), (400, True), (401, False)]
)
def test_the_day_follows_the_words_of_a_reply_within_3_to_400_characters(
    *, letters: int, is_found: bool
) -> None:
    assert bool(WHOLE_HEADING.search(f"Antwoord van {'x' * letters}{RECEIVED}")) == is_found


@pytest.mark.parametrize(("letters", "is_found"), [(0, True), (300, True), (301, False)])
def test_the_end_of_a_torn_heading_has_at_most_300_characters_before_its_day(
    *, letters: int, is_found: bool
) -> None:
    assert bool(END_OF_TORN_HEADING.search(f"Hoe? {'x' * letters} {RECEIVED}")) == is_found
