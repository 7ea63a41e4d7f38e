"""Time in the Netherlands, to which all days in the sources belong."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")


def day_of_moment(moment: datetime) -> date:
    """Return the day in the Netherlands at a given moment.

    A moment without an offset is taken as local time.

    Raises ValueError if that day is not in the years 1 to 9999.
    """
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(_ZONE).date()
    except OverflowError as error:
        raise ValueError(f"not in a year that exists: {moment.isoformat()}") from error
