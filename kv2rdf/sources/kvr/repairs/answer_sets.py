"""Answers to a further set of questions, recognised by numbers that begin again."""

from msgspec.structs import replace

from kv2rdf.model.part_numbers import natural_sort_key
from kv2rdf.sources.kvr.paper_in_progress import KvrReading


def assign_answers_to_sets(reading: KvrReading) -> KvrReading:
    """Assign each answer to a set of questions if the paper contains several sets.

    The next set begins at an answer whose number is not higher than that of the answer before it.
    """
    if all(part.question_set == 1 for part in reading.questions):
        return reading
    question_set, last = 1, (0, "")
    answers = []
    for part in reading.answers:
        if part.numbers:
            if natural_sort_key(part.numbers[0]) <= last:
                question_set += 1
            last = natural_sort_key(part.numbers[-1])
        answers.append(replace(part, question_set=question_set))
    return replace(reading, answers=tuple(answers))
