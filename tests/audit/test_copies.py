"""Text that a document prints twice."""

import pytest

from kv2rdf.audit.copies import Copied, copied, original
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import Lost, bare

ANSWER = Piece(
    "answer",
    "answer[1]",
    Sort.PROSE,
    "De motie is uitgevoerd, zoals de Kamer mij dat heeft gevraagd.",
)
NOTE = Piece("kvr/vragen/noten/noot", "noot", Sort.PROSE, "zie ook Aanhangsel nr. 12")


def behind_the_day(text: str) -> Piece:
    return Piece("day", "day", Sort.PROSE, text)


@pytest.mark.parametrize(
    ("text", "where"),
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
def test_a_copy_is_known_in_spite_of_numbers_and_punctuation(text: str, where: str | None) -> None:
    piece = behind_the_day(text)
    assert original(piece, [piece, ANSWER, NOTE]) == where


def test_what_is_lost_is_a_copy_or_lost_all_the_same() -> None:
    whole = bare(ANSWER.text)
    piece = behind_the_day(f"Antwoord {ANSWER.text} Einde")
    assert copied(piece, [Lost(3, whole[:20])], [ANSWER]) == Copied(20, "answer[1]", ())
    assert copied(piece, [Lost(3, "Antwoord" + whole + "Einde")], [ANSWER]) == Copied(
        len(whole), "answer[1]", (Lost(3, "Antwoord"), Lost(11 + len(whole), "Einde"))
    )
    assert copied(piece, [Lost(0, "motie")], [ANSWER]) == Copied(0, None, (Lost(0, "motie"),))


def test_nothing_is_lost_of_a_text_that_is_a_copy_from_its_beginning_to_its_end() -> None:
    piece = behind_the_day("De motie is uitgevoerd")
    assert copied(piece, [Lost(2, "motie")], [ANSWER]) == Copied(5, "answer[1]", ())
    assert copied(piece, [], [ANSWER]) == Copied(0, None, ())
    assert copied(behind_the_day("De motie"), [Lost(2, "motie")], [ANSWER]).lost
