"""The conversion of timestamps to dates in the Netherlands, by the rules for summer time."""

from datetime import UTC, date, datetime, timedelta

_FIRST_YEAR_OF_OCTOBER = 1996
"""The first year in which summer time ended in October. Before that, it ended in September."""

_FIRST_YEAR_OF_SUMMER_TIME = 1977


def day_in_the_netherlands(printed: str) -> str:
    """Return the Dutch local date of a timestamp, or ``printed`` if it is not a timestamp.

    The date is written as 2031-01-13. A timestamp without an offset is treated as Dutch local time.
    """
    try:
        moment = datetime.fromisoformat(printed)
        if moment.tzinfo is None:
            return moment.date().isoformat()
        in_utc = moment.astimezone(UTC)
        hours = 2 if _is_summer(in_utc.replace(tzinfo=None)) else 1
        return (in_utc + timedelta(hours=hours)).date().isoformat()
    except (ValueError, OverflowError):
        return printed


def printed_day(printed: str) -> str:
    """Return the date of a timestamp in its own time zone.

    If ``printed`` is not a timestamp, it is returned unchanged.
    """
    try:
        return datetime.fromisoformat(printed).date().isoformat()
    except ValueError:
        return printed


def _is_summer(in_utc: datetime) -> bool:
    year = in_utc.year
    if year < _FIRST_YEAR_OF_SUMMER_TIME:
        return False
    last_month = 10 if year >= _FIRST_YEAR_OF_OCTOBER else 9
    begin, end = (_last_sunday(year, month) + timedelta(hours=1) for month in (3, last_month))
    return begin <= in_utc < end


def _last_sunday(year: int, month: int) -> datetime:
    first_of_next = date(year, month + 1, 1)
    last = first_of_next - timedelta(days=1)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(sunday.year, sunday.month, sunday.day)  # noqa: DTZ001 - always UTC, as in _is_summer
