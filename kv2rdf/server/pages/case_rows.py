"""The cases on one page of a list of cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.listed_cases import IN_TIME
from kv2rdf.server.pages.page_title import SplitTitle, split_title

CASES_ON_A_PAGE = 50
_ROWS = """
SELECT ?case ?number ?title ?day ?days ?in_time ?state WHERE {
  VALUES ?case { $cases }
  ?case eli-dl:process_id ?number ; dct:title ?title ; kv:state ?state .
  OPTIONAL { ?case dct:dateSubmitted ?day }
  OPTIONAL { ?case kv:daysToAnswer ?days }
  OPTIONAL { ?case kv:answeredInTime ?in_time }
}
"""
_LONGEST_WAIT = """
SELECT ?case WHERE {
  { SELECT (MAX(?number) AS ?days) WHERE { ?any kv:daysToAnswer ?number } }
  ?case kv:daysToAnswer ?days
}
ORDER BY ?case LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list. ``state`` is the name of a concept, such as "beantwoord"."""

    address: str
    number: str
    title: SplitTitle
    day: date | None
    days: int | None
    is_in_time: bool | None
    state: str


def longest_wait(release: Release) -> CaseRow | None:
    """Return the case that waited longest for its answer, or None if no case has an answer.

    Raises ReleaseError if the store cannot be read.
    """
    rows = rows_of(release.query(_LONGEST_WAIT))
    if not rows:
        return None
    return next(iter(case_rows(release, (rows[0][0],))))


def case_rows(release: Release, cases: Iterable[str]) -> tuple[CaseRow, ...]:
    """Return the cases with the given addresses, in the same order.

    Raises ReleaseError if the store cannot be read.
    """
    listed = tuple(cases)
    query = _ROWS.replace("$cases", " ".join(f"<{case}>" for case in listed))
    found = {
        address: CaseRow(
            address=address,
            number=number,
            title=split_title(title),
            day=date.fromisoformat(day) if day else None,
            days=int(days) if days else None,
            is_in_time=IN_TIME.get(in_time),
            state=state_.rpartition("/")[2],
        )
        for address, number, title, day, days, in_time, state_ in rows_of(release.query(query))
    }
    return tuple(found[case] for case in listed)
