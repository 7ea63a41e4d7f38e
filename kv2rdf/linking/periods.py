"""Periods with a first and a last day, of which either may be unknown."""

from datetime import date


def is_within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day is in a period; an unknown day is in no period."""
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
