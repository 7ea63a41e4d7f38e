"""The blocks of an openkamer page: questions with their answers, and notices."""

import re
from dataclasses import dataclass
from datetime import date

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.text import Mark, Passage
from kv2rdf.sources.phrases.dutch_dates import whole_day

_QUESTION = re.compile(r" • Vraag (\d+)")
_NOTICE = re.compile(r" • Mededeling - (.+)")
_FILLER = re.compile(r"Zie antwoord vraag (\d+)\.")
_GLUED = re.compile(r"(?<=[^\W\d_]|[»”’\"'?!)])\d{1,3}(?=\W|$)|(?<=[^\W\d][.,;:])\d{1,3}(?=\W|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """What the blocks hold; the remarks tell of what was more than copying."""

    questions: tuple[NumberedPart, ...]
    answers: tuple[NumberedPart, ...]
    notices: tuple[tuple[date, Passage], ...]
    question_remarks: tuple[Remark, ...]
    answer_remarks: tuple[Remark, ...]


@dataclass(slots=True, kw_only=True)
class _Block:
    line: int
    head: str
    lines: list[tuple[int, str]]


def read(document: str, lines: tuple[tuple[int, str], ...]) -> Blocks:
    """Read the blocks of a page; raises ReadError on a line that has no place."""
    questions: list[NumberedPart] = []
    answers: list[NumberedPart] = []
    notices: list[tuple[date, Passage]] = []
    remarks: dict[PartKind, list[Remark]] = {PartKind.QUESTION: [], PartKind.ANSWER: []}
    count = {PartKind.QUESTION: 0, PartKind.ANSWER: 0}
    for block in _blocks(document, lines):
        if found := _NOTICE.fullmatch(block.head):
            notices.append(_notice(document, block, found[1]))
            continue
        number, question, reply = _question(document, block)
        for kind, paragraphs, parts in (
            (PartKind.QUESTION, (question,), questions),
            (PartKind.ANSWER, reply, answers),
        ):
            if not paragraphs:
                continue
            if kind is PartKind.ANSWER and _joins(document, block, paragraphs, number, answers):
                where = f"line {block.line}"
                joint = Remark(rule="gezamenlijk-antwoord", place=where, part=kind)
                remarks[kind].append(joint)
                continue
            # The answer paper reprints the questions, so its notes count on from theirs.
            expected = count[kind] + (count[PartKind.QUESTION] if kind is PartKind.ANSWER else 0)
            text, doubts, last = _marked(paragraphs, expected)
            count[kind] += last - expected
            parts.append(NumberedPart(label=number, numbers=(number,), text=text))
            remarks[kind] += [
                Remark(rule="cijfer-of-nootteken", place=d, part=kind, ordinal=len(parts))
                for d in doubts
            ]
    return Blocks(
        questions=tuple(questions),
        answers=tuple(answers),
        notices=tuple(notices),
        question_remarks=tuple(remarks[PartKind.QUESTION]),
        answer_remarks=tuple(remarks[PartKind.ANSWER]),
    )


def lost(document: str, where: str, words: str) -> ReadError:
    """Say that words have no place."""
    return ReadError(document, where, f"cannot place {words[:60]!r}")


def _blocks(document: str, lines: tuple[tuple[int, str], ...]) -> list[_Block]:
    blocks: list[_Block] = []
    for number, line in lines:
        if _QUESTION.fullmatch(line) or _NOTICE.fullmatch(line):
            blocks.append(_Block(line=number, head=line, lines=[]))
        elif not blocks or (line and not line.startswith("  ")):
            raise lost(document, f"line {number}", line)
        else:
            blocks[-1].lines.append((number, line[2:]))
    return blocks


def _question(document: str, block: _Block) -> tuple[str, str, tuple[str, ...]]:
    """Read a question and the paragraphs of its answer: none where it has no answer."""
    head = _QUESTION.fullmatch(block.head)
    if head is None:
        raise lost(document, f"line {block.line}", block.head)
    (_, question), *rest = block.lines or [(block.line, "")]
    if not question or (rest and rest[0][1]):
        raise ReadError(document, f"line {block.line}", "expected one line of question text")
    answer = [(number, line) for number, line in rest[1:] if line]
    ended = next((i for i, (_, line) in enumerate(rest[1:]) if not line), len(rest))
    if len(answer) > ended:
        raise lost(document, f"line {answer[ended][0]}", answer[ended][1])
    return head[1], question, tuple(line for _, line in answer)


def _notice(document: str, block: _Block, printed: str) -> tuple[date, Passage]:
    if (day := whole_day(printed)) is None:
        raise ReadError(document, f"line {block.line}", f"no day in {printed!r}")
    paragraphs = tuple(line for _, line in block.lines if line)
    if not paragraphs:
        raise ReadError(document, f"line {block.line}", "a notice without text")
    return day, Passage(paragraphs=paragraphs)


def _joins(
    document: str,
    block: _Block,
    paragraphs: tuple[str, ...],
    number: str,
    answers: list[NumberedPart],
) -> bool:
    """Add a question to the answer it shares with another, where openkamer filled in its own words.

    openkamer writes "Zie antwoord vraag 4." itself where the paper has one answer to 4 and 5.
    """
    if not (filler := _FILLER.fullmatch("\n".join(paragraphs))):
        return False
    for place, answer in enumerate(answers):
        if filler[1] in answer.numbers:
            numbers = (*answer.numbers, number)
            answers[place] = NumberedPart(label=None, numbers=numbers, text=answer.text)
            return True
    raise lost(document, f"line {block.line}", paragraphs[0])


def _marked(paragraphs: tuple[str, ...], last: int) -> tuple[Passage, list[str], int]:
    """Take the marks out of paragraphs; ``last`` is the number of the mark before. Give the text,
    the doubtful figures, and the number of the last mark.

    A digit glued to a word is a mark only where the running count makes it the next one, and not
    after a capital ("CO2"): such a digit stays, and is told of. Whether it was a mark the next one
    shows, which may count on from it or from the one before.
    """
    kept: list[str] = []
    marks: list[Mark] = []
    doubts: list[str] = []
    offset = doubtful = 0
    for paragraph in paragraphs:
        pieces: list[str] = []
        end = 0
        for found in _GLUED.finditer(paragraph):
            if not last < int(found[0]) <= last + 1 + doubtful:
                continue
            if paragraph[found.start() - 1].isupper():
                doubts.append(paragraph[max(0, found.start() - 20) : found.end()])
                doubtful += 1
                continue
            last, doubtful = int(found[0]), 0
            pieces.append(paragraph[end : found.start()])
            marks.append(Mark(number=found[0], offset=offset + sum(map(len, pieces))))
            end = found.end()
        kept.append("".join((*pieces, paragraph[end:])))
        offset += len(kept[-1]) + 1
    return Passage(paragraphs=tuple(kept), marks=tuple(marks)), doubts, last
