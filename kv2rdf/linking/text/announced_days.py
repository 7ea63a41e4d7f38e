"""The date for the answer in a notice of delay: "Ik streef ernaar voor 29 juni …".

Only future dates with a day and a month are recognised, as in "omstreeks 1 november 1999",
"uiterlijk 23 april" or "uitstel van de beantwoording tot 21 maart". Weeks, months and seasons are
ignored.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kv2rdf.model.document import AnnouncedDay
from kv2rdf.model.dutch_months import MONTHS

_DAY = re.compile(
    rf"""
    (?<!niet[ ])(?<!d\.w\.z\.[ ])  # "niet binnen drie weken, d.w.z. vóór 1 december"
    \b(?: (?P<before>voor|vóór|vo´o´r) | uiterlijk(?:[ ]op)?
        | (?P<about>(?:op[ ]of[ ])?omstreeks|rond) | uitstel\b[^.]{{0,80}}?[ ]tot )
    [ ](?:(?:maan|dins|woens|donder|vrij|zater|zon)dag[ ])?
    (?P<day>\d{{1,2}})[ ](?P<month>{"|".join(MONTHS)})\b
    (?:[ ](?P<year>\d{{4}})\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT_THE_ANSWER = re.compile(
    r"antwoord|informeren|uitsluitsel|uitstel|berichten|toekomen|toezenden|toe te zenden",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\d\s])|\n")
_LONGEST_DELAY = timedelta(days=366)


def announced_day(text: str, dated: date | None) -> AnnouncedDay | None:
    """Return the date that a notice announces and its words, or None unless there is just one.

    ``dated`` is the date of the notice. If it is None, the result is None. A date without a year is
    the first such date after ``dated``. Dates that are not within a year after ``dated`` are
    ignored.
    """
    if dated is None:
        return None
    found = {each.day: each for each in reversed(list(_announced_days(text, dated)))}
    return next(iter(found.values())) if len(found) == 1 else None


def _announced_days(text: str, dated: date) -> Iterator[AnnouncedDay]:
    for sentence in _SENTENCE_END.split(text):
        if not _ABOUT_THE_ANSWER.search(sentence):
            continue
        for match in _DAY.finditer(sentence):
            day = _future_day(match, dated)
            if day is not None:
                last = day - timedelta(days=1) if match["before"] else day
                is_approximate = match["about"] is not None
                yield AnnouncedDay(day=last, words=match[0], is_approximate=is_approximate)


def _future_day(match: re.Match[str], dated: date) -> date | None:
    """Return the date in a match if it is within a year after ``dated``, and None otherwise."""
    month = MONTHS.index(match["month"].lower()) + 1
    years = [int(match["year"])] if match["year"] else [dated.year, dated.year + 1]
    for year in years:
        try:
            day = date(year, month, int(match["day"]))
        except ValueError:
            continue
        if dated < day <= dated + _LONGEST_DELAY:
            return day
    return None
