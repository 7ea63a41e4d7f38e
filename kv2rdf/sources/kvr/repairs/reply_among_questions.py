"""The separation of a reply from the questions among which it is printed.

In the scans of 1984–1986, and in some later papers, the answers are in ``vraag`` elements after a
heading such as "Antwoord Antwoord van minister X (Y). (Ontvangen 1 mei 1985)".
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.part_numbers import natural_sort_key
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.kvr.joint_numbers import with_joint_number
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrReading,
    KvrRemark,
    Subject,
    part_ids,
    with_subject,
)
from kv2rdf.sources.kvr.reply_heading import find_reply_heading, with_reply_heading
from kv2rdf.sources.kvr.see_also import split_opening_reference
from kv2rdf.sources.kvr.text import with_last_line
from kv2rdf.sources.phrases.heading_words import FURTHER_WORD, NOTICE_WORD, WHOLE_HEADING

_RULE = FindingRule.REPLY_AMONG_QUESTIONS


class _Split(NamedTuple):
    """The questions of a paper, split at the heading of its reply.

    ``after`` is the text that follows the heading in the same element. ``others`` contains the
    other parts of the reply, which are in later elements. ``location`` is the location of the
    heading.
    """

    heading: str
    location: str
    questions: tuple[KvrPart, ...]
    after: KvrPart | None
    others: tuple[KvrPart, ...]


def restore_reply_among_questions(reading: KvrReading) -> KvrReading:
    """Split the questions at the heading of a reply, and treat the text after it as the reply.

    If there is no heading, nothing is changed. The answerers and the date are taken from a complete
    heading. The heading of answers is moved to a remark. The heading of a notice remains in the
    notice.
    """
    last_index = len(reading.questions) - 1
    for index, part in enumerate(reading.questions):
        if index == last_index and (split := _split_with_last_line(reading)):
            return split
        if heading := find_reply_heading(part.text.text, is_last=index == last_index):
            return _split(reading, index, *heading)
    return reading


def _split_with_last_line(reading: KvrReading) -> KvrReading | None:
    """Split the last question at a heading that ends in the last printed line or just before it.

    Return None if there is no such heading, or if the line is not part of the heading or the reply.
    """
    line = "" if reading.paper.explanation else reading.last_line
    if not line:
        return None
    *others, last = reading.questions
    text = with_last_line(last.text, line)
    heading = WHOLE_HEADING.search(text.text)
    if not heading or heading.end() < len(last.text.text):
        return None
    reply = text.text[heading.end() :].strip()
    if reply and not any(map(str.isalpha, reply)):  # A number alone is not a reply.
        return None
    reading = replace(reading, questions=(*others, replace(last, text=text)), last_line="")
    reading = _split(reading, len(others), *heading.span())
    about: Subject = None
    if reading.paper.notice is None:
        about = reading.answers[-1].id if reading.answers else PartKind.ANSWER
    remark = KvrRemark(rule=FindingRule.LAST_LINE_IN_TYPE, location="kvr/@type", about=about)
    return replace(reading, remarks=(*reading.remarks, remark))


def _split(reading: KvrReading, index: int, start: int, end: int) -> KvrReading:
    """Return ``reading`` with the text after a heading as the reply.

    The heading runs from ``start`` to ``end`` in the text of the question at ``index``.
    """
    part = reading.questions[index]
    before, after = part.split_around(start, end)
    asked = list(reading.questions[:index])
    if before:
        asked += [before, *_questions_in_next_column(reading.questions, index)]
    split = _Split(
        heading=part.text.text[start:end],
        location=f"vraag/@nummer {part.label or ''}".rstrip(),
        questions=tuple(asked),
        after=after,
        others=reading.questions[max(index + 1, len(asked)) :],
    )
    is_notice = NOTICE_WORD.search(split.heading) is not None
    return _with_notice(reading, split) if is_notice else _with_answers(reading, split)


def _with_notice(reading: KvrReading, split: _Split) -> KvrReading:
    """Return ``reading`` with the heading and the text after it as its notice.

    The notice is a single text, as in a ``mededeling`` element.
    """
    text = Passage(paragraphs=(split.heading,))
    for part in (split.after, *split.others):
        if part:
            text = text.followed_by(part.label or "", part.text)
    paper = with_reply_heading(reading.paper, split.heading)
    moved = part_ids(reading.questions) - part_ids(split.questions)
    remark = KvrRemark(rule=_RULE, location=split.location)
    return replace(
        reading,
        paper=replace(paper, kind=PaperKind.NOTICE, notice=text),
        questions=split.questions,
        remarks=(*with_subject(reading.remarks, None, of=moved), remark),
    )


def _with_answers(reading: KvrReading, split: _Split) -> KvrReading:
    """Return ``reading`` with the text after the heading as its answers.

    A remark on a part that no longer exists becomes a remark on the first answer.
    """
    see_also, first = _reference_and_first_answer(split.after)
    answers = [replace(part, question_set=1) for part in split.others]
    if first:
        answers.insert(0, first)
    paper = with_reply_heading(reading.paper, split.heading)
    is_further = FURTHER_WORD.search(split.heading) is not None
    question_notes, answer_notes = _divided_notes(paper.question_notes, split.questions, answers)
    gone = part_ids(reading.questions) - part_ids(split.questions) - part_ids(answers)
    about = answers[0].id if answers else PartKind.ANSWER
    remark = KvrRemark(
        rule=_RULE, location=split.location, about=PartKind.ANSWER, text=split.heading
    )
    return replace(
        reading,
        paper=replace(
            paper,
            kind=PaperKind.FURTHER_ANSWER if is_further else paper.kind,
            question_notes=question_notes,
            answer_notes=(*paper.answer_notes, *answer_notes),
            see_also=(see_also,) if see_also else paper.see_also,
        ),
        questions=split.questions,
        answers=tuple(answers),
        remarks=(*with_subject(reading.remarks, about, of=gone), remark),
    )


def _reference_and_first_answer(part: KvrPart | None) -> tuple[str, KvrPart | None]:
    """Return the reference that follows the heading, or "", and the answer after that, or None.

    ``part`` is the text that follows the heading in the same element, or None.
    """
    if part is None:
        return "", None
    see_also, text = split_opening_reference(part.text)
    if text is None:
        return see_also, None
    answer = replace(part, text=text, question_set=1)
    # If the reference ends in a number that is not a year, the following numbers may belong to it.
    is_cut_in_numbers = re.search(r"(?<!\d)\d{1,3}$", see_also) is not None
    return see_also, answer if is_cut_in_numbers else with_joint_number(answer, ())


def _questions_in_next_column(questions: Sequence[KvrPart], index: int) -> Sequence[KvrPart]:
    """Return the parts after the one at ``index`` that are still questions.

    Because of the order of columns, the heading of the reply may come too early. Parts after it are
    questions as long as their numbers increase and their texts end in question marks.
    """
    numbers = [number for part in questions[: index + 1] for number in part.numbers]
    last = max(map(natural_sort_key, numbers), default=None)
    end = index + 1
    while last and end < len(questions) and questions[end].text.text.endswith("?"):
        numbers = list(questions[end].numbers)
        if not numbers or natural_sort_key(numbers[0]) <= last:
            break
        last = natural_sort_key(numbers[-1])
        end += 1
    return questions[index + 1 : end]


def _divided_notes(
    notes: Iterable[Note], asked: Iterable[KvrPart], replies: Iterable[KvrPart]
) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """Return the notes of the questions (``asked``) and those of the answers (``replies``).

    If two notes have the same number, the first belongs to the questions if its mark occurs there.
    If a mark in an answer has no note, a note without text is added.
    """
    in_questions = {mark.number for part in asked for mark in part.text.marks}
    in_answers = list(dict.fromkeys(mark.number for part in replies for mark in part.text.marks))
    numbers_in_questions: set[str | None] = set()
    question_notes: list[Note] = []
    answer_notes: list[Note] = []
    for note in notes:
        is_second = note.number in numbers_in_questions
        if note.number in in_answers and (is_second or note.number not in in_questions):
            answer_notes.append(note)
        else:
            question_notes.append(note)
            numbers_in_questions.add(note.number)
    with_note = {note.number for note in answer_notes}
    answer_notes += [Note(number=number) for number in in_answers if number not in with_note]
    return tuple(question_notes), tuple(answer_notes)
