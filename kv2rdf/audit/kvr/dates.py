"""A day as a KVR document writes it, and the text that stands behind it."""

import re
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?!\w)")
_WRITTEN = re.compile(
    rf"\s*(?:op\s|d\.d\.\s)?\s*(\d{{1,2}})\s*({'|'.join(_MONTHS)})\s*(\d{{4}})(?!\d)", re.IGNORECASE
)
CLOSING = " \t\n),.;:}]'"
"""What closes a printed day: ``(Ontvangen 23 maart 2005).``; a scan has } or ] or ' for )."""


def day_and_rest(text: str) -> tuple[str, str, str]:
    """Cut a day from the start of a text.

    Gives the day as ``2005-07-08``, the words it was written in, and the text behind it without the
    brackets and points that close a day; two empty strings and the whole text where no day, or
    none of the calendar, stands there. A scan may have a comma before the day.
    """
    whole, text = text, text.lstrip(", ")
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
    elif found := _WRITTEN.match(text):
        day, month, year = int(found[1]), 1 + _MONTHS.index(found[2].lower()), int(found[3])
    else:
        return "", "", whole
    try:
        known = date(year, month, day)
    except ValueError:  # the 31st of April
        return "", "", whole
    return known.isoformat(), found[0], text[found.end() :].lstrip(CLOSING)
