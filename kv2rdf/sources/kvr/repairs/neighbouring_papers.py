"""Text of the paper before or after: a scan holds a page, and a page may hold parts of three.

What is the own half is told by headings of questions, which have a number of the Aanhangsel.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark
from kv2rdf.sources.kvr import parts as kvr_parts
from kv2rdf.sources.kvr.repairs import dates, further_question_sets, reply_among_questions
from kv2rdf.sources.phrases.dutch_dates import day_at_start

_OTHER = "tekst-van-ander-stuk"


def own_half(paper: Paper, last_line: str) -> tuple[Paper, str]:
    """Set aside what a scan has of the paper before or after, whole, with the finding.

    Gives the paper, and its ``last_line`` where that is not the neighbour's.
    """
    own = _number(paper)
    if own is None:
        return paper, last_line
    return _without_next(_without_previous(paper, own), own + 1, last_line)


def _without_previous(paper: Paper, own: int) -> Paper:
    """Begin a paper at its own heading; behind one among answers stand its questions.

    The subject and the day that the edition has are those of the first heading: the neighbour's.
    """
    parts = (*paper.questions, *paper.answers)
    if not (heading := _heading(parts, own, own, paper.title)):
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
        of_its_day = (r for r in remarks if r.place.startswith("antwoorddata/"))
        gone = [r for r in of_its_day if r.rule == dates.TWO_DAYS or r.text is None]
        remarks = [r for r in remarks if r not in gone]
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
        two_days = (dates.TWO_DAYS, PartKind.QUESTION)
        remarks = [r for r in remarks if (r.rule, r.part) != two_days]
    return replace(
        paper,
        short_title=None,
        tabled=tabled or paper.tabled,
        questions=(*rest, *parts[place + 1 : end]),
        remarks=(*remarks, told),
    )


def _without_next(paper: Paper, number: int, last_line: str) -> tuple[Paper, str]:
    for kind, parts in ((PartKind.QUESTION, paper.questions), (PartKind.ANSWER, paper.answers)):
        if not (heading := _heading(parts, number, number - 1, paper.title)):
            continue
        place, found = heading
        part = parts[place]
        before, after = part.text.cut(found.start(), found.end())
        kept = (*parts[:place], *([replace(part, text=before)] if before else []))
        label = None if before else part.label
        others = [replace(part, label=label, text=after)] if after else []
        text = f"{found[0]} {_written([*others, *parts[place + 1 :]])} {last_line}".strip()
        remarks = [r for r in paper.remarks if r.part is not kind or (r.ordinal or 0) <= len(kept)]
        where = f"{kind.value}/@nummer {part.label or ''}".rstrip()
        remarks.append(_set_aside(kind, where, text))
        if kind is PartKind.ANSWER:
            return replace(paper, answers=kept, remarks=tuple(remarks)), ""
        paper = replace(paper, questions=kept, remarks=tuple(remarks))
        if any(map(reply_among_questions.has_whole, kept)):
            paper = _without_answers(paper)
        return paper, ""
    return paper, last_line


def _without_answers(paper: Paper) -> Paper:
    """Set aside answers that stand behind the questions of the next paper: they are its own.

    So are who answers and on which day, as the edition has them.
    """
    if not paper.answers:
        return paper
    texts = [_written(paper.answers), *(note.text for note in paper.answer_notes if note.text)]
    remarks = (
        replace(r, ordinal=None) if r.part is PartKind.ANSWER else r
        for r in paper.remarks
        if r.rule != dates.TWO_DAYS or r.part is PartKind.QUESTION
        if r.part is not PartKind.ANSWER or r.text
    )
    return replace(
        paper,
        answers=(),
        answer_notes=(),
        answerers=(),
        on_behalf_of=(),
        remarks=(*remarks, _set_aside(PartKind.ANSWER, "antwoorden", " ".join(texts))),
    )


def _heading(
    parts: Sequence[NumberedPart], number: int, own: int, title: str | None
) -> tuple[int, re.Match[str]] | None:
    """Find the heading of the paper with this number: the place of its part, and where in it.

    One that lost its number, behind a reply, is that of the paper ``own`` with its title, or else
    of the next.
    """
    for place, part in enumerate(parts):
        for found in further_question_sets.headings(part.text.text):
            if found["number"] is not None:
                named = int(found["number"])
            elif any(map(reply_among_questions.has_whole, parts[:place])):
                named = own if _opening(found[0]) == _opening(title or "") else own + 1
            else:
                continue
            if named == number:
                return place, found
    return None


def _opening(heading: str) -> str:
    return re.sub(r"\W+", "", heading.partition("(Ing")[0]).casefold()[:60]


def _number(paper: Paper) -> int | None:
    digits = re.match(r"\d+", paper.annex_number.number) if paper.annex_number else None
    return int(digits[0]) if digits else None


def _set_aside(part: PartKind, place: str, text: str) -> Remark:
    return Remark(rule=_OTHER, place=place, part=part, text=text)


def _written(parts: Sequence[NumberedPart]) -> str:
    return " ".join(f"{part.label or ''} {part.text.text}".strip() for part in parts)
