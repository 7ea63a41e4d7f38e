"""The blocks of an openkamer page: questions with their answers, and notices."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.limits import MARKS, PARTS
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.openkamer.footnote_marks import extract_marks
from kv2rdf.sources.openkamer.page import Line, check_count, placement_error
from kv2rdf.sources.phrases.dutch_dates import whole_day

_QUESTION = re.compile(r" • Vraag ([0-9]+)")
_NOTICE = re.compile(r" • Mededeling - (.+)")
_FILLER = re.compile(r"Zie antwoord vraag ([0-9]+)\.")
"""The text that is shown, for example, for question 5 if 4 and 5 have a joint answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The questions, answers and notices of a page, and remarks on the questions and answers."""

    questions: tuple[NumberedPart, ...]
    answers: tuple[NumberedPart, ...]
    notices: tuple[tuple[date, Passage], ...]
    question_remarks: tuple[Remark, ...]
    answer_remarks: tuple[Remark, ...]


@dataclass(slots=True)
class _Parts:
    """The questions or the answers that have been read so far."""

    kind: PartKind
    parts: list[NumberedPart] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    last_mark: int = 0

    def add(self, number: str, paragraphs: tuple[str, ...], marks_before: int = 0) -> None:
        """Add the part with the given number and paragraphs.

        ``marks_before`` is the number of earlier marks that are not in ``self.parts``.
        """
        marked = extract_marks(paragraphs, marks_before + self.last_mark)
        self.last_mark = marked.last_mark - marks_before
        self.parts.append(NumberedPart(label=number, numbers=(number,), text=marked.passage))
        self.remarks += [
            Remark(
                rule=FindingRule.FIGURE_OR_FOOTNOTE_MARK,
                location=words,
                part=self.kind,
                ordinal=len(self.parts),
            )
            for words in marked.doubtful
        ]

    def add_number(self, number: str, to: str, line: int) -> bool:
        """Add ``number`` to the part with the number ``to``.

        Return whether that part exists. If it does, a remark with the line number ``line`` is added
        as well.
        """
        for index, part in enumerate(self.parts):
            if to in part.numbers:
                numbers = (*part.numbers, number)
                self.parts[index] = NumberedPart(label=None, numbers=numbers, text=part.text)
                self.remarks.append(
                    Remark(rule=FindingRule.JOINT_ANSWER, location=f"line {line}", part=self.kind)
                )
                return True
        return False


@dataclass(slots=True, kw_only=True)
class _Block:
    line: int
    head: str
    lines: list[Line]


def read_blocks(document: str, lines: tuple[Line, ...]) -> Blocks:
    """Return the blocks of a page. Raises ReadError if they break the grammar or exceed a limit."""
    questions, answers = _Parts(PartKind.QUESTION), _Parts(PartKind.ANSWER)
    notices: list[tuple[date, Passage]] = []
    blocks = _blocks(document, lines)
    check_count(document, "page", PARTS, len(blocks))
    for block in blocks:
        if notice := _NOTICE.fullmatch(block.head):
            notices.append(_notice(document, block, notice[1]))
            continue
        number, question, answer = _question(document, block)
        questions.add(number, (question,))
        if filler := _FILLER.fullmatch("\n".join(answer)):
            if not answers.add_number(number, filler[1], block.line):
                raise placement_error(document, f"line {block.line}", answer[0])
        elif answer:
            # The answer paper reprints the questions, so the marks in them are counted as well.
            answers.add(number, answer, marks_before=questions.last_mark)
    marks = (mark for part in (*questions.parts, *answers.parts) for mark in part.text.marks)
    check_count(document, "page", MARKS, sum(1 for _ in marks))
    return Blocks(
        questions=tuple(questions.parts),
        answers=tuple(answers.parts),
        notices=tuple(notices),
        question_remarks=tuple(questions.remarks),
        answer_remarks=tuple(answers.remarks),
    )


def _blocks(document: str, lines: tuple[Line, ...]) -> list[_Block]:
    blocks: list[_Block] = []
    for number, line in lines:
        if _QUESTION.fullmatch(line) or _NOTICE.fullmatch(line):
            blocks.append(_Block(line=number, head=line, lines=[]))
        elif not blocks or (line and not line.startswith("  ")):
            raise placement_error(document, f"line {number}", line)
        else:
            blocks[-1].lines.append((number, line[2:]))
    return blocks


def _question(document: str, block: _Block) -> tuple[str, str, tuple[str, ...]]:
    """Return the number of a question, its text, and the paragraphs of its answer, if any."""
    head = _QUESTION.fullmatch(block.head)
    if head is None:
        raise placement_error(document, f"line {block.line}", block.head)
    (_, question), *rest = block.lines or [(block.line, "")]
    if not question or (rest and rest[0][1]):
        raise ReadError(document, f"line {block.line}", "expected one line of question text")
    answer = tuple(takewhile(bool, (line for _, line in rest[1:])))
    for number, line in rest[1 + len(answer) :]:
        if line:
            raise placement_error(document, f"line {number}", line)
    return head[1], question, answer


def _notice(document: str, block: _Block, printed: str) -> tuple[date, Passage]:
    if (day := whole_day(printed)) is None:
        raise ReadError(document, f"line {block.line}", f"no date in {printed!r}")
    paragraphs = tuple(line for _, line in block.lines if line)
    if not paragraphs:
        raise ReadError(document, f"line {block.line}", "a notice without text")
    return day, Passage(paragraphs=paragraphs)
