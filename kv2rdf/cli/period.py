"""Days, months and years on the command line."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

import click

_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year: its first and its last day."""

    first: date
    last: date


def typed_period(value: str) -> Period:
    """Return the period that a user typed, such as "2003-04". This is the type of an option.

    Raises click's BadParameter if the value is not a period.
    """
    problem = f"{value!r} is not a day, month or year: 2003-04-07, 2003-04 or 2003"
    found = _PERIOD.fullmatch(value)
    if found is None:
        raise click.BadParameter(problem)
    year, month, day = (int(number) if number else None for number in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise click.BadParameter(problem) from error
    last_month = month or 12
    last_day = day or calendar.monthrange(first.year, last_month)[1]
    return Period(first, first.replace(month=last_month, day=last_day))
