"""Groups of questions and answers. Joint answers are shown once, and no answer is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kv2rdf.query.case_view.parts import PartView
from kv2rdf.server.pages.question_groups import (
    answers_without_question,
    question_groups,
)
from tests.server.pages.test_text_pieces import part


def parts(count: int, *answered: tuple[int, ...]) -> list[PartView]:
    questions = [replace(part("?"), address=f"q{n}", kind="Question") for n in range(count)]
    answers = [
        replace(part("!"), address=f"a{n}", answers_to=tuple(f"q{q}" for q in places))
        for n, places in enumerate(answered)
    ]
    return questions + answers


def shape(listed: list[PartView]) -> list[tuple[str, str, str]]:
    return [
        (
            " ".join(q.address for q in group.questions),
            " ".join(a.address for a in group.answers),
            " ".join(a.address for a in group.elsewhere),
        )
        for group in question_groups(listed)
    ]


def test_an_answer_to_adjoining_questions_joins_them() -> None:
    assert shape(parts(3, (0,), (1, 2))) == [("q0", "a0", ""), ("q1 q2", "a1", "")]


def test_an_answer_to_questions_apart_is_with_the_first() -> None:
    assert shape(parts(3, (0, 2), (1,))) == [("q0", "a0", ""), ("q1", "a1", ""), ("q2", "", "a0")]


def test_overlapping_joint_answers_make_one_group() -> None:
    assert shape(parts(4, (0, 1), (1, 2), (3,))) == [("q0 q1 q2", "a0 a1", ""), ("q3", "a2", "")]


@pytest.mark.parametrize(
    ("answered", "number", "paper", "is_whole"),
    [
        ((), None, "d", True),
        ((), "2", "d", False),
        ((0,), None, "d", False),
        ((0,), None, "another paper", True),
    ],
)
def test_an_answer_to_no_question_is_to_the_whole_unless_it_is_one_of_several(
    answered: tuple[int, ...], number: str | None, paper: str, *, is_whole: bool
) -> None:
    *listed, answer = parts(2, *([answered] if answered else []), ())
    listed.append(replace(answer, number=number, document=paper))
    found = answers_without_question(listed)
    assert [[a.address for a in answers] for answers in found] == (
        [[answer.address], []] if is_whole else [[], [answer.address]]
    )


@given(st.lists(st.sets(st.integers(0, 5), min_size=1).map(sorted).map(tuple), max_size=6))
def test_every_question_and_answer_is_shown_once(answered: list[tuple[int, ...]]) -> None:
    groups = question_groups(parts(6, *answered))
    assert [q.address for g in groups for q in g.questions] == [f"q{n}" for n in range(6)]
    shown = sorted(a.address for g in groups for a in g.answers)
    assert shown == sorted(f"a{n}" for n in range(len(answered)))
