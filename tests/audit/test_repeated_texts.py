"""Texts that a document contains twice."""

import pytest

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import Span, without_space
from kv2rdf.audit.repeated_texts import (
    CopyResult,
    original_location,
    separate_copies,
)
from tests.every_case import every_case

ANSWER = FieldText(
    "answer",
    "answer[1]",
    Comparison.PROSE,
    "De motie is uitgevoerd, zoals de Kamer mij dat heeft gevraagd.",
)
NOTE = FieldText("kvr/vragen/noten/noot", "noot", Comparison.PROSE, "zie ook Aanhangsel nr. 12")


def text_after_date(text: str) -> FieldText:
    return FieldText("date", "date", Comparison.PROSE, text)


@every_case(
    ("text", "location"),
    [
        ("De motie is uitgevoerd", "answer[1]"),
        ("1, 2 en 4 De motie is uitgevoerd zoals", "answer[1]"),
        (
            "1 t/m 3 De motie is uitgevoerd, zoals de Kamer mij dat heeft gevraagd. En meer.",
            "answer[1]",
        ),
        ("De motie", None),
        ("De motie is niet uitgevoerd", None),
        ("zie ook Aanhangsel nr. 12", None),
    ],
)
def test_a_copy_may_have_other_numbers_and_punctuation(text: str, location: str | None) -> None:
    copy = text_after_date(text)
    assert original_location(copy, [copy, ANSWER, NOTE]) == location


@pytest.mark.parametrize(("letters", "location"), [(15, None), (16, "answer[1]")])
def test_16_letters_of_another_text_are_a_copy_of_it(letters: int, location: str | None) -> None:
    words = without_space(ANSWER.text)[:letters]
    copy = text_after_date(words)
    assert original_location(copy, [copy, ANSWER]) == location
    assert separate_copies(copy, [Span(0, words)], [ANSWER]).original == location
    longer = text_after_date(f"Antwoord {words} Einde")
    assert separate_copies(longer, [Span(8, words)], [ANSWER]).original == location


@pytest.mark.parametrize(("letters", "location"), [(39, None), (40, "other")])
def test_a_text_with_40_letters_of_another_contains_a_copy(
    letters: int, location: str | None
) -> None:
    other = FieldText("answer", "other", Comparison.PROSE, "x" * letters)
    text = text_after_date(f"Antwoord {other.text} Einde")
    assert original_location(text, [text, other]) == location
    missing = [Span(0, without_space(text.text))]
    assert separate_copies(text, missing, [other]).original == location


def test_a_missing_span_is_a_copy_or_lost() -> None:
    answer = without_space(ANSWER.text)
    text = text_after_date(f"Antwoord {ANSWER.text} Einde")
    assert separate_copies(text, [Span(3, answer[:20])], [ANSWER]) == CopyResult(
        20, "answer[1]", ()
    )
    assert separate_copies(text, [Span(3, "Antwoord" + answer + "Einde")], [ANSWER]) == CopyResult(
        len(answer), "answer[1]", (Span(3, "Antwoord"), Span(11 + len(answer), "Einde"))
    )
    assert separate_copies(text, [Span(0, "motie")], [ANSWER]) == CopyResult(
        0, None, (Span(0, "motie"),)
    )


def test_nothing_is_lost_of_a_text_that_is_a_copy_as_a_whole() -> None:
    copy, short = text_after_date("De motie is uitgevoerd"), text_after_date("De motie")
    missing = [Span(2, "motie")]
    assert separate_copies(copy, missing, [ANSWER]) == CopyResult(5, "answer[1]", ())
    assert separate_copies(copy, [], [ANSWER]) == CopyResult(0, None, ())
    assert separate_copies(short, missing, [ANSWER]).lost
