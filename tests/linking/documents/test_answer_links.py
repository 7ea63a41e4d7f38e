"""Answers are linked to questions by their numbers."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import NumberedPart, Paper
from tests.every_case import every_case
from tests.linking.dossiers import dossier
from tests.papers import CASE, paper, part, person_matcher


def second_set(text: str, number: str) -> NumberedPart:
    """Return a question of a second set."""
    return replace(part(text, number), question_set=2)


QUESTIONS = (
    part("Hoeveel imkers zijn er?", "1"),
    part("Wie telt hen?", "2"),
    second_set("Is er honing?", "1"),
    second_set("Is zij duur?", "2"),
    second_set("Wie eet haar?", "3"),
)


def answer_paper(questions: tuple[NumberedPart, ...], *answers: NumberedPart) -> Paper:
    """Return an answer paper that contains these questions and answers."""
    return paper(
        "KVR1", PaperKind.ANSWER, cases=((CASE,),), annex="9", questions=questions, answers=answers
    )


def question_keys(*papers: Paper) -> list[tuple[str, ...]]:
    """Return the keys of the questions to which each answer of the last paper is linked."""
    (case,) = assemble(papers, person_matcher()).dossiers
    return [tuple(link.question_key for link in part.answers_to) for part in case.answers[-1].parts]


@every_case(
    ("numbers", "questions"),
    [(("3",), ("2/3",)), (("1",), ()), (("2", "3"), ()), (("3", "4"), ("2/3",)), (("4",), ())],
)
def test_an_answer_with_a_number_of_two_questions_is_not_linked(
    numbers: tuple[str, ...], questions: tuple[str, ...]
) -> None:
    assert question_keys(answer_paper(QUESTIONS, part("Ja.", *numbers))) == [questions]


@pytest.mark.parametrize(("common", "questions"), [("a " * 59, ("2/1",)), ("a " * 60, ())])
def test_two_questions_with_one_number_differ_within_their_first_60_letters(
    common: str, questions: tuple[str, ...]
) -> None:
    first, second = part(f"{common}b?", "1"), second_set(f"{common}c?", "1")
    both = paper("KVR2", PaperKind.QUESTIONS, questions=(first, second))
    assert question_keys(both, answer_paper((second,), part("Ja.", "1"))) == [questions]


def test_an_answer_with_the_number_of_an_earlier_one_is_not_linked() -> None:
    rows = part("Ja.", "1"), part("1984: 20", "1"), part("Neen.", "2")
    assert question_keys(answer_paper(QUESTIONS[:2], *rows)) == [("1",), (), ("2",)]


@every_case(
    ("kind", "numbers", "first"),
    [
        (PaperKind.FURTHER_ANSWER, "1234", ()),
        (PaperKind.FURTHER_ANSWER, "123", ("1",)),
        (PaperKind.FURTHER_ANSWER, "133", ("1",)),
        (PaperKind.ANSWER, "1234", ("1",)),
    ],
)
def test_a_further_answer_that_numbers_points_of_its_own_is_not_linked(
    kind: PaperKind, numbers: str, first: tuple[str, ...]
) -> None:
    points = (part("Ja.", number) for number in numbers)
    assert question_keys(replace(answer_paper(QUESTIONS[:2], *points), kind=kind))[0] == first


def test_an_answer_without_a_known_number_has_no_question() -> None:
    lost = paper(
        "a",
        PaperKind.ANSWER,
        questions=(part("Een?", "1"),),
        answers=(part("Ja."), part("Nee.", "7")),
    )
    assert [part.answers_to for part in dossier(lost).answers[0].parts] == [(), ()]


def test_an_answer_does_not_refer_to_itself() -> None:
    answers = (part("Ja.", "1"), part("Zie antwoord op vraag 2 en antwoord op vraag 1.", "2"))
    found = dossier(paper("a", PaperKind.ANSWER, annex="9", answers=answers)).answers[0]
    assert [[r.answer_keys for r in part.references] for part in found.parts] == [[], [("1",)]]


def test_an_answer_to_joint_questions_is_linked_to_them() -> None:
    questions = (part("Hoeveel en waar?", "2", "3"), part("Wie telt hen?", "4"))
    answers = (part("Tien.", "2", "3"), part("Hier.", "3"), part("Ik.", "4"))
    assert question_keys(answer_paper(questions, *answers)) == [("2-3",), ("2-3",), ("4",)]


@pytest.mark.parametrize(
    ("number", "after", "linked"),
    [("2l", 2, True), ("3l", 2, False), ("2l", 1, False), ("2l", None, False)],
)
def test_an_answer_with_a_letter_is_linked_to_the_question_that_it_follows(
    number: str, after: int | None, *, linked: bool
) -> None:
    lettered = replace(part("Ja.", number), after_question=after)
    questions = (part("Hoeveel imkers zijn er?", "1"), part("Wie telt hen?", "2"))
    (links,) = question_keys(answer_paper(questions, lettered))
    assert links == (("2",) if linked else ())


def test_a_repeated_question_is_linked_to_the_answer_that_follows_it() -> None:
    questions = (part("Wie telt A?", "2"), part("Wie telt B?", "2"))
    answers = tuple(
        replace(part("Ik.", number), after_question=after)
        for after, number in enumerate(("2l", "2m"), start=1)
    )
    assert question_keys(answer_paper(questions, *answers)) == [("2",), ("x2-KVR1",)]


@every_case(
    ("label", "after", "linked"),
    [
        (None, (1, 2, 3), [("1",), ("2",), ("3",)]),
        (None, (1, 3), [("1",), ()]),
        (None, (1, 2, 2), [("1",), (), ()]),
        (None, (None,), [()]),
        ("?", (1,), [()]),
    ],
)
def test_an_answer_without_a_number_is_linked_if_it_follows_one_question_alone(
    label: str | None, after: tuple[int | None, ...], linked: list[tuple[str, ...]]
) -> None:
    questions = (part("Wie?", "1"), part("Wat?", "2"), part("Waar?", "3"))
    answers = tuple(
        replace(part(f"Antwoord {ordinal}."), label=label, after_question=position)
        for ordinal, position in enumerate(after)
    )
    assert question_keys(answer_paper(questions, *answers)) == linked
