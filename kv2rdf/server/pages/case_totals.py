"""Totals of cases: the numbers of cases by state and by year, and of cases answered late."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from kv2rdf.model.dossier import State
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.listed_cases import ListedCase, listed_cases
from kv2rdf.server.per_release import PerRelease

LATE = "te-laat"
"""The name of the selection of cases that were answered late, in any state."""
SELECTIONS: tuple[str, ...] = (*State, LATE)
"""The names of the selections to which a list of cases can be narrowed."""
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class CaseSelection:
    """A selection of the cases in a list.

    ``name`` is one of ``SELECTIONS``, or None to select cases in any state. ``year`` is a year of
    tabling, or None to select cases of all years.
    """

    name: str | None = None
    year: int | None = None

    def contains(self, case: ListedCase) -> bool:
        """Whether a case is in this selection."""
        if self.year not in (None, case.year):
            return False
        if self.name == LATE:
            return case.is_in_time is False
        return self.name in (None, case.state)


EVERY_CASE = CaseSelection()
"""The selection of all cases."""


class _Count(NamedTuple):
    """The number of cases that have the same state, year and value of ``is_in_time``."""

    state: str
    is_in_time: bool | None
    year: int | None
    number: int


@dataclass(frozen=True, slots=True)
class CaseTotals:
    """The numbers of cases by state and by year, and of cases answered in time and late."""

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
    def late_by_year(self) -> Mapping[int, tuple[int, int]]:
        """The number of late answers in each year of tabling, and of all answers with a deadline.

        Years without such an answer are left out.
        """
        known = [count for count in self.counts if count.year and count.is_in_time is not None]
        late = _sums((count.year, count.number) for count in known if not count.is_in_time)
        answers = sorted(_sums((count.year, count.number) for count in known).items(), key=str)
        return {year: (late.get(year, 0), number) for year, number in answers if year}

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


def case_totals(cases: Iterable[ListedCase]) -> CaseTotals:
    """Return the totals of cases."""
    counts = Counter((case.state, case.is_in_time, case.year) for case in cases)
    return CaseTotals(tuple(sorted((_Count(*key, n) for key, n in counts.items()), key=str)))


def all_case_totals(release: Release) -> CaseTotals:
    """Return the totals of all cases in a release. They are counted once for each release."""
    return _ALL_TOTALS.value(release)


def _all_totals(release: Release) -> CaseTotals:
    return case_totals(listed_cases(release).values())


def _sums(numbers: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    sums: dict[_Key, int] = {}
    for key, number in numbers:
        sums[key] = sums.get(key, 0) + number
    return sums


_ALL_TOTALS = PerRelease(_all_totals, "totals")
