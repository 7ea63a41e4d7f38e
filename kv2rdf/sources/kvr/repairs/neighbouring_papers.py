"""The removal of text of the previous or the next paper from a scan.

A scan shows a whole page, which may contain parts of three papers. A paper begins with its number
in the Aanhangsel and a heading of questions.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
    Subject,
    part_ids,
    with_subject,
)
from kv2rdf.sources.kvr.printed_dates import TWO_DAYS
from kv2rdf.sources.kvr.question_headings import question_headings
from kv2rdf.sources.kvr.reply_heading import has_reply_heading
from kv2rdf.sources.phrases.dutch_dates import day_at_start

_REPLY_DATE = "antwoorddata/@antwoorddatum"


def remove_neighbouring_papers(reading: KvrReading) -> KvrReading:
    """Remove the text of the previous and the next paper in a scan, and keep it in remarks.

    If the scan contains text of the next paper, the last line of the document is also removed,
    because it belongs to that paper.
    """
    annex_number = reading.paper.annex_number
    digits = re.match(r"\d+", annex_number.number) if annex_number else None
    if digits is None:
        return reading
    number = int(digits[0])
    return _without_next(_without_previous(reading, number), number)


def _without_previous(reading: KvrReading, number: int) -> KvrReading:
    """Return ``reading`` without the heading of this paper and the text before it.

    ``number`` is the number of this paper. If the heading is among the answers, the answers after
    it are the questions of this paper. The subject and the date of tabling in the XML come from the
    heading of the previous paper. The subject is removed, and the date is replaced if this paper's
    heading contains one.
    """
    parts = (*reading.questions, *reading.answers)
    found = _find_heading(parts, number, number, reading.paper.title)
    if not found:
        return reading
    index, heading = found
    part = parts[index]
    before, after = part.text.split_around(*heading.span())
    previous = (*parts[:index], replace(part, text=before)) if before else parts[:index]
    text = _as_text(previous)
    if index < len(reading.questions):
        own = reading.questions[index + 1 :]
    else:
        own = reading.answers[index + 1 - len(reading.questions) :]
        text = " ".join([text, *_note_texts(reading.paper.question_notes)])
        reading = _with_answers_as_questions(reading)
    if after:
        own = (replace(part, label=None, numbers=(), text=after), *own)
    remarks = _without_remarks_on(
        reading.remarks, part_ids(parts) - part_ids(own + reading.answers)
    )
    if previous:
        remarks.append(_remark_on_other_paper(PartKind.QUESTION, "vragen", text))
    remarks.append(
        KvrRemark(
            rule=FindingRule.HEADING_AS_PART,
            location="vragen",
            about=PartKind.QUESTION,
            text=heading[0],
        )
    )
    tabled, _ = day_at_start(re.sub(r"^\D+", "", heading[0].rpartition("(")[2]))
    if tabled:
        remarks = [r for r in remarks if (r.rule, r.about) != (TWO_DAYS, PartKind.QUESTION)]
    paper = replace(reading.paper, short_title=None, tabled=tabled or reading.paper.tabled)
    return replace(reading, paper=paper, questions=own, remarks=tuple(remarks))


def _with_answers_as_questions(reading: KvrReading) -> KvrReading:
    """Return ``reading`` without answers. Their notes and remarks become those of the questions.

    The heading of the reply belongs to the previous paper. The answerers are therefore removed, and
    so is its date if the library's record does not confirm it. Remarks on that heading are also
    removed, unless they quote a text. A remark on two contradictory dates is always removed.
    """
    reading = _without_unconfirmed_date(reading, PartKind.QUESTION)
    return replace(
        reading,
        paper=replace(
            reading.paper,
            answerers=(),
            on_behalf_of=(),
            question_notes=reading.paper.answer_notes,
            answer_notes=(),
        ),
        answers=(),
        remarks=tuple(
            remark
            for remark in with_subject(reading.remarks, PartKind.QUESTION, of={PartKind.ANSWER})
            if not remark.location.startswith("antwoorddata/")
            or (remark.text is not None and remark.rule != TWO_DAYS)
        ),
    )


def _without_next(reading: KvrReading, number: int) -> KvrReading:
    """Return ``reading`` without the heading of the next paper and the text after it.

    ``number`` is the number of this paper.
    """
    sides = ((PartKind.QUESTION, reading.questions), (PartKind.ANSWER, reading.answers))
    for kind, parts in sides:
        found = _find_heading(parts, number + 1, number, reading.paper.title)
        if not found:
            continue
        index, heading = found
        part = parts[index]
        before, after = part.text.split_around(*heading.span())
        kept = (*parts[:index], replace(part, text=before)) if before else parts[:index]
        following = (
            [replace(part, label=None if before else part.label, text=after)] if after else []
        )
        following += parts[index + 1 :]
        text = f"{heading[0]} {_as_text(following)} {reading.last_line}".strip()
        location = f"{kind.value}/@nummer {part.label or ''}".rstrip()
        remarks = _without_remarks_on(reading.remarks, part_ids(parts) - part_ids(kept))
        remarks.append(_remark_on_other_paper(kind, location, text))
        reading = replace(reading, remarks=tuple(remarks), last_line="")
        if kind is PartKind.ANSWER:
            return replace(reading, answers=kept)
        reading = replace(reading, questions=kept)
        return _without_answers(reading) if any(map(has_reply_heading, kept)) else reading
    return reading


def _without_answers(reading: KvrReading) -> KvrReading:
    """Return ``reading`` without answers.

    They belong to the next paper, and are moved to a remark. The answerers also belong to the next
    paper, and are removed. The date of the reply is removed if the library's record does not
    confirm it.
    """
    if not reading.answers:
        return reading
    reading = _without_unconfirmed_date(reading, PartKind.ANSWER)
    answer_subjects: set[Subject] = {PartKind.ANSWER, *part_ids(reading.answers)}
    text = " ".join([_as_text(reading.answers), *_note_texts(reading.paper.answer_notes)])
    remarks = (
        remark
        for remark in reading.remarks
        if remark.rule != TWO_DAYS or remark.about is PartKind.QUESTION
        if remark.about not in answer_subjects or remark.text
    )
    return replace(
        reading,
        paper=replace(reading.paper, answer_notes=(), answerers=(), on_behalf_of=()),
        answers=(),
        remarks=(
            *with_subject(remarks, PartKind.ANSWER, of=answer_subjects),
            _remark_on_other_paper(PartKind.ANSWER, "antwoorden", text),
        ),
    )


def _without_unconfirmed_date(reading: KvrReading, about: PartKind) -> KvrReading:
    """Return ``reading`` without the date in the heading of a reply that is another paper's.

    A remark quotes the date. The date is kept if the library's record contains it.
    """
    dated = reading.paper.dated
    if reading.recorded_reply or dated is None:
        return reading
    remark = _remark_on_other_paper(about, _REPLY_DATE, dated.isoformat())
    return replace(
        reading, paper=replace(reading.paper, dated=None), remarks=(*reading.remarks, remark)
    )


def _find_heading(
    parts: Sequence[NumberedPart], number: int, own: int, title: str | None
) -> tuple[int, re.Match[str]] | None:
    """Return the index of the part with the heading of paper ``number``, and the match, or None.

    ``own`` and ``title`` are the number and the title of this paper. The number may be missing from
    a heading after a reply. If such a heading agrees with ``title``, it is the heading of this
    paper. Otherwise it is the heading of the next paper.
    """
    is_after_reply, searched = False, 0
    for index, part in enumerate(parts):
        for heading in question_headings(part.text.text):
            if heading["number"] is not None:
                heading_number = int(heading["number"])
            else:
                is_after_reply = is_after_reply or any(
                    map(has_reply_heading, parts[searched:index])
                )
                searched = index
                if not is_after_reply:
                    continue
                is_own = _title_key(heading[0]) == _title_key(title or "")
                heading_number = own if is_own else own + 1
            if heading_number == number:
                return index, heading
    return None


def _title_key(heading: str) -> str:
    return re.sub(r"\W+", "", heading.partition("(Ing")[0]).casefold()[:60]


def _without_remarks_on(remarks: Iterable[KvrRemark], gone: set[int]) -> list[KvrRemark]:
    return [remark for remark in remarks if remark.about not in gone]


def _remark_on_other_paper(side: PartKind, location: str, text: str) -> KvrRemark:
    return KvrRemark(
        rule=FindingRule.TEXT_OF_ANOTHER_PAPER, location=location, about=side, text=text
    )


def _as_text(parts: Iterable[NumberedPart]) -> str:
    return " ".join(f"{part.label or ''} {part.text.text}".strip() for part in parts)


def _note_texts(notes: Iterable[Note]) -> list[str]:
    return [note.text for note in notes if note.text]
