"""The parsing of printed dates."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?!\w)")
_DAY_MONTH_YEAR = rf"""
    (\d{{1,2}})             \s*     # "3mei1990"
    ({"|".join(_MONTHS)})   \s*
    (\d{{4}})
    (?!\d)
"""
_WRITTEN = re.compile(
    rf"""
    \s*
    (?: op\s | d\.d\.\s )?  \s*     # "op 3 mei 1990", "d.d. 3 mei 1990"
    {_DAY_MONTH_YEAR}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ANYWHERE = re.compile(rf"(?<!\d){_DAY_MONTH_YEAR}", re.IGNORECASE | re.VERBOSE)
DATE_CLOSING = " \t\n),.;:}]'"
"""Characters that may follow a printed date, as in ``(Ontvangen 23 maart 2005).``.

In scans, } ] or ' may be a misread closing bracket.
"""


def date_and_rest(text: str) -> tuple[str, str, str]:
    """Return the date at the start of a text, its printed form, and the rest of the text.

    The date is written as ``2005-07-08``. Punctuation directly after the date is not part of the
    rest. If the text does not begin with a valid date, the date and the printed form are empty, and
    the rest is the whole text. Commas before the date are skipped, because they occur in scans.
    """
    stripped = text.lstrip(", ")
    if found := _ISO.match(stripped):
        year, month, day = map(int, found.groups())
    elif found := _WRITTEN.match(stripped):
        day, month, year = _numbers(found)
    else:
        return "", "", text
    try:
        printed_date = date(year, month, day)
    except ValueError:  # for example, 31 April
        return "", "", text
    return printed_date.isoformat(), found[0], stripped[found.end() :].lstrip(DATE_CLOSING)


def dates_in(text: str) -> Iterator[str]:
    """Yield each date that is written in words in a text, as ``2005-07-08``."""
    for found in _ANYWHERE.finditer(text):
        day, month, year = _numbers(found)
        yield f"{year:04}-{month:02}-{day:02}"


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    """Return the day, the month and the year of a date that is written in words."""
    return int(found[1]), 1 + _MONTHS.index(found[2].lower()), int(found[3])
