"""The days of a KVR document: of tabling and of the reply, as the record and the heading give them.

Where these are two days, the order may tell: no reply comes before its questions. The session
hardly does: a day too early for it is mostly true, of questions answered late or once more. Before
either goes what the title says.
"""

import itertools
import re
from datetime import date, timedelta

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.sources.phrases.dutch_dates import day_at_start, whole_day

_BEHIND_DAY = " ),.;:}]'"
"""What closes a printed day, also as a scan reads it."""

TWO_DAYS = "dagen-spreken-elkaar-tegen"
"""The rule of a remark that has two days for one thing."""

_MADE_KNOWN = re.compile(r"\bop (\d{1,2} ?\w+ \d{4}),? me(?:de|e) ?gedeeld\b")
"""So a title of the Eerste Kamer has the day of tabling: the minister was told of them then."""

_BETWEEN = " | "
_LONGEST = timedelta(days=400)
"""So long after its questions nearly every reply has come."""

_YEAR = timedelta(days=365)
_SIX_YEARS = timedelta(days=2200)
"""So long after they were tabled, in 1984, the last questions were struck off."""

_FIRST_OF_2000 = 50
"""A year of two figures above it is one of the century before."""


def settled(recorded: str, printed: str, place: str) -> tuple[date | None, str, tuple[Remark, ...]]:
    """Settle a day from the record and the printed heading; give it and the text behind it.

    Where the two are different days, neither is believed (None), and a remark has both.
    """
    record = whole_day(recorded)
    heading, behind = day_at_start(printed.lstrip(", "))
    rest = behind.lstrip(_BEHIND_DAY) if heading else printed
    if record and heading and record != heading:
        words = printed[: len(printed) - len(rest)].strip(" ),.;:")
        both = f"{recorded}{_BETWEEN}{words}"
        return None, rest, (Remark(rule=TWO_DAYS, place=place, text=both),)
    if heading is None and rest and len(rest) <= 60:
        remark = Remark(rule="dag-onleesbaar", place=place, text=printed)
        return record, "", (remark,)
    return record or heading, rest, ()


def by_title(paper: Paper) -> Paper:
    """Give a paper the day of tabling that its title has; a remark keeps another day."""
    told = _in_title(paper)
    if told is None or told == paper.tabled:
        return paper
    remark = Remark(
        rule="dag-uit-titel",
        place="metadata/item Bibliografische_omschrijving",
        part=PartKind.QUESTION,
        text=paper.tabled.isoformat() if paper.tabled else None,
    )
    dated = told if paper.kind is PaperKind.QUESTIONS else paper.dated
    return replace(paper, tabled=told, dated=dated, remarks=(*paper.remarks, remark))


def _in_title(paper: Paper) -> date | None:
    found = _MADE_KNOWN.search(paper.title or "")
    return whole_day(found[1]) if found else None


def in_order(paper: Paper) -> Paper:
    """Give a paper its days in their order: a reply cannot come before its questions.

    Of two days for one thing the only possible one stands. Of tabling and reply in the wrong order
    that day stands which the session does not rule out; where it decides nothing, neither does. A
    remark keeps what was printed.
    """
    tabled, dated = paper.tabled, paper.dated
    if paper.kind is PaperKind.QUESTIONS:
        return paper
    if tabled is None and dated is not None:
        tabled, paper = _only(paper, PartKind.QUESTION, dated)
        return replace(paper, tabled=tabled)
    if tabled is not None and dated is None:
        dated, paper = _only(paper, None, tabled)
        return replace(paper, dated=dated)
    if tabled is None or dated is None or tabled <= dated:
        return paper
    first, last = _reach(paper.session_year or "")
    both = f"{tabled.isoformat()}{_BETWEEN}{dated.isoformat()}"
    remark = Remark(rule="antwoord-voor-de-vragen", place="dagen", text=both)
    believed = tabled if first <= tabled <= last else None
    replied = dated if first <= dated <= last else None
    if believed and replied:
        believed = replied = None
    return replace(paper, tabled=believed, dated=replied, remarks=(*paper.remarks, remark))


def _only(paper: Paper, part: PartKind | None, known: date) -> tuple[date | None, Paper]:
    """Give the only possible one of two days, and the paper that says so; None: there is none.

    The days are of the questions (``part``) or of the reply, the ``known`` day that of the other:
    where that is one of the two, the record has changed the days round.
    """
    for place, remark in enumerate(paper.remarks):
        if remark.rule != TWO_DAYS or remark.part is not part:
            continue
        days = (day_at_start(words)[0] for words in (remark.text or "").split(_BETWEEN))
        left = [day for day in days if day and (day <= known if part else known <= day)]
        if len(left) > 1:
            left = [day for day in left if day != known]
        if len(left) == 1 and abs(known - left[0]) <= _LONGEST:
            told = replace(remark, rule="een-van-twee-dagen")
            remarks = (*paper.remarks[:place], told, *paper.remarks[place + 1 :])
            return left[0], replace(paper, remarks=remarks)
    return None, paper


def near_its_session(paper: Paper) -> Paper:
    """Take back a day that is more than a year from the session that prints the paper.

    It stands where something else speaks for it: the title, the session that a question number has
    in it, or the other day, six years away at most. A remark keeps what was printed.
    """
    if not paper.session_year:
        return paper
    dated = None if paper.kind is PaperKind.QUESTIONS else paper.dated
    sessions = [paper.session_year, *map(_session_of, itertools.chain(*paper.cases))]
    near = [(first - _YEAR, last + _YEAR) for first, last in map(_reach, sessions)]
    days = ((paper.tabled, PartKind.QUESTION), (dated, None))
    far = {
        part: day
        for day, part in days
        if day and not (part and day == _in_title(paper))
        if not any(first <= day <= last for first, last in near)
    }
    if not far:
        return paper
    if len(far) == 1 and paper.tabled and dated and dated - paper.tabled <= _SIX_YEARS:
        return paper
    rule = "dag-ver-van-de-zitting"
    away = (
        Remark(rule=rule, place="dagen", part=part, text=day.isoformat())
        for part, day in far.items()
    )
    tabled = None if PartKind.QUESTION in far else paper.tabled
    return replace(
        paper,
        tabled=tabled,
        dated=tabled if paper.kind is PaperKind.QUESTIONS else None if None in far else dated,
        remarks=(*paper.remarks, *away),
    )


def _session_of(number: str) -> str:
    """Give the session that a question number of the Tweede Kamer has in it: 2989902680, 1998."""
    first = int(number[1:3])
    year = first + (1900 if first > _FIRST_OF_2000 else 2000)
    return f"{year}-{year + 1}"


def _reach(session_year: str) -> tuple[date, date]:
    """Give the days that the Aanhangsel of a session can print: the summer before, to its end.

    A session runs from the third Tuesday of September (Grondwet, artikel 65).
    """
    first, _, last = session_year.partition("-")
    return date(int(first), 6, 1), date(int(last), 10, 1)
