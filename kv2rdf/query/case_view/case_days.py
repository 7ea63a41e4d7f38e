"""The timeline and the events of a case, and badges that summarise the state of the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kv2rdf.model.dossier import State
from kv2rdf.model.rules import FindingRule
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.reference.page_words import PageWords

_APART, _LAST_APART = 25, 45
"""The minimum distances between events, as percentages of the length of the timeline.

At these distances, the words of the events do not overlap. The second distance applies to the last
event, whose words end at its position.
"""


@dataclass(frozen=True, slots=True)
class DayEvent:
    """The events on a date. ``number`` is the number of days since tabling, or None if unknown."""

    day: date
    texts: tuple[str, ...]
    number: int | None
    place: str | None
    """The position on the timeline, such as "55.3%", or None if there is no timeline."""
    step: int | None
    """The place rounded to 5%, or None if there is no timeline or if words would overlap."""
    is_answer: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class DayLine:
    """A timeline from tabling to the last event.

    It is drawn as a solid line up to ``solid_end``. ``late_from`` is the position of the deadline,
    or None if there is no deadline before the last event.
    """

    solid_end: str
    late_from: str | None


@dataclass(frozen=True, slots=True)
class CaseBadge:
    """A few words about the state of a case. ``is_late`` is true for a late or delayed answer."""

    text: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class CaseDays:
    """The events of a case in order, and the timeline, or None if there is no timeline."""

    events: tuple[DayEvent, ...]
    line: DayLine | None


def case_days(case: CaseView, words: PageWords) -> CaseDays:
    """Return the events of a case by date, with the timeline.

    If the waiting time is doubtful, there are no numbers of days and no timeline.
    """
    texts = sorted(_texts(case, words), key=lambda item: item[0])
    days = sorted({day for day, _, _ in texts})
    is_doubtful = _has_doubtful_wait(case)
    start, total = None if is_doubtful else case.tabled, 0
    if start and days:
        total = (days[-1] - start).days
    has_line = start is not None and days[0] == start and total > 0
    deadline = None if is_doubtful else case.extended_due or case.due
    numbers = [(day - start).days if start else None for day in days]
    steps = _steps(numbers, total) if has_line else None
    events = []
    for place, (day, number) in enumerate(zip(days, numbers, strict=True)):
        events.append(
            DayEvent(
                day=day,
                texts=tuple(text for when, text, _ in texts if when == day),
                number=number,
                place=_place(number, total) if has_line and number is not None else None,
                step=steps[place] if steps else None,
                is_answer=any(is_answer for when, _, is_answer in texts if when == day),
                is_late=deadline is not None and day > deadline,
            )
        )
    return CaseDays(tuple(events), _line(case, total, deadline) if has_line else None)


def case_badges(case: CaseView, words: PageWords, data_day: date) -> tuple[CaseBadge, ...]:
    """Return the badges of a case. ``data_day`` is the date of the release."""
    if case.state == State.WITHDRAWN:
        return (CaseBadge(words.text("withdrawn")),)
    if case.answered is None and case.state not in (State.ANSWERED, State.SETTLED):
        delays = [n.day for n in case.notices if n.kind == "DelayNotice" and n.day]
        if delays:
            day = words.day(max(delays))
            return (CaseBadge(words.text("delayed_badge", day=day), is_late=True),)
        return (CaseBadge(words.text("open_badge", day=words.day(data_day))),)
    if case.state == State.SETTLED and case.answered is None:
        settled = "settled_by_record" if _has_record(case) else "settled_by_notice"
        return (CaseBadge(words.text(settled)),)
    return tuple(_answered_badges(case, words))


def _has_doubtful_wait(case: CaseView) -> bool:
    """Whether a date of a case may be a misprint, so that the days between them are not certain."""
    return any(finding.rule == FindingRule.WAIT_IS_NOT_CERTAIN for finding in case.findings)


def _has_record(case: CaseView) -> bool:
    """Whether a record of the chamber is among the sources of a case."""
    return any(source.kind == "kamer-record" for d in case.documents for source in d.sources)


def _answered_badges(case: CaseView, words: PageWords) -> list[CaseBadge]:
    days = case.days_to_answer
    if days is None:
        key = "answered_doubtful_wait" if _has_doubtful_wait(case) else "answered_badge"
        return [CaseBadge(words.text(key))]
    after = words.text("answered_same_day") if days == 0 else words.counted("answered_after", days)
    if case.is_answered_in_time:
        return [CaseBadge(words.text("within_deadline", answered=after))]
    if case.is_answered_in_time is None or case.due is None:
        return [CaseBadge(after)]
    if case.is_answered_in_extended_time:
        return [CaseBadge(after), CaseBadge(words.text("within_extended_deadline"))]
    deadline = case.extended_due or case.due
    late = days - (deadline - case.tabled).days if case.tabled else 0
    past = "past_extended_deadline" if case.extended_due else "past_deadline"
    return [CaseBadge(after), CaseBadge(words.counted(past, late), is_late=True)]


def _texts(case: CaseView, words: PageWords) -> list[tuple[date, str, bool]]:
    found: list[tuple[date, str, bool]] = []
    if case.tabled:
        found.append((case.tabled, words.text("day_tabled"), False))
    if case.due:
        found.append((case.due, words.text("day_due"), False))
    if case.extended_due:
        found.append((case.extended_due, words.text("day_extended_due"), False))
    for notice in case.notices:
        if notice.day:
            key = "day_withdrawn" if case.state == State.WITHDRAWN else f"day_{notice.kind}"
            found.append((notice.day, words.text(key), False))
    found += [
        (document.day, words.text(f"day_{document.kind}"), True)
        for document in case.documents
        if document.day and document.kind in ("antwoord", "nader-antwoord")
    ]
    if case.answered and not any(is_answer for _, _, is_answer in found):
        found.append((case.answered, words.text("day_antwoord"), True))
    return list(dict.fromkeys(found))


def _line(case: CaseView, total: int, deadline: date | None) -> DayLine:
    start = case.tabled
    if start is None or deadline is None:
        return DayLine("99%", None)
    due = (deadline - start).days
    end = _place(min(due, total), total)
    return DayLine(end, end if due < total else None)


def _steps(numbers: Sequence[int | None], total: int) -> list[int] | None:
    """Return the places of events in steps of 5%, or None if the words of events would overlap.

    ``numbers`` contains the number of days from tabling to each event, and ``total`` is the number
    of days to the last event.
    """
    steps = [round(20 * (number or 0) / total) * 5 for number in numbers]
    *gaps, last = [after - before for before, after in pairwise(steps)]
    return steps if all(gap >= _APART for gap in gaps) and last >= _LAST_APART else None


def _place(number: int, total: int) -> str:
    """Return the position of a date on the timeline, such as "55.3%".

    ``number`` is the number of days from tabling to the date, and ``total`` is the number of days
    to the last event. There is space for a circle at each end of the timeline.
    """
    return f"{1 + 98 * number / total:.1f}%"
