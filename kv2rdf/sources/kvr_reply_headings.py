"""A reply that the edition left among the questions: found by its heading in running text.

In the scans of 1984–1986, and in some later papers, answers stand in ``vraag`` elements behind a
heading such as "Antwoord Antwoord van minister X (Y). (Ontvangen 1 mei 1985)".
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.model.numbers import numbers_in
from kv2rdf.model.paper import Mention, NumberedPart, Paper, PaperKind, PartKind, Remark
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources import kvr_metadata
from kv2rdf.sources.dates import day_at_start

_RECEIVED = (
    r"\(\s*(?:O\s?n\s?t\s?v\s?a\s?n\s?[-–]?\s*g\s?e\s?n|Ingekomen|Ingezonden)(?P<day>[^()]*)\)\.?"
)
_KIND = (
    r"(?:(?:Tweede |Derde )?(?:Nadere? |Aanvullende? |nadere? )?"
    r"(?:[Aa]ntwoord(?:en)?|[Mm]ededeling)"
    r"|A n t w o o r d|M e d e d e l i n g)"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?:{_KIND}[ .:]+)*{_KIND}\s+(?:van|namens)\s"
    rf"(?:(?!Antwoord Antwoord)[^?]){{3,400}}?{_RECEIVED}"
)
_CUT_OFF = re.compile(
    r"(?<!\w)(?:Antwoord Antwoord|(?<=\? )Antwoord(?= van [MmSs])|Nader antwoord(?= van [MmSs]))"
    r"|(?<=[.?\u2019'] )Antwoord$"
)
_OFFICE = r"(?:van'?|in|namens)? ?(?:de heer|mevrouw|[Mm]inister|[Ss]taatssecretaris)\b"
_REST = re.compile(
    rf" ?{_OFFICE}(?:(?:(?!\(Ontvangen)[^?]){{0,280}}(?:\)|\d{{4}}|\(Ontvangen [^()]{{0,22}}\)?)"
    r"|[^?()]{0,40})\.?$"
)
_REST_TO_ITS_DAY = re.compile(rf" ?{_OFFICE}[^?.]{{0,150}}?\d{{4}}\)\.?(?= )")
"""What a heading goes on with where columns ran together: its element ends, or its day does."""
_WHO = re.compile(
    rf"(?:{_KIND}[ .:]*)+(?:van'? |namens |in )?"
    r"(?P<title>[Mm]inister(?:-president)?|[Ss]taatssecretaris) (?P<name>[^()]{2,60}?)\.?"
    r" \((?P<department>[^()]+)\)[.,]?(?:,? ?mede namens (?P<also>.+?))?[., ]*$"
)
_NUMBERS = re.compile(
    r"((?:\d{1,2}\s*,\s*)*\d{1,2}\s*(?:,|en|t/m|/)\s*\d{1,2})[.:]?\s+(?=[A-Z«‘“])"
)


def recovered(paper: Paper) -> Paper:
    """Give a paper whose reply stands among its questions with its reply; any other as it is.

    Only a heading tells: without one the text stays where it is. A heading that is whole gives who
    replies; it is kept, whole, with the finding, that of a notice with the notice.
    """
    for place, part in enumerate(paper.questions):
        if heading := _heading(part.text.text, last=place == len(paper.questions) - 1):
            return _split(paper, place, *heading)
    return paper


def _heading(text: str, *, last: bool) -> tuple[int, int] | None:
    """Find a heading, whole or what is left of it; in the ``last`` question text must follow it."""
    if whole := _WHOLE.search(text):
        return whole.span()
    if not (cut_off := _CUT_OFF.search(text)):
        return None
    rest = (None if last else _REST.match(text, cut_off.end())) or _REST_TO_ITS_DAY.match(
        text, cut_off.end()
    )
    return cut_off.start(), rest.end() if rest else cut_off.end()


def _split(paper: Paper, place: int, start: int, end: int) -> Paper:
    part = paper.questions[place]
    before, after = part.text.cut(start, end)
    asked = list(paper.questions[:place])
    if before is not None:
        asked.append(replace(part, text=before))
    replies = [replace(part, series=1) for part in paper.questions[place + 1 :]]
    if after is not None:
        replies.insert(0, _first(after))
    heading = part.text.text[start:end]
    notice = re.search(r"[Mm]ededeling|M e d e d e l i n g", heading) is not None
    remark = Remark(
        rule="antwoord-tussen-de-vragen",
        place=f"vraag/@nummer {part.label or ''}".rstrip(),
        part=None if notice else PartKind.ANSWER,
        text=None if notice else heading,
    )
    remarks = [
        _after(r, len(asked), len(replies) - len(paper.questions) + len(asked))
        for r in paper.remarks
    ]
    paper = _who(replace(paper, questions=tuple(asked), remarks=(*remarks, remark)), heading)
    if notice:
        return replace(paper, kind=PaperKind.NOTICE, notice=_notice(heading, replies))
    further = re.search(r"[Nn]adere? |[Aa]anvullende? ", heading) is not None
    notes, notes_of_answers = _notes(paper.question_notes, asked, replies)
    return replace(
        paper,
        kind=PaperKind.FURTHER_ANSWER if further else paper.kind,
        answers=tuple(replies),
        question_notes=notes,
        answer_notes=(*paper.answer_notes, *notes_of_answers),
    )


def _first(text: Passage) -> NumberedPart:
    """Give the text behind the heading: an answer to the numbers it opens with, if it does."""
    if opening := _NUMBERS.match(text.text):
        label = " ".join(opening[1].split())
        _, behind = text.cut(0, opening.end())
        if behind is not None and (numbers := numbers_in(re.sub(r"(?<=\d)/(?=\d)", ",", label))):
            return NumberedPart(label=label, numbers=numbers, text=behind)
    return NumberedPart(label=None, numbers=(), text=text)


def _after(remark: Remark, asked: int, shift: int) -> Remark:
    """Let a remark on a question that proved an answer go with it."""
    if remark.part is not PartKind.QUESTION or not remark.ordinal or remark.ordinal <= asked:
        return remark
    return replace(remark, part=PartKind.ANSWER, ordinal=max(1, remark.ordinal - asked + shift))


def _who(paper: Paper, heading: str) -> Paper:
    """Take who replies, and on which day, from a heading."""
    start, bracket, day = heading.rpartition("(")
    known = _WHO.match(start if bracket else heading)
    dated, _ = day_at_start(re.sub(r"^\D+", "", day))
    if known is None:
        return replace(paper, dated=paper.dated or dated)
    also = known["also"]
    return replace(
        paper,
        dated=paper.dated or dated,
        answerers=kvr_metadata.officer(known["title"], known["department"], known["name"]),
        on_behalf_of=(Mention(printed=also, office=also),) if also else (),
    )


def _notice(heading: str, replies: Iterable[NumberedPart]) -> Passage:
    """Give a notice as one text, with its heading, as the others have it."""
    text = Passage(paragraphs=(heading,))
    for part in replies:
        text = text.followed_by(part.label or "", part.text)
    return text


def _notes(
    notes: Sequence[Note], asked: Iterable[NumberedPart], replies: Iterable[NumberedPart]
) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """Share out the notes: the first of a number to the questions if they have its mark.

    An answer's mark whose note is nowhere has one without text.
    """
    marked = {mark.number for part in asked for mark in part.text.marks}
    wanted = list(dict.fromkeys(m.number for part in replies for m in part.text.marks))
    of_questions: list[Note] = []
    of_answers: list[Note] = []
    for note in notes:
        seen = note.number in {n.number for n in of_questions}
        if note.number in wanted and (seen or note.number not in marked):
            of_answers.append(note)
        else:
            of_questions.append(note)
    found = {note.number for note in of_answers}
    of_answers += [Note(number=number) for number in wanted if number not in found]
    return tuple(of_questions), tuple(of_answers)
