"""The removal of dates that are far from the session in which a paper is printed.

The session alone is rarely sufficient to reject a date. A date before the session is usually
correct, because some questions are answered late or are printed again.
"""

import itertools
from datetime import date, timedelta

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.kvr.printed_dates import printing_period
from kv2rdf.sources.phrases.dutch_dates import tabling_day_in

_YEAR = timedelta(days=365)
_SIX_YEARS = timedelta(days=2200)
"""The maximum plausible time from tabling to reply.

It was derived from questions that were tabled in 1984, the last of which were settled after about
six years.
"""

_FIRST_YEAR_OF_CENTURY = 50
"""Two-digit years above this number are in the 20th century; others are in the 21st."""


def remove_days_far_from_session(reading: KvrReading) -> KvrReading:
    """Remove the date of tabling or of the reply if it is over a year away from the paper's
    session.

    The date is kept if the title, or the session in a question number, confirms it. It is also kept
    if the other date is not far from the session and the reply came within six years of tabling. A
    remark quotes each date that was removed.
    """
    paper = reading.paper
    if not paper.session_year:
        return reading
    sessions = [paper.session_year, *map(_session_in, itertools.chain(*paper.cases))]
    periods = [(first - _YEAR, last + _YEAR) for first, last in map(printing_period, sessions)]
    tabled, dated = paper.tabled, paper.dated
    has_reply = paper.kind is not PaperKind.QUESTIONS
    tabled_is_far = (
        tabled is not None
        and tabled != tabling_day_in(paper.title or "")
        and _is_far(tabled, periods)
    )
    dated_is_far = has_reply and dated is not None and _is_far(dated, periods)
    if not tabled_is_far and not dated_is_far:
        return reading
    only_one_is_far = tabled_is_far != dated_is_far
    if tabled and dated and has_reply and only_one_is_far and dated - tabled <= _SIX_YEARS:
        return reading
    remarks = list(reading.remarks)
    if tabled and tabled_is_far:
        remarks.append(_remark(tabled, PartKind.QUESTION))
        tabled = None
    if dated and dated_is_far:
        remarks.append(_remark(dated, None))
        dated = None
    paper = replace(paper, tabled=tabled, dated=dated if has_reply else tabled)
    return replace(reading, paper=paper, remarks=tuple(remarks))


def _is_far(day: date, periods: list[tuple[date, date]]) -> bool:
    return not any(first <= day <= last for first, last in periods)


def _remark(day: date, about: PartKind | None) -> KvrRemark:
    text = day.isoformat()
    return KvrRemark(
        rule=FindingRule.DAY_FAR_FROM_ITS_SESSION, location="dagen", about=about, text=text
    )


def _session_in(question_number: str) -> str:
    """Return the session in a question number, such as "1998-1999" for 2989902680.

    ``question_number`` must be a question number of the Tweede Kamer.
    """
    first = int(question_number[1:3])
    year = first + (1900 if first > _FIRST_YEAR_OF_CENTURY else 2000)
    return f"{year}-{year + 1}"
