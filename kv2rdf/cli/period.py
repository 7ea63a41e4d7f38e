"""Periods on the command line: a day, a month or a year."""

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
