"""The parsing of a date that is printed at the start of a text."""

import re
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?!\w)")
_WRITTEN = re.compile(
    rf"""
    \s*
    (?: op\s | d\.d\.\s )?  \s*     # "op 3 mei 1990", "d.d. 3 mei 1990"
    (\d{{1,2}})             \s*     # "3mei1990"
    ({"|".join(_MONTHS)})   \s*
    (\d{{4}})
    (?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
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
        day, month, year = int(found[1]), 1 + _MONTHS.index(found[2].lower()), int(found[3])
    else:
        return "", "", text
    try:
        printed_date = date(year, month, day)
    except ValueError:  # for example, 31 April
        return "", "", text
    return printed_date.isoformat(), found[0], stripped[found.end() :].lstrip(DATE_CLOSING)
