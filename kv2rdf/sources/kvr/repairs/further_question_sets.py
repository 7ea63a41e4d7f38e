"""A second set of questions in one paper, told by the heading in running text that opens it.

Mostly the day of tabling stands behind such a heading, and the numbers behind it begin anew.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark
from kv2rdf.model.part_numbers import natural
from kv2rdf.sources.phrases.askers import ASKING, askers_named_in
from kv2rdf.sources.phrases.dutch_dates import TABLED

_HEADING = re.compile(
    r"(?:(?<![\w-])(?P<number>\d{1,4}) (?:\d{10} )?)?"
    r"(?:(?:Aanvullende|Nadere|Schriftelijke) )?\b[Vv]ra(?:gen|ag) (?:van|aan) "
    rf"(?:{ASKING} |(?(number)(?=[A-Z])|(?!)))[^?]{{3,400}}?"
    rf"(?:{TABLED}|(?(number)(?<=\.)$|(?!)))"
)
_WORDS = re.compile(r"ra(?:gen|ag) [va]an ")
_BEFORE = re.compile(
    r"(?:(?<![\w-])\d{1,4} (?:\d{10} )?)?(?:(?:Aanvullende|Nadere|Schriftelijke) )?[Vv]$"
)
_LEAD = 40
"""A heading begins at most so many characters before its words."""


def headings(text: str) -> Iterator[re.Match[str]]:
    """Find headings of questions in a text, with the ``number`` before them, if there is one.

    Every heading has the words; only what stands before each of them is searched for its start.
    """
    end = 0
    for words in _WORDS.finditer(text):
        before = _BEFORE.search(text, max(end, words.start() - _LEAD), words.start())
        if before and (found := _HEADING.match(text, before.start())):
            yield found
            end = found.end()


def in_series(paper: Paper) -> Paper:
    """Tell a second set of questions from the first, by a heading between them.

    Its askers are added to those of the paper. A heading behind which numbers do not begin anew is
    the paper's own, displaced: it is set aside. One further question ("Vraag van") has no number. A
    figure before a heading may end the text before; else such a heading is one that is spoken of.
    """
    parts: list[NumberedPart] = []
    remarks = list(paper.remarks)
    series = 1
    askers = list(paper.askers)
    for place, printed in enumerate(paper.questions):
        part = replace(printed, series=series)
        found = next(headings(part.text.text), None)
        if found is None:
            parts.append(part)
            continue
        start = found.start() if found["number"] is None else found.end("number")
        heading = part.text.text[start : found.end()].strip()
        before, after = part.text.cut(start, found.end())
        begins = _begins_anew(part, paper.questions[place + 1 :]) or (
            before is not None and _is_of_one(heading) and not _is_of_one(paper.title or "")
        )
        if found["number"] is not None and not begins:
            parts.append(part)
            continue
        kept = [replace(part, text=before)] if before else []
        rule = "volgende-reeks-vragen" if begins else "opschrift-als-onderdeel"
        if begins:
            series += 1
            known = {asker.name for asker in askers}
            askers += [a for a in askers_named_in(heading) if a.name not in known]
        if after:
            kept.append(NumberedPart(label=None, numbers=(), text=after, series=series))
        ordinal = len(parts) + 1
        remarks = [
            replace(r, ordinal=r.ordinal + len(kept) - 1)
            if r.part is PartKind.QUESTION and r.ordinal and r.ordinal > ordinal
            else r
            for r in remarks
        ]
        parts += kept
        where = f"vraag/@nummer {part.label or ''}".rstrip()
        remarks.append(Remark(rule=rule, place=where, part=PartKind.QUESTION, text=heading))
    return replace(paper, questions=tuple(parts), askers=tuple(askers), remarks=tuple(remarks))


def counted(paper: Paper) -> Paper:
    """Give the first question of a set the number 1, where its own is lost and a 2 follows."""
    around = zip((None, *paper.questions), paper.questions, paper.questions[1:], strict=False)
    first = {
        place
        for place, (before, part, after) in enumerate(around)
        if (before is None or before.series != part.series)
        if not part.numbers and part.label is None and after.numbers == ("2",)
    }
    if not first:
        return paper
    questions = (
        replace(part, numbers=("1",)) if place in first else part
        for place, part in enumerate(paper.questions)
    )
    return replace(paper, questions=tuple(questions))


def _is_of_one(heading: str) -> bool:
    return re.search(r"\b[Vv]raag van ", heading) is not None


def _begins_anew(part: NumberedPart, following: Sequence[NumberedPart]) -> bool:
    numbers = [number for after in following[:1] for number in after.numbers]
    return bool(numbers and part.numbers) and natural(numbers[0]) <= natural(part.numbers[-1])


def in_answer_series(paper: Paper) -> Paper:
    """Tell answers to a second set of questions: where their numbers begin anew as well."""
    if all(part.series == 1 for part in paper.questions):
        return paper
    series, before = 1, (0, "")
    answers = []
    for part in paper.answers:
        first = natural(part.numbers[0]) if part.numbers else before
        if part.numbers and first <= before:
            series += 1
        before = natural(part.numbers[-1]) if part.numbers else before
        answers.append(replace(part, series=series))
    return replace(paper, answers=tuple(answers))
