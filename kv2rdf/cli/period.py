"""Dates and periods (a day, a month or a year) on the command line."""

from datetime import date

import click

from kv2rdf.errors import QueryError
from kv2rdf.query.period import Period, written_period


def typed_period(value: str) -> Period:
    """Return the period that a user typed, such as "2003-04".

    This function is used as the type of an option.

    Raises click's BadParameter if the value is not a period.
    """
    try:
        return written_period(value)
    except QueryError as error:
        raise click.BadParameter(str(error)) from error


def typed_date(value: str) -> date:
    """Return the date that a user typed, such as "2003-04-07".

    This function is used as the type of an option.

    Raises click's BadParameter if the value is not a date.
    """
    problem = f"{value!r} is not a date in the form YYYY-MM-DD, such as 2003-04-07"
    try:
        period = written_period(value)
    except QueryError as error:
        raise click.BadParameter(problem) from error
    if period.first != period.last:
        raise click.BadParameter(problem)
    return period.first
