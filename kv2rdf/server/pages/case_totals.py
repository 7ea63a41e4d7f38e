"""Totals of cases: the numbers of cases by state, by year, and answered late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.per_release import PerRelease

STATES = ("beantwoord", "openstaand", "uitgesteld", "ingetrokken")
LATE = "te-laat"
"""The name of the selection of cases that were answered late, in any state."""
_CONDITIONS = {
    **{state: f"?case kv:state c:{state} ." for state in STATES},
    LATE: "?case kv:answeredInTime false .",
}
IN_TIME = {"true": True, "false": False}
"""Maps the value that a query returns to whether a case was answered in time."""
_Key = TypeVar("_Key")
SELECTIONS = tuple(_CONDITIONS)
"""The names of the selections to which a list of cases can be narrowed."""
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


@dataclass(frozen=True, slots=True)
class CaseSelection:
    """A selection of the cases in a list.

    ``name`` is one of ``SELECTIONS``, or None to select cases in any state. ``year`` is a year of
    tabling, or None to select cases of all years.
    """

    name: str | None = None
    year: int | None = None

    def pattern(self) -> str:
        """Return the conditions for ?case in SPARQL."""
        state = _CONDITIONS[self.name] if self.name else ""
        return f"{state} {tabled_in(self.year)}" if self.year else state


EVERY_CASE = CaseSelection()
"""The selection of all cases."""


class _Count(NamedTuple):
    """The number of cases with the same state and year that were answered in time, or were not."""

    state: str
    is_in_time: bool | None
    year: int | None
    number: int


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """The numbers of cases by state, by year, answered in time and answered late."""

    counts: tuple[_Count, ...]

    @property
    def by_state(self) -> Mapping[str, int]:
        """The number of cases in each state."""
        return _sums((count.state, count.number) for count in self.counts)

    @property
    def by_year(self) -> Mapping[int, int]:
        """The number of cases in each year of tabling, in order of years."""
        found = _sums((count.year, count.number) for count in self.counts if count.year)
        return dict(sorted(found.items()))

    @property
    def in_time(self) -> int:
        """The number of cases that were answered in time."""
        return sum(count.number for count in self.counts if count.is_in_time)

    @property
    def late(self) -> int:
        """The number of cases that were answered late."""
        return sum(count.number for count in self.counts if count.is_in_time is False)

    @property
    def total(self) -> int:
        """The number of cases."""
        return sum(count.number for count in self.counts)

    def selected(self, selection: CaseSelection) -> int:
        """Return the number of cases in a selection."""
        year, name = selection.year, selection.name
        totals = self
        if year is not None:
            totals = CaseTotals(tuple(count for count in self.counts if count.year == year))
        if name is None:
            return totals.total
        return totals.late if name == LATE else totals.by_state.get(name, 0)


def tabled_in(year: int) -> str:
    """Return the condition in SPARQL that ?case was tabled in the given year."""
    return (
        f'?case dct:dateSubmitted ?tabled FILTER(?tabled >= "{year}-01-01"^^xsd:date'
        f' && ?tabled <= "{year}-12-31"^^xsd:date)'
    )


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
    """Return the totals. A row is a state, whether the answer was in time, a year, and a count."""
    counts = (
        _Count(state.rpartition("/")[2], IN_TIME.get(in_time), int(year or 0) or None, int(count))
        for state, in_time, year, count in rows
    )
    return CaseTotals(tuple(sorted(counts, key=str)))


def _sums(numbers: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    sums: dict[_Key, int] = {}
    for key, number in numbers:
        sums[key] = sums.get(key, 0) + number
    return sums


_ALL_TOTALS = PerRelease(_all_totals)
