"""Local time in the Netherlands. All dates in the sources are in local time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")


def day_of_moment(moment: datetime) -> date:
    """Return the date in the Netherlands at a given moment.

    A moment without a time zone is treated as local time in the Netherlands.

    Raises ValueError if that date is not in the years 1 to 9999.
    """
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(_ZONE).date()
    except OverflowError as error:
        raise ValueError(f"not in a valid year: {moment.isoformat()}") from error
