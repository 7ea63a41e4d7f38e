"""Dates as printed in the sources: "2005-02-05", "2005-2-5" and "5 februari 2005"."""

import re
from collections.abc import Iterator
from datetime import date

from kv2rdf.model.dutch_months import MONTHS

TABLING_DATE = r"\(\s*[Il1]n(?:[gq]e-?\s?zon-?\s?den|gekomen)[^(){}]*[)}]\.?"
"""The pattern of "(Ingezonden 5 februari 2005)" after a heading. Its first word may be misread."""

_ISO = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\w)")
_WRITTEN = re.compile(rf"(?:op |d\.d\. )?(\d{{1,2}})\s?({'|'.join(MONTHS)})\s?([12]\d{{3}})(?!\d)")
_ANYWHERE = re.compile(rf"(?<!\d)(?:{_WRITTEN.pattern}|{_ISO.pattern})")
_TITLE_WITH_DAY = re.compile(r"\bop (\d{1,2} ?\w+ \d{4}),? me(?:de|e) ?gedeeld\b")
"""The date in a title of the Eerste Kamer: "Vragen …, op 9 maart 2004 medegedeeld aan …"."""


def day_at_start(text: str) -> tuple[date | None, str]:
    """Return the date at the start of ``text``, and the text after it.

    Return None and the whole text if there is no date at the start, if the date does not exist (31
    april), or if the year is before 1000 or after 2999.
    """
    if iso := _ISO.match(text):
        year, month, day = map(int, iso.groups())
        end = iso.end()
    elif written := _WRITTEN.match(text):
        day, month, year = int(written[1]), MONTHS.index(written[2]) + 1, int(written[3])
        end = written.end()
    else:
        return None, text
    try:
        return date(year, month, day), text[end:]
    except ValueError:
        return None, text


def whole_day(text: str) -> date | None:
    """Return the date if ``text`` consists of exactly one date, or None otherwise."""
    day, rest = day_at_start(text.strip())
    return day if not rest else None


def days_within(text: str) -> Iterator[date]:
    """Return the dates anywhere in ``text``. Dates that do not exist are left out."""
    for found in _ANYWHERE.finditer(text):
        day, _ = day_at_start(found[0])
        if day:
            yield day


def tabling_day_in(title: str) -> date | None:
    """Return the date of tabling in a title, or None.

    Only titles of the Eerste Kamer contain this date. It is the date on which the minister was
    informed of the questions.
    """
    found = _TITLE_WITH_DAY.search(title)
    return whole_day(found[1]) if found else None
