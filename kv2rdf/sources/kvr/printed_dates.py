"""The dates in the record, the headings and the title of a KVR document."""

from datetime import date

from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrRemark,
    Subject,
)
from kv2rdf.sources.phrases.dutch_dates import day_at_start, whole_day

TWO_DAYS = FindingRule.DAYS_CONTRADICT_EACH_OTHER
"""The rule of a remark on two different dates for one event (see ``text_of_days``)."""

PUNCTUATION = " ),.;:"
"""The characters that may surround the words of a printed date."""
_AFTER_DAY = " ),.;:}]'"
"""The characters that can follow a printed date, including misread ones in scans."""

_LONGEST_UNREADABLE_DAY = 60

_SEPARATOR = " | "


def settle_day(
    recorded: str, printed: str, location: str, about: Subject = None
) -> tuple[date | None, str, tuple[KvrRemark, ...]]:
    """Return the date or None, the text after the date in the heading, and remarks.

    ``recorded`` is the date in the library's record, and ``printed`` is the date in the heading,
    with any text after it. If both contain a date and the two dates differ, the returned date is
    None, and a remark quotes both. If only one contains a date, that date is returned. If this is
    the record, a remark says so. If ``printed`` is short and does not begin with a date, it is
    treated as an unreadable date rather than as text. ``location`` and ``about`` are used in the
    remarks.
    """
    record_day = whole_day(recorded)
    heading_day, after = day_at_start(printed.lstrip(", "))
    text = after.lstrip(_AFTER_DAY) if heading_day else printed
    if record_day and heading_day and record_day != heading_day:
        words = printed[: len(printed) - len(text)].strip(PUNCTUATION)
        both = text_of_days(recorded, words)
        remark = KvrRemark(rule=TWO_DAYS, location=location, about=about, text=both)
        return None, text, (remark,)
    if heading_day is None and text and len(text) <= _LONGEST_UNREADABLE_DAY:
        remark = KvrRemark(
            rule=FindingRule.UNREADABLE_DAY, location=location, about=about, text=printed
        )
        return record_day, "", (remark,)
    if heading_day is None and record_day:
        remark = KvrRemark(
            rule=FindingRule.DAY_FROM_RECORD, location=location, about=about, text=str(record_day)
        )
        return record_day, text, (remark,)
    return heading_day, text, ()


def text_of_days(first: str, second: str) -> str:
    """Return two printed dates as the text of a remark ("2005-02-05 | 6 februari 2005")."""
    return f"{first}{_SEPARATOR}{second}"


def days_in(joined: str) -> list[date]:
    """Return the dates in a text that ``text_of_days`` created. Impossible dates are left out."""
    days = (day_at_start(words)[0] for words in joined.split(_SEPARATOR))
    return [day for day in days if day]


def printing_period(session_year: str) -> tuple[date, date]:
    """Return the earliest and the latest date that is expected in the Aanhangsel of a session.

    ``session_year`` is, for example, "1998-1999". A session begins on the third Tuesday of
    September (Grondwet, artikel 65). Its Aanhangsel contains questions and answers from the summer
    before the session until the end of the session.
    """
    first, _, last = session_year.partition("-")
    return date(int(first), 6, 1), date(int(last), 10, 1)
