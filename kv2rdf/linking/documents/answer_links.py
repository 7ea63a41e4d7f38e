"""Links from an answer to the questions that it answers and to the other answers that it cites."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from kv2rdf.linking.documents.precedence import without_whitespace
from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.linking.text.answer_references import answer_references
from kv2rdf.model.document import CaseDocument, Part, QuestionLink
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.limits import REFERENCES
from kv2rdf.model.paper import NumberedPart, Paper
from kv2rdf.model.part_keys import is_ordinal, numbers_in_key
from kv2rdf.model.part_numbers import natural_sort_key, numbers_in

_OPENING = 60
"""How many characters at the beginning of a question are compared."""

_LETTER = re.compile(r"[a-z]$")
_QuestionsByNumber: TypeAlias = Mapping[str, Part | None]
"""Maps each question number in a case to the question, or to None if the number is ambiguous."""


def link_answers(
    parts: Sequence[Part],
    paper: Paper,
    version: PrintedVersion,
    question_documents: Sequence[CaseDocument],
) -> tuple[Part, ...]:
    """Return the answers of a document, with links to questions and to each other.

    ``parts`` contains the answers in ``version``, which is the version in ``paper``, and answers
    that only another source contains. An answer is linked to the questions with the same numbers in
    each of ``question_documents``. If there are none, it may be linked to the question that it
    follows in the paper. The following answers are not linked by number:

    - an answer that repeats the number of an earlier answer, because it is usually a row of a table
      or a broken line;
    - every answer in a paper that is a further answer, if it numbers its own points instead of
      the questions.

    Raises LimitError if the answers refer to too many other answers.
    """
    if not parts:
        return ()
    answer_keys = {
        number: part.key for part in reversed(parts) for number in numbers_in_key(part.key)
    }
    questions = {
        document.home_case: _questions_by_number(document, paper) for document in question_documents
    }
    printed_questions = {
        document.home_case: _questions_of_print(document)
        for document in question_documents
        if document.sources[0] == paper.source
    }
    has_own_points, alone = _has_own_points(paper), _positions_answered_alone(paper)
    linked = []
    count = 0
    printed_parts = dict(zip(version.keys, version.parts, strict=True))
    for part in parts:
        numbers = () if has_own_points else numbers_in_key(part.key)
        links = _question_links(numbers, questions)
        if not links and part.source is None:
            printed = printed_parts[part.key]
            links = _links_to_question_before(printed, alone, printed_questions)
        references = tuple(
            reference
            for reference in answer_references(part.text.text, answer_keys)
            if part.key not in reference.answer_keys
        )
        count += sum(len(reference.answer_keys) for reference in references)
        REFERENCES.check(count)
        linked.append(replace(part, answers_to=links, references=references))
    return tuple(linked)


def _questions_by_number(document: CaseDocument, paper: Paper) -> _QuestionsByNumber:
    """Return a mapping from each question number to the question, or to None if it is ambiguous.

    If several questions of the case have the same number, the number refers to the one that is
    printed in ``paper``. If ``paper`` contains none of them, or more than one, the number is mapped
    to None.
    """
    questions: dict[str, list[Part]] = {}
    for part in document.parts:
        if part.kind is PartKind.QUESTION:
            last = part.key.rpartition("/")[2]
            for number in (last,) if is_ordinal(part.key) else last.split("-"):
                questions.setdefault(number, []).append(part)
    openings: dict[str, set[str]] = {}
    if any(len(candidates) > 1 for candidates in questions.values()):
        for printed in paper.questions:
            for number in printed.numbers:
                openings.setdefault(number, set()).add(_opening(printed))
    return {
        number: _only_printed(candidates, openings.get(number, ()))
        for number, candidates in questions.items()
    }


def _only_printed(candidates: Sequence[Part], openings: Container[str]) -> Part | None:
    """Return the only candidate, or the only one with an opening in ``openings``, or None."""
    if len(candidates) > 1:
        candidates = [part for part in candidates if _opening(part) in openings]
    return candidates[0] if len(candidates) == 1 else None


def _has_own_points(paper: Paper) -> bool:
    """Whether a paper is a further answer that numbers its own points instead of the questions.

    This is true if its answers have at least two different numbers that are higher than the number
    of the last question in the paper.
    """
    if paper.kind is not PaperKind.FURTHER_ANSWER or not paper.questions:
        return False
    asked = (number for part in paper.questions for number in part.numbers)
    last = max(len(paper.questions), *(natural_sort_key(number)[0] for number in asked), 0)
    higher = {
        part.numbers
        for part in paper.answers
        if len(part.numbers) == 1 and natural_sort_key(*part.numbers)[0] > last
    }
    return len(higher) > 1


def _question_links(
    numbers: Sequence[str], questions: Mapping[str, _QuestionsByNumber]
) -> tuple[QuestionLink, ...]:
    """Return, for each case, links to the questions that have the numbers of an answer."""
    return tuple(
        QuestionLink(case=case, question_key=question.key)
        for case, by_number in questions.items()
        for question in _questions_with(numbers, by_number)
    )


def _questions_with(numbers: Sequence[str], questions: _QuestionsByNumber) -> Sequence[Part]:
    """Return the questions of one case that have the numbers of an answer.

    A number without a question is ignored. If a number is ambiguous, the result is empty.
    """
    found = [questions[number] for number in numbers if number in questions]
    certain = [question for question in found if question is not None]
    return list(dict.fromkeys(certain)) if len(certain) == len(found) else ()


def _links_to_question_before(
    printed: NumberedPart, alone: Container[int | None], questions: Mapping[str, Sequence[Part]]
) -> tuple[QuestionLink, ...]:
    """Return, for each case, a link to the question that an answer follows, if it is published.

    ``questions`` maps cases to their questions that are published from the same paper as the
    answer. ``alone`` is the result of ``_positions_answered_alone``. The number of the answer must
    be that of the question, apart from a letter: an answer "2l" follows a question "2". An answer
    without a number must follow a question whose position is in ``alone``.
    """
    position = printed.after_question
    if position is None:
        return ()
    digits = {_LETTER.sub("", number) for number in printed.numbers}
    is_alone = printed.label is None and position in alone
    return tuple(
        QuestionLink(case=case, question_key=part.key)
        for case, parts in questions.items()
        for part in parts[position - 1 : position]
        if is_alone or digits & set(numbers_in(part.label or "") or ())
    )


def _positions_answered_alone(paper: Paper) -> frozenset[int | None]:
    """Return the positions of the questions that are followed by exactly one answer.

    A question is left out if no answer directly follows the question before it.
    """
    counts = Counter(part.after_question for part in paper.answers)
    return frozenset(
        position
        for position, count in counts.items()
        if position and count == 1 and (position == 1 or position - 1 in counts)
    )


def _questions_of_print(document: CaseDocument) -> Sequence[Part]:
    """Return the questions of a document, except those that only another source contains."""
    return [p for p in document.parts if p.kind is PartKind.QUESTION and p.source is None]


def _opening(part: Part | NumberedPart) -> str:
    return without_whitespace(part.text.text).casefold()[:_OPENING]
