"""The separation of a further set of questions, which is found by its heading.

The heading is in the text of a question. It usually ends in the date of tabling, and the numbers of
the questions after it begin with 1 again.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.part_numbers import natural_sort_key
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.further_askers import with_further_askers
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrReading,
    KvrRemark,
    Subject,
    with_subject,
)
from kv2rdf.sources.kvr.question_headings import question_headings


def split_question_sets(reading: KvrReading) -> KvrReading:
    """Split the questions of a paper into sets, at the headings that are printed between them.

    A further set begins at a heading after which the numbering restarts, or at the heading of a
    single, unnumbered question ("Vraag van …"). The askers of further sets are added to those of
    the paper. Any other heading that follows a number is treated as a quotation, and nothing is
    changed. Without a number, such a heading is the paper's own heading at the wrong position, and
    is moved to a remark. If a number precedes a heading that begins a set, the number stays in the
    text before the heading, because it may be the end of that text.
    """
    parts: list[KvrPart] = []
    remarks = list(reading.remarks)
    removed: set[Subject] = set()
    askers = reading.paper.askers
    question_set = 1
    for index, question in enumerate(reading.questions):
        part = replace(question, question_set=question_set)
        found = next(question_headings(part.text.text), None)
        if found is None:
            parts.append(part)
            continue
        start = found.start() if found["number"] is None else found.end("number")
        heading = part.text.text[start : found.end()].strip()
        before, after = part.split_around(start, found.end())
        is_one_more = _is_of_one_question(heading) and not _is_of_one_question(
            reading.paper.title or ""
        )
        opens_set = _numbers_restart(part, reading.questions[index + 1 : index + 2]) or (
            before is not None and is_one_more
        )
        if found["number"] is not None and not opens_set:
            parts.append(part)
            continue
        if opens_set:
            question_set += 1
            askers = with_further_askers(askers, (heading,))
        if before:
            parts.append(before)
        if after:
            parts.append(replace(after, question_set=question_set))
        if not before and not after:
            removed.add(part.id)
        rule = FindingRule.FURTHER_SET_OF_QUESTIONS if opens_set else FindingRule.HEADING_AS_PART
        location = f"vraag/@nummer {part.label or ''}".rstrip()
        remarks.append(
            KvrRemark(rule=rule, location=location, about=PartKind.QUESTION, text=heading)
        )
    return replace(
        reading,
        paper=replace(reading.paper, askers=askers),
        questions=_with_first_numbers(parts),
        remarks=with_subject(remarks, PartKind.QUESTION, of=removed),
    )


def _is_of_one_question(heading: str) -> bool:
    return re.search(r"\b[Vv]raag van ", heading) is not None


def _numbers_restart(part: KvrPart, following: Sequence[KvrPart]) -> bool:
    """Whether the first number in ``following`` is not higher than the last number of ``part``."""
    numbers = [number for after in following for number in after.numbers]
    if not numbers or not part.numbers:
        return False
    return natural_sort_key(numbers[0]) <= natural_sort_key(part.numbers[-1])


def _with_first_numbers(parts: Sequence[KvrPart]) -> tuple[KvrPart, ...]:
    """Return the questions with lost first numbers restored.

    The first question of a set is given the number 1 if it has no number and question 2 follows.
    """
    numbered = list(parts)
    for index, (part, after) in enumerate(pairwise(parts)):
        is_first = index == 0 or parts[index - 1].question_set != part.question_set
        if is_first and part.label is None and not part.numbers and after.numbers == ("2",):
            numbered[index] = replace(part, numbers=("1",))
    return tuple(numbered)
