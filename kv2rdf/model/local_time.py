"""Time in the Netherlands, which all days in the sources refer to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")


def day_of_moment(moment: datetime) -> date:
    """Return the day in the Netherlands at a given moment.

    A moment without a time zone is treated as local time in the Netherlands.

    Raises ValueError if that day is not in the years 1 to 9999.
    """
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(_ZONE).date()
    except OverflowError as error:
        raise ValueError(f"not in a year that exists: {moment.isoformat()}") from error
