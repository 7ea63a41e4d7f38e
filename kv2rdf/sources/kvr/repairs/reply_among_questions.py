"""A reply that the edition left among the questions: found by its heading in running text.

In the scans of 1984–1986, and in some later papers, answers stand in ``vraag`` elements behind a
heading such as "Antwoord Antwoord van minister X (Y). (Ontvangen 1 mei 1985)".
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Mention, NumberedPart, Paper, Remark
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.kvr import parts, record
from kv2rdf.sources.kvr import see_also as kvr_see_also
from kv2rdf.sources.kvr import text as kvr_text
from kv2rdf.sources.phrases.dutch_dates import day_at_start
from kv2rdf.sources.phrases.heading_words import END, FURTHER, KIND, NOTICE, WHOLE

_OPENING = re.compile(
    WHOLE.pattern + r"(?:,? zie ook Aanhangsel[^?]{0,60}?\d{4}\s?[-–]\s?\d{4}\.?)?"
)
_OFFICE = r"(?:van'?|in|namens)? ?(?:de heer|mevrouw|[Mm]inister|[Ss]taatssecretaris)\b"
_TO_ITS_DAY = rf" ?{_OFFICE}[^?.]{{0,150}}?\d{{4}}\)\.?(?= )"
_TO_NUMBERS = rf" ?{_OFFICE}[^?.\d]{{0,40}}(?= \d(?:, ?\d)* en \d [A-Z])"
_CUT_OFF = re.compile(
    r"(?<!\w)(?:Antwoord Antwoord|(?<=\? )Antwoord(?= van [MmSs])|Nader antwoord(?= van [MmSs]))"
    rf"|(?<=\. )Antwoord(?={_TO_ITS_DAY}|{_TO_NUMBERS})|(?<=[.?\u2019'] )Antwoord$"
)
_REST = re.compile(
    rf" ?{_OFFICE}(?:(?:(?!\(Ontvangen)[^?]){{0,280}}(?:\)|\d{{4}}|\(Ontvangen [^()]{{0,22}}\)?)"
    r"|[^?()]{0,40})\.?$"
)
_REST_WITHIN = re.compile(rf"{_TO_ITS_DAY}|{_TO_NUMBERS}")
"""What a heading goes on with where columns ran together: to the end of its element, or in it."""

_WHO = re.compile(
    rf"(?:{KIND}[ .:]*)+(?:van'? |namens |in )?"
    r"(?P<title>[Mm]inister(?:-president)?|[Ss]taatssecretaris) (?P<name>[^()]{2,60}?)\.?"
    r" \((?P<department>[^()]+)\)[.,]?(?:,? ?mede namens (?P<also>.+?))?[., ]*$"
)


def has_whole(part: NumberedPart) -> bool:
    """Tell whether the heading of a reply, whole, stands in the text of a question."""
    return WHOLE.search(part.text.text) is not None


def recovered(paper: Paper, last_line: str) -> tuple[Paper, str]:
    """Give a paper whose reply stands among its questions with its reply; any other as it is.

    Only a heading tells: without one the text stays where it is. A heading that is whole gives who
    replies; it is kept, whole, with the finding, that of a notice with the notice. Where it is all
    but the ``last_line`` of the print, that is its end, or the reply; else the line is given back.
    """
    for place, part in enumerate(paper.questions):
        last = place == len(paper.questions) - 1
        if last and last_line:
            ended = replace(part, text=kvr_text.lengthened(part.text, last_line))
            whole = WHOLE.search(ended.text.text)
            if whole and whole.end() >= len(part.text.text) and _says(ended, whole.end()):
                paper = replace(paper, questions=(*paper.questions[:-1], ended))
                return _told_of_line(_split(paper, place, *whole.span())), ""
        if heading := _heading(part.text.text, last=last):
            return _split(paper, place, *heading), last_line
    return paper, last_line


def _says(part: NumberedPart, end: int) -> bool:
    """Tell whether what is behind a heading, if anything, has words: no lone number."""
    rest = part.text.text[end:].strip()
    return not rest or any(map(str.isalpha, rest))


def _told_of_line(paper: Paper) -> Paper:
    """Say of the last line that it is in the heading of the reply, and behind it in the reply."""
    answered = PartKind.ANSWER if paper.notice is None else None
    ordinal = len(paper.answers) or None
    told = Remark(rule="laatste-regel-in-type", place="kvr/@type", part=answered, ordinal=ordinal)
    return replace(paper, remarks=(*paper.remarks, told))


def without_headings(paper: Paper) -> Paper:
    """Take the heading of the reply from the answer that opens with it, or is nothing else."""
    answers: list[NumberedPart] = []
    remarks = list(paper.remarks)
    heading = ""
    for part in paper.answers:
        opening = _OPENING.match(part.text.text)
        if opening is None:
            answers.append(part)
            continue
        heading = opening[0]
        rest = part.text.cut(0, opening.end())[1]
        if rest is None:
            here = len(answers) + 1
            remarks = [_without(remark, here) for remark in remarks]
        else:
            answers.append(replace(part, text=rest))
        where = f"antwoord/@nummer {part.label or ''}".rstrip()
        words = heading if rest else f"{part.label or ''} {heading}".strip()
        rule = "opschrift-als-onderdeel"
        remarks.append(Remark(rule=rule, place=where, part=PartKind.ANSWER, text=words))
    paper = replace(paper, answers=tuple(answers), remarks=tuple(remarks))
    return who(paper, heading) if heading and not paper.answerers else paper


def _without(remark: Remark, ordinal: int) -> Remark:
    """Let a remark on answers go on after one of them proved to be none."""
    if remark.part is not PartKind.ANSWER or not remark.ordinal or remark.ordinal < ordinal:
        return remark
    return replace(remark, ordinal=remark.ordinal - 1 if remark.ordinal > ordinal else None)


def _heading(text: str, *, last: bool) -> tuple[int, int] | None:
    """Find a heading, whole or what is left of it; in the ``last`` question text must follow it."""
    if whole := WHOLE.search(text):
        return whole.span()
    cut_off = _CUT_OFF.search(text)
    torn = END.search(text)
    if torn and not (last and torn.end() == len(text)):
        start = cut_off.start() if cut_off else torn.start()
        if torn.start() <= start < torn.end():
            return start, torn.end()
    if not cut_off:
        return None
    rest = (None if last else _REST.match(text, cut_off.end())) or _REST_WITHIN.match(
        text, cut_off.end()
    )
    return cut_off.start(), rest.end() if rest else cut_off.end()


def _split(paper: Paper, place: int, start: int, end: int) -> Paper:
    part = paper.questions[place]
    before, after = part.text.cut(start, end)
    asked = list(paper.questions[:place])
    if before is not None:
        asked.append(replace(part, text=before))
        asked += parts.still_asked(paper.questions, place)
    replies = [replace(part, series=1) for part in paper.questions[max(place + 1, len(asked)) :]]
    heading = part.text.text[start:end]
    notice = NOTICE.search(heading) is not None
    see_also = ""
    if after is not None and not notice:
        see_also, after = kvr_see_also.cut(after)
    if after is not None:
        first = NumberedPart(label=None, numbers=(), text=after)
        # A figure right before, which is no year, may go together with those the text opens with.
        goes_on = re.search(r"(?<!\d)\d{1,3}$", see_also) is not None
        replies.insert(0, first if goes_on else parts.with_joint_number(first, ()))
    kind = None if notice else PartKind.ANSWER
    remark = Remark(
        rule="antwoord-tussen-de-vragen",
        place=f"vraag/@nummer {part.label or ''}".rstrip(),
        part=kind,
        text=None if notice else heading,
    )
    shift = len(replies) - len(paper.questions) if replies and kind else None
    remarks = [_after(r, len(asked), kind, shift) for r in paper.remarks]
    paper = who(replace(paper, questions=tuple(asked), remarks=(*remarks, remark)), heading)
    if notice:
        return replace(paper, kind=PaperKind.NOTICE, notice=_notice(heading, replies))
    further = FURTHER.search(heading) is not None
    notes, notes_of_answers = _notes(paper.question_notes, asked, replies)
    return replace(
        paper,
        kind=PaperKind.FURTHER_ANSWER if further else paper.kind,
        answers=tuple(replies),
        question_notes=notes,
        answer_notes=(*paper.answer_notes, *notes_of_answers),
        see_also=(see_also,) if see_also else paper.see_also,
    )


def _after(remark: Remark, asked: int, kind: PartKind | None, shift: int | None) -> Remark:
    """Let a remark on a question that proved an answer, or part of a notice, go with it.

    ``shift`` is how far its ordinal moves; None: it is no part of its own, or has no text left.
    """
    if remark.part is not PartKind.QUESTION or not remark.ordinal or remark.ordinal <= asked:
        return remark
    ordinal = None if shift is None else max(1, remark.ordinal + shift)
    return replace(remark, part=kind, ordinal=ordinal)


def who(paper: Paper, heading: str) -> Paper:
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
        answerers=record.officer(known["title"], known["department"], known["name"]),
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
