"""The repair of dates by comparing the tabling with the reply, which cannot be earlier."""

from datetime import date, timedelta

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
    Subject,
)
from kv2rdf.sources.kvr.printed_dates import TWO_DAYS, days_in, printing_period, text_of_days

_LONGEST_WAIT = timedelta(days=400)
"""The time within which nearly all replies were given."""


def put_days_in_order(reading: KvrReading) -> KvrReading:
    """Correct the date of tabling and the date of the reply by comparing the two.

    If two different dates are given for the tabling or for the reply, and only one of them is
    possible, that date is used. If the reply is dated before the questions, a date that is
    impossible in the session is removed. If both dates are possible, or neither is, both are
    removed. A remark quotes the dates that were given.
    """
    paper = reading.paper
    tabled, dated = paper.tabled, paper.dated
    if paper.kind is PaperKind.QUESTIONS:
        return reading
    if tabled is None and dated is not None:
        return _with_tabling_day(reading, dated)
    if tabled is not None and dated is None:
        return _with_reply_day(reading, tabled)
    if tabled is None or dated is None or tabled <= dated:
        return reading
    first, last = printing_period(paper.session_year or "")
    both = text_of_days(tabled.isoformat(), dated.isoformat())
    remark = KvrRemark(rule=FindingRule.REPLY_BEFORE_QUESTIONS, location="dagen", text=both)
    tabled_is_possible = first <= tabled <= last
    dated_is_possible = first <= dated <= last
    decides = tabled_is_possible != dated_is_possible
    return replace(
        reading,
        paper=replace(
            paper,
            tabled=tabled if decides and tabled_is_possible else None,
            dated=dated if decides and dated_is_possible else None,
        ),
        remarks=(*reading.remarks, remark),
    )


def _with_tabling_day(reading: KvrReading, dated: date) -> KvrReading:
    """If two dates of tabling are given, use the one that is possible for a reply on ``dated``."""
    for remark in _remarks_with_two_days(reading, PartKind.QUESTION):
        days = [day for day in days_in(remark.text or "") if day <= dated]
        if day := _only_possible(days, dated):
            paper = replace(reading.paper, tabled=day)
            return replace(reading, paper=paper, remarks=_with_decision(reading, remark))
    return reading


def _with_reply_day(reading: KvrReading, tabled: date) -> KvrReading:
    """If two dates of a reply are given, use the one that is possible after ``tabled``."""
    for remark in _remarks_with_two_days(reading, None):
        days = [day for day in days_in(remark.text or "") if tabled <= day]
        if day := _only_possible(days, tabled):
            paper = replace(reading.paper, dated=day)
            return replace(reading, paper=paper, remarks=_with_decision(reading, remark))
    return reading


def _remarks_with_two_days(reading: KvrReading, about: Subject) -> list[KvrRemark]:
    return [r for r in reading.remarks if r.rule == TWO_DAYS and r.about is about]


def _only_possible(days: list[date], known: date) -> date | None:
    """Return the only possible date of an event, or None. ``known`` is the date of the other event.

    The two events are the tabling and the reply. If ``known`` is one of two dates in ``days``, the
    other one is returned, because the record must have swapped the dates of the two events. A date
    that is more than _LONGEST_WAIT before or after ``known`` is never returned.
    """
    if len(days) > 1:
        days = [day for day in days if day != known]
    return days[0] if len(days) == 1 and abs(known - days[0]) <= _LONGEST_WAIT else None


def _with_decision(reading: KvrReading, decided: KvrRemark) -> tuple[KvrRemark, ...]:
    """Return the remarks, with ``decided`` changed to state that one of its two dates was used."""
    index = reading.remarks.index(decided)
    remark = replace(decided, rule=FindingRule.ONE_OF_TWO_DAYS)
    return (*reading.remarks[:index], remark, *reading.remarks[index + 1 :])
