"""Headings of questions in running text: of a second set in one paper, or of the paper next to it.

A scan holds a page, and a page may hold the end of the paper before or the beginning of the next:
their headings have a number of the Aanhangsel in front, and mostly the day of tabling behind. One
without a number opens a second set of questions, whose numbers begin anew.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kv2rdf.model.numbers import natural
from kv2rdf.model.paper import NumberedPart, Paper, PartKind, Remark
from kv2rdf.sources import kvr_askers, kvr_parts
from kv2rdf.sources.dates import day_at_start

_HEADING = re.compile(
    r"(?:(?<![\w-])(?P<number>\d{1,4}) (?:\d{10} )?)?"
    r"(?:(?:Aanvullende|Nadere|Schriftelijke) )?\b[Vv]ragen van "
    r"(?:het lid|de leden|de heer|de heren|mevrouw) [^?]{3,400}?"
    r"(?:\(\s*[Il1]n(?:gezon-?\s?den|gekomen)[^()]*\)\.?|(?(number)(?<=\.)$|(?!)))"
)
_WORDS = "ragen van "
"""What every such heading has: a text without is not searched."""

_LEAD = 40
"""A heading begins at most so many characters before them."""

_OTHER = "tekst-van-ander-stuk"


def own_half(paper: Paper, last_line: str) -> tuple[Paper, str]:
    """Set aside what a scan has of the paper before or after, whole, with the finding.

    Gives the paper, and its ``last_line`` where that is not the neighbour's.
    """
    own = _number(paper)
    if own is None or not _may_have_headings(paper):
        return paper, last_line
    return _without_next(_without_previous(paper, own), own + 1, last_line)


def _without_previous(paper: Paper, own: int) -> Paper:
    """Begin a paper at its own heading; behind one among answers stand its questions.

    The subject and the day that the edition has are those of the first heading: the neighbour's.
    """
    parts = (*paper.questions, *paper.answers)
    if not (heading := _heading(parts, own)):
        return paper
    place, found = heading
    before, after = parts[place].text.cut(found.start(), found.end())
    others = [*parts[:place], *([replace(parts[place], text=before)] if before else [])]
    rest = [NumberedPart(label=None, numbers=(), text=after)] if after else []
    among_answers = place >= len(paper.questions)
    kind = PartKind.ANSWER if among_answers else PartKind.QUESTION
    end = len(parts) if among_answers else len(paper.questions)
    first = place - len(paper.questions) if among_answers else place
    remarks = [
        replace(r, part=PartKind.QUESTION) if r.part is kind else r
        for r in kvr_parts.moved(paper.remarks, kind, len(rest) - first - 1)
        if not (among_answers and r.part is PartKind.QUESTION and r.ordinal)
        if r.ordinal is None or r.ordinal > 0
    ]
    texts = [_written(others)]
    if among_answers:
        texts += [note.text for note in paper.question_notes if note.text]
        remarks = [r for r in remarks if not r.place.startswith("antwoorddata/")]
        paper = replace(
            paper,
            answerers=(),
            on_behalf_of=(),
            answers=(),
            question_notes=paper.answer_notes,
            answer_notes=(),
        )
    if others:
        remarks.append(_set_aside(PartKind.QUESTION, "vragen", " ".join(texts)))
    told = Remark(
        rule="opschrift-als-onderdeel", place="vragen", part=PartKind.QUESTION, text=found[0]
    )
    tabled, _ = day_at_start(re.sub(r"^\D+", "", found[0].rpartition("(")[2]))
    if tabled:
        remarks = [r for r in remarks if r.place != "vraagdata/@indiendatum"]
    return replace(
        paper,
        short_title=None,
        tabled=tabled or paper.tabled,
        questions=(*rest, *parts[place + 1 : end]),
        remarks=(*remarks, told),
    )


def _without_next(paper: Paper, number: int, last_line: str) -> tuple[Paper, str]:
    for kind, parts in ((PartKind.QUESTION, paper.questions), (PartKind.ANSWER, paper.answers)):
        if not (heading := _heading(parts, number)):
            continue
        place, found = heading
        part = parts[place]
        before, after = part.text.cut(found.start(), found.end())
        kept = (*parts[:place], *([replace(part, text=before)] if before else []))
        others = [replace(part, text=after)] if after else []
        text = f"{found[0]} {_written([*others, *parts[place + 1 :]])} {last_line}".strip()
        remarks = [r for r in paper.remarks if r.part is not kind or (r.ordinal or 0) <= len(kept)]
        where = f"{kind.value}/@nummer {part.label or ''}".rstrip()
        remarks.append(_set_aside(kind, where, text))
        questions = kept if kind is PartKind.QUESTION else paper.questions
        answers = kept if kind is PartKind.ANSWER else paper.answers
        return replace(paper, questions=questions, answers=answers, remarks=tuple(remarks)), ""
    return paper, last_line


def _heading(parts: Sequence[NumberedPart], number: int) -> tuple[int, re.Match[str]] | None:
    """Find the heading of the paper with this number: the place of its part, and where in it."""
    for place, part in enumerate(parts):
        for found in _headings(part.text.text):
            if found["number"] is not None and int(found["number"]) == number:
                return place, found
    return None


def _headings(text: str) -> Iterator[re.Match[str]]:
    words = text.find(_WORDS)
    return _HEADING.finditer(text, max(0, words - _LEAD)) if words >= 0 else iter(())


def _may_have_headings(paper: Paper) -> bool:
    return any(_WORDS in part.text.text for part in (*paper.questions, *paper.answers))


def in_series(paper: Paper) -> Paper:
    """Tell a second set of questions from the first, by a heading between them.

    Its askers are added to those of the paper. A heading behind which numbers do not begin anew is
    the paper's own, displaced: it is set aside.
    """
    if not _may_have_headings(paper):
        return paper
    parts: list[NumberedPart] = []
    remarks = list(paper.remarks)
    series = 1
    askers = list(paper.askers)
    for place, printed in enumerate(paper.questions):
        part = replace(printed, series=series)
        found = next(_headings(part.text.text), None)
        if found is None or found["number"] is not None:
            parts.append(part)
            continue
        before, after = part.text.cut(found.start(), found.end())
        kept = [replace(part, text=before)] if before else []
        begins = _begins_anew(part, paper.questions[place + 1 :])
        rule = "volgende-reeks-vragen" if begins else "opschrift-als-onderdeel"
        if begins:
            series += 1
            known = {asker.name for asker in askers}
            askers += [a for a in kvr_askers.named(found[0]) if a.name not in known]
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
        remarks.append(Remark(rule=rule, place=where, part=PartKind.QUESTION, text=found[0]))
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


def _number(paper: Paper) -> int | None:
    digits = re.match(r"\d+", paper.annex_number.number) if paper.annex_number else None
    return int(digits[0]) if digits else None


def _set_aside(part: PartKind, place: str, text: str) -> Remark:
    return Remark(rule=_OTHER, place=place, part=part, text=text)


def _written(parts: Sequence[NumberedPart]) -> str:
    return " ".join(f"{part.label or ''} {part.text.text}".strip() for part in parts)
