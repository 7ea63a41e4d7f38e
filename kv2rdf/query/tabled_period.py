"""The period in which the cases of a release were tabled."""

from datetime import date

from kv2rdf.query.found_texts import Rows, TextFilter
from kv2rdf.query.period import Period

_DAYS = "SELECT min(day), max(day) FROM dossier"


def tabled_period(rows: Rows) -> Period | None:
    """Return the first and the last date of tabling, or None if no date is known.

    ``rows`` returns the rows of an SQL query.
    """
    ((first, last),) = rows(_DAYS, {})
    return Period(date.fromisoformat(first), date.fromisoformat(last)) if first else None


def is_outside(only: TextFilter, period: Period) -> bool:
    """Whether a filter selects only dates before the first or after the last day of ``period``."""
    return (only.since is not None and only.since > period.last) or (
        only.until is not None and only.until < period.first
    )
