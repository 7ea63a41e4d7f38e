"""Answers linked to the questions whose numbers they name, and to the answers they point at."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.linking.documents.precedence import without_blanks
from kv2rdf.linking.documents.prints import Print
from kv2rdf.linking.text.answer_references import answer_references
from kv2rdf.model.document import Document, Part, QuestionLink
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart, Paper
from kv2rdf.model.part_keys import is_ordinal
from kv2rdf.model.part_numbers import natural


def linked(
    parts: tuple[Part, ...], paper: Paper, print_: Print, questions: Sequence[Document]
) -> tuple[Part, ...]:
    """Link answers to the questions whose numbers they name, and to answers they point at.

    Of a number that two sets of questions have, that question is meant which the paper itself
    prints; where it prints both, the answer is linked to none. Nor is one whose number an earlier
    answer has (its key is no number): mostly it is a row of a table, or a torn line; nor any of a
    further answer that counts points of its own.
    """
    answers = {
        number: part.key
        for part, printed in zip(reversed(parts), reversed(print_.parts), strict=False)
        for number in printed.numbers
    }
    asked: dict[tuple[str, str], list[Part]] = {}
    for document in questions:
        for part in document.parts:
            if part.kind is PartKind.QUESTION:
                number = part.key.rpartition("/")[2]
                asked.setdefault((document.home, number), []).append(part)
    own_points = _counts_points(paper)
    return tuple(
        replace(
            part,
            answers_to=tuple(
                QuestionLink(case=document.home, question=question.key)
                for document in questions
                if not is_ordinal(part.key) and not own_points
                for question in _meant(
                    [(n, asked.get((document.home, n), [])) for n in printed.numbers], paper
                )
            ),
            references=tuple(
                reference
                for reference in answer_references(part.text.text, answers)
                if part.key not in reference.answers
            ),
        )
        for part, printed in zip(parts, print_.parts, strict=False)
    )


def _counts_points(paper: Paper) -> bool:
    """Tell whether a further answer counts points of its own: two go beyond the questions."""
    if paper.kind is not PaperKind.FURTHER_ANSWER or not paper.questions:
        return False
    asked = (number for part in paper.questions for number in part.numbers)
    last = max(len(paper.questions), *(natural(number)[0] for number in asked), 0)
    beyond = {
        p.numbers for p in paper.answers if len(p.numbers) == 1 and natural(*p.numbers)[0] > last
    }
    return len(beyond) > 1


def _meant(asked: Iterable[tuple[str, Sequence[Part]]], paper: Paper) -> Sequence[Part]:
    """Tell which questions the numbers of an answer mean: all that are known, or none.

    Of several with one number it is the one that the paper itself prints.
    """
    meant: list[Part] = []
    for number, questions in asked:
        own = questions
        if len(questions) > 1:
            printed = [_bare(part) for part in paper.questions if number in part.numbers]
            own = [part for part in questions if _bare(part) in printed]
            if len(own) != 1:
                return ()
        meant += own
    return meant


def _bare(part: Part | NumberedPart) -> str:
    return without_blanks(part.text.text).casefold()[:60]
