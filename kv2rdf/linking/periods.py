"""Periods with a first and a last day, each of which may be unknown."""

from datetime import date


def is_within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a date is known and is in a period, which may be open at either end."""
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
