"""The grouping of questions with their answers, so that a joint answer is shown only once."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kv2rdf.query.case_view.parts import PartView


class QuestionGroup(Struct, frozen=True):
    """One question, or several adjacent questions that are connected by joint answers.

    ``elsewhere`` contains the answers that reply to questions of this group, but are shown with an
    earlier group.
    """

    questions: tuple[PartView, ...]
    answers: tuple[PartView, ...]
    elsewhere: tuple[PartView, ...]


def question_groups(parts: Sequence[PartView]) -> tuple[QuestionGroup, ...]:
    """Return the questions of a case in groups with their answers, sorted by question.

    An answer to questions that are not adjacent is placed with the first of them.
    """
    questions = [part for part in parts if part.kind == "Question"]
    order = {question.address: place for place, question in enumerate(questions)}
    answers: list[tuple[PartView, list[int]]] = []
    for part in parts:
        places = sorted(order[a] for a in part.answers_to if a in order)
        if part.kind == "Answer" and places:
            answers.append((part, places))
    # Only an answer to adjacent questions can put them into one group.
    adjoining = [
        places for _, places in answers if places == list(range(places[0], places[-1] + 1))
    ]
    groups, start = [], 0
    while start < len(questions):
        end = _end_of_group(start, adjoining)
        inside = range(start, end)
        groups.append(
            QuestionGroup(
                questions=tuple(questions[start:end]),
                answers=tuple(answer for answer, places in answers if places[0] in inside),
                elsewhere=tuple(
                    answer
                    for answer, places in answers
                    if places[0] < start and any(place in inside for place in places)
                ),
            )
        )
        start = end
    return tuple(groups)


def answers_without_question(
    parts: Iterable[PartView],
) -> tuple[tuple[PartView, ...], tuple[PartView, ...]]:
    """Return the answers that reply to all questions together, and the other unlinked answers.

    An answer to all questions has no number, and its paper contains no answers to particular
    questions. For the other answers, it is not known to which questions they reply.
    """
    listed = tuple(parts)
    questions = {part.address for part in listed if part.kind == "Question"}
    answers = [part for part in listed if part.kind == "Answer"]
    papers = {a.document for a in answers if not questions.isdisjoint(a.answers_to)}
    others = [answer for answer in answers if questions.isdisjoint(answer.answers_to)]
    whole = tuple(a for a in others if a.number is None and a.document not in papers)
    unlinked = tuple(a for a in others if a.number is not None or a.document in papers)
    return whole, unlinked


def _end_of_group(start: int, adjoining: Iterable[list[int]]) -> int:
    """Return the index after the last question of the group that begins at the index ``start``.

    ``adjoining`` contains, for each answer to adjacent questions, the sorted indexes of these
    questions.
    """
    end = start + 1
    while wider := [p for p in adjoining if p[0] < end <= p[-1] and p[0] >= start]:
        end = max(p[-1] for p in wider) + 1
    return end
