"""Lists of cases: their totals, and the cases on one page of a list."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.page_title import SplitTitle, split_title
from kv2rdf.server.per_release import PerRelease

CASES_ON_A_PAGE = 50
STATES = ("beantwoord", "openstaand", "uitgesteld", "ingetrokken")
LATE = "te-laat"
"""The name of the cases that were answered too late, in whatever state."""
_CONDITIONS = {
    **{state: f"?case kv:state c:{state} ." for state in STATES},
    LATE: "?case kv:answeredInTime false .",
}
SELECTIONS = tuple(_CONDITIONS)
"""What a list of cases may be narrowed to."""
_ROWS = """
SELECT ?case ?number ?title ?day ?days ?in_time ?state WHERE {
  {
    SELECT DISTINCT ?case ?day WHERE { $cases OPTIONAL { ?case dct:dateSubmitted ?day } }
    ORDER BY DESC(?day) ?case LIMIT $limit OFFSET $offset
  }
  ?case eli-dl:process_id ?number ; dct:title ?title ; kv:state ?state .
  OPTIONAL { ?case kv:daysToAnswer ?days }
  OPTIONAL { ?case kv:answeredInTime ?in_time }
}
ORDER BY DESC(?day) ?case
"""
_COUNTS = """
SELECT ?state ?in_time ?year (COUNT(*) AS ?count) WHERE {
  { SELECT DISTINCT ?case WHERE { $cases } } ?case kv:state ?state .
  OPTIONAL { ?case dct:dateSubmitted ?day }
  OPTIONAL { ?case kv:answeredInTime ?in_time }
  BIND(YEAR(?day) AS ?year)
}
GROUP BY ?state ?in_time ?year
"""
_COUNTS_OF_ALL = """
SELECT ?state ?in_time ?year (COUNT(*) AS ?count) WHERE {
  { SELECT ?case ?state WHERE { ?case kv:state ?state } }
  OPTIONAL { SELECT ?case (YEAR(?day) AS ?year) WHERE { ?case dct:dateSubmitted ?day } }
  OPTIONAL { SELECT ?case ?in_time WHERE { ?case kv:answeredInTime ?in_time } }
}
GROUP BY ?state ?in_time ?year
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


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """The numbers of cases by state and by year, and how many were answered in time."""

    by_state: Mapping[str, int]
    by_year: Mapping[int, int]
    in_time: int
    late: int

    @property
    def total(self) -> int:
        """The number of cases."""
        return sum(self.by_state.values())

    def selected(self, selection: str | None) -> int:
        """Return the number of cases in one of ``SELECTIONS``, or of all cases if it is None."""
        if selection is None:
            return self.total
        return self.late if selection == LATE else self.by_state.get(selection, 0)


def case_totals(release: Release, cases: str) -> CaseTotals:
    """Return the totals of the cases that a pattern finds. The pattern binds ?case.

    Raises ReleaseError if the store cannot be read.
    """
    return _totals(rows_of(release.query(_COUNTS.replace("$cases", cases))))


def all_case_totals(release: Release) -> CaseTotals:
    """Return the totals of all cases in a release. They are counted once for each release."""
    return _ALL_TOTALS.value(release)


def _all_totals(release: Release) -> CaseTotals:
    return _totals(rows_of(release.query(_COUNTS_OF_ALL)))


def _totals(rows: Iterable[tuple[str, ...]]) -> CaseTotals:
    """Return the sums of rows with a state, whether the answer was in time, a year and a count."""
    by_state: dict[str, int] = {}
    by_year: dict[int, int] = {}
    answered = {"true": 0, "false": 0}
    for state, in_time, year, count in rows:
        name, number = state.rpartition("/")[2], int(count)
        by_state[name] = by_state.get(name, 0) + number
        if year:
            by_year[int(year)] = by_year.get(int(year), 0) + number
        if in_time:
            answered[in_time] += number
    years = dict(sorted(by_year.items()))
    return CaseTotals(by_state, years, answered["true"], answered["false"])


def longest_wait(release: Release) -> CaseRow | None:
    """Return the case that waited longest for its answer, or None if no case has an answer.

    Raises ReleaseError if the store cannot be read.
    """
    rows = rows_of(release.query(_LONGEST_WAIT))
    if not rows:
        return None
    return next(iter(case_rows(release, f"VALUES ?case {{ <{rows[0][0]}> }}", 1)))


_ALL_TOTALS = PerRelease(_all_totals)


def numbered_case_rows(release: Release, numbers: Iterable[str]) -> tuple[CaseRow, ...]:
    """Return the cases with some numbers, newest first, but not more than there are on a page.

    Raises ReleaseError as ``case_totals`` does.
    """
    listed = " ".join(json.dumps(number, ensure_ascii=False) for number in numbers)
    return case_rows(release, f"VALUES ?wanted {{ {listed} }} ?case eli-dl:process_id ?wanted .", 1)


def case_rows(
    release: Release, cases: str, page: int, selection: str | None = None
) -> tuple[CaseRow, ...]:
    """Return a page of the list of cases that a pattern finds, newest first. The first page is 1.

    ``selection`` is one of ``SELECTIONS``, or None for all. Raises ReleaseError as ``case_totals``
    does.
    """
    condition = _CONDITIONS[selection] if selection else ""
    query = _ROWS.replace("$cases", f"{cases}{condition}")
    query = query.replace("$limit", str(CASES_ON_A_PAGE))
    query = query.replace("$offset", str((page - 1) * CASES_ON_A_PAGE))
    return tuple(
        CaseRow(
            address=address,
            number=number,
            title=split_title(title),
            day=date.fromisoformat(day) if day else None,
            days=int(days) if days else None,
            is_in_time={"true": True, "false": False}.get(in_time),
            state=state_.rpartition("/")[2],
        )
        for address, number, title, day, days, in_time, state_ in rows_of(release.query(query))
    )
