"""Periods of a day, a month or a year, as typed by users to limit a search."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from kv2rdf.errors import QueryError

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year, given by its first and last day."""

    first: date
    last: date


def written_period(text: str) -> Period:
    """Return the period that a text such as "2003-04" represents.

    Raises QueryError if the text is not a day, a month or a year.
    """
    problem = f"{text!r} is not a day, month or year: 2003-04-07, 2003-04 or 2003"
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise QueryError(problem)
    year, month, day = (int(number) if number else None for number in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise QueryError(problem) from error
    last_month = month or 12
    last_day = day or calendar.monthrange(first.year, last_month)[1]
    return Period(first, first.replace(month=last_month, day=last_day))
