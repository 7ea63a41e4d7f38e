"""The conversion of timestamps in a record to dates in the Netherlands."""

from datetime import date, datetime

from kv2rdf.errors import ReadError
from kv2rdf.model.local_time import day_of_moment


def local_day(document: str, field: str, printed: str | None) -> date | None:
    """Return the date in the Netherlands for a timestamp, or None if the field is empty.

    Midnight in the Netherlands is 22:00 or 23:00 UTC on the previous day, so the first ten
    characters may be the wrong date if the offset is not that of the Netherlands. A timestamp
    without an offset is in local time. Raises ReadError if the field does not contain a timestamp,
    or if the date is not in the years 1 to 9999.
    """
    if printed is None:
        return None
    at = moment(document, field, printed)
    try:
        return day_of_moment(at)
    except ValueError as error:
        raise ReadError(document, field, f"not in a valid year: {printed[:40]!r}") from error


def moment(document: str, field: str, printed: str) -> datetime:
    """Return a timestamp as a datetime, which has no time zone if none is printed.

    Raises ReadError if the field does not contain a timestamp.
    """
    try:
        return datetime.fromisoformat(printed)
    except ValueError as error:
        raise ReadError(document, field, f"not a date and time: {printed[:40]!r}") from error


def deadline_day(document: str, field: str, printed: str | None) -> date | None:
    """Return the date of a deadline, or None if the field is empty.

    The date is the first ten characters of the timestamp, regardless of the offset.

    Unlike other dates, a deadline is represented as midnight in UTC at the start of that date.
    Raises ReadError if the field does not contain a timestamp.
    """
    return None if printed is None else moment(document, field, printed).date()
