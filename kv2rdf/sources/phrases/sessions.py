"""Sessions of the chambers as they are named in the sources, such as "2020-2021"."""

import re
from datetime import date

SESSION = re.compile(r"([12]\d{3})-([12]\d{3})", re.ASCII)
"""The pattern of a session. Its groups are the first and the last year."""


def is_in_session(day: date, session: str) -> bool:
    """Whether a date may be in a session, which begins and ends in September."""
    first, last = map(int, session.split("-"))
    return date(first, 9, 1) <= day <= date(last, 9, 30)
