"""Days as the sources print them: ISO, ISO without the zero, and written in Dutch."""

import re
from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
TABLED = r"\(\s*[Il1]n(?:[gq]e-?\s?zon-?\s?den|gekomen)[^(){}]*[)}]\.?"
"""The day of tabling behind a heading: "(Ingezonden 5 februari 2005)", as scans have it too."""

_ISO = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\w)")
_WRITTEN = re.compile(rf"(?:op |d\.d\. )?(\d{{1,2}})\s?({'|'.join(MONTHS)})\s?([12]\d{{3}})(?!\d)")


def day_at_start(text: str) -> tuple[date | None, str]:
    """Read the day that ``text`` opens with; give it and the text behind it.

    The day is None where the text opens with none, or with one that no calendar has, or that is
    not of our two millennia.
    """
    if iso := _ISO.match(text):
        year, month, day = map(int, iso.groups())
        found: re.Match[str] = iso
    elif written := _WRITTEN.match(text):
        day, month, year = int(written[1]), MONTHS.index(written[2]) + 1, int(written[3])
        found = written
    else:
        return None, text
    try:
        return date(year, month, day), text[found.end() :]
    except ValueError:
        return None, text


def whole_day(text: str) -> date | None:
    """Read a text that is a day and nothing else; None: it is something else."""
    day, rest = day_at_start(text.strip())
    return day if not rest else None
