"""A list of cases as CSV, with their dates, states and ministries."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from kv2rdf.query.open_release import Release
from kv2rdf.query.result_formats import csv_text
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_ministries import ministries_of_cases

MOST_CASES: Final = 1_000
"""The maximum number of cases in a CSV. Further cases are in further parts."""
_FACTS = """
SELECT ?case ?number ?title ?tabled ?due ?answered ?days ?state WHERE {
  VALUES ?case { $cases }
  ?case eli-dl:process_id ?number ; dct:title ?title ; kv:state ?standing .
  OPTIONAL { ?case dct:dateSubmitted ?tabled }
  OPTIONAL { ?case kv:answerDue ?due }
  OPTIONAL { ?case kv:answeredOn ?answered }
  OPTIONAL { ?case kv:daysToAnswer ?days }
  BIND(STRAFTER(STR(?standing), "/begrip/") AS ?state)
}
"""
_HEAD = (
    "case", "address", "title", "state", "tabled", "due", "answered", "days", "days_late",
    "ministries_asked", "ministries_answered",
)  # fmt: skip


def case_list_csv(release: Release, cases: Sequence[str]) -> str:
    """Return the cases with the given addresses as CSV, in the same order.

    Values that are not known are empty. Raises ReleaseError if the store cannot be read.
    """
    listed = " ".join(f"<{case}>" for case in cases)
    facts = {row[0]: row[1:] for row in rows_of(release.query(_FACTS.replace("$cases", listed)))}
    ministries = ministries_of_cases(release, cases)
    rows = []
    for case in cases:
        number, title, tabled, due, answered, days, state = facts[case]
        named = ("; ".join(ministries[case].asked), "; ".join(ministries[case].answered))
        late = _days_late(due, answered)
        rows.append((number, case, title, state, tabled, due, answered, days, late, *named))
    return csv_text(_HEAD, rows)


def _days_late(due: str, answered: str) -> str:
    """Return the number of days from the deadline to a later answer, or ""."""
    if not due or not answered or answered <= due:
        return ""
    return str((date.fromisoformat(answered) - date.fromisoformat(due)).days)
