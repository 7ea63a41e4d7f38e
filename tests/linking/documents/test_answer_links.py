"""Answers are linked to questions by the numbers they name."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import NumberedPart, Paper
from tests.papers import CASE, identities, paper, part


def second(text: str, number: str) -> NumberedPart:
    """Give a question of a second set."""
    return replace(part(text, number), series=2)


QUESTIONS = (
    part("Hoeveel imkers zijn er?", "1"),
    part("Wie telt hen?", "2"),
    second("Is er honing?", "1"),
    second("Is zij duur?", "2"),
    second("Wie eet haar?", "3"),
)


def asked(questions: tuple[NumberedPart, ...], *answers: NumberedPart) -> Paper:
    """Give a reply that prints these questions."""
    return paper(
        "KVR1", PaperKind.ANSWER, cases=((CASE,),), annex="9", questions=questions, answers=answers
    )


def linked(*papers: Paper) -> list[tuple[str, ...]]:
    """Give the questions that each answer of the last of these papers is linked to."""
    (case,) = assemble(papers, identities()).dossiers
    return [tuple(to.question for to in part.answers_to) for part in case.answers[-1].parts]


@pytest.mark.parametrize(
    ("numbers", "questions"),
    [(("3",), ("2/3",)), (("1",), ()), (("2", "3"), ()), (("3", "4"), ("2/3",)), (("4",), ())],
)
def test_a_number_of_two_questions_leaves_the_whole_answer_unlinked(
    numbers: tuple[str, ...], questions: tuple[str, ...]
) -> None:
    assert linked(asked(QUESTIONS, part("Ja.", *numbers))) == [questions]


def test_an_answer_whose_number_an_earlier_one_has_is_linked_to_none() -> None:
    rows = part("Ja.", "1"), part("1984: 20", "1"), part("Neen.", "2")
    assert linked(asked(QUESTIONS[:2], *rows)) == [("1",), (), ("2",)]


@pytest.mark.parametrize(
    ("kind", "numbers", "first"),
    [
        (PaperKind.FURTHER_ANSWER, "1234", ()),
        (PaperKind.FURTHER_ANSWER, "123", ("1",)),
        (PaperKind.FURTHER_ANSWER, "133", ("1",)),
        (PaperKind.ANSWER, "1234", ("1",)),
    ],
)
def test_a_further_answer_that_counts_points_of_its_own_is_linked_by_none(
    kind: PaperKind, numbers: str, first: tuple[str, ...]
) -> None:
    points = (part("Ja.", number) for number in numbers)
    assert linked(replace(asked(QUESTIONS[:2], *points), kind=kind))[0] == first
