"""The cases of an entity by year, with their questions, waiting times and late answers."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_calendar import case_calendar
from kv2rdf.server.pages.case_totals import case_totals
from kv2rdf.server.pages.figures.answer_figures import quantile
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.thing_cases import cases_by_list
from kv2rdf.server.pages.thing_kinds import THING_KINDS, ThingKind
from kv2rdf.server.pages.thing_view import ThingView
from kv2rdf.server.pages.year_chart import ENOUGH, YearChart, late_chart, year_chart
from kv2rdf.server.per_release import PerRelease

_QUESTIONS = """
SELECT ?case (COUNT(?question) AS ?number) WHERE {
  { SELECT ?question WHERE { ?question a kv:Question } }
  { SELECT ?question ?case WHERE { ?question kv:concernsDossier ?case } }
}
GROUP BY ?case
"""


class ThingYear(NamedTuple):
    """The cases of a list that were tabled in a year, and the number of their questions.

    ``median`` is the median of the days to the answer, and ``answers`` is the number of answers
    from which it is computed. ``late`` is the number of late answers, and ``known`` is the number
    of answers with a known deadline. ``median`` is None without answers.
    """

    year: int
    cases: int
    questions: int
    median: int | None = None
    answers: int = 0
    late: int = 0
    known: int = 0

    @property
    def has_median(self) -> bool:
        """Whether there are enough answers for a median."""
        return self.answers >= ENOUGH

    @property
    def has_share(self) -> bool:
        """Whether there are enough known deadlines for a share of late answers."""
        return self.known >= ENOUGH


@dataclass(frozen=True, slots=True)
class NamedChart:
    """A chart. ``key`` is the key of its title, and ``end`` follows the values on its axis."""

    key: str
    chart: YearChart
    end: str = ""


def thing_years(release: Release, view: ThingView) -> tuple[ThingYear, ...]:
    """Return the years of the list that a page shows, or () if the kind of entity has no charts.

    Waiting times and late answers are those of the list in which late answers are counted. Raises
    ReleaseError if the store cannot be read.
    """
    kind, name = THING_KINDS[view.kind], view.lists.shown.name
    if not kind.has_charts:
        return ()
    kept, key = _YEARS.value(release), (view.address, name)
    if key not in kept:
        kept[key] = _years(release, kind, view.address, name)
    return kept[key]


def thing_charts(site: PageSite, view: ThingView, years: Iterable[ThingYear]) -> list[NamedChart]:
    """Return the charts of the years of an entity. Charts with too few years are left out."""
    listed = tuple(years)
    counts: Mapping[str, Mapping[int, float]] = {
        "questions": {year.year: year.questions for year in listed},
        "cases": {year.year: year.cases for year in listed},
    }
    medians = {y.year: float(y.median) for y in listed if y.has_median and y.median is not None}
    charts = [("chart_questions", year_chart(counts, site), "")]
    if THING_KINDS[view.kind].lateness:
        charts += [
            ("chart_days", year_chart({"median_days": medians}, site), ""),
            ("chart_late", late_chart(view.lists.totals[view.lists.lateness], site), "%"),
        ]
    return [NamedChart(key, chart, end) for key, chart, end in charts if chart]


def question_counts(release: Release) -> "array[int]":
    """Return the number of questions of each case, by its position in the list of all cases.

    Raises ReleaseError if the store cannot be read.
    """
    return _COUNTS.value(release)


def _years(release: Release, kind: ThingKind, address: str, name: str) -> tuple[ThingYear, ...]:
    """Return the years of the list ``name`` of an entity."""
    lists = cases_by_list(release, kind, address)
    known, questions = listed_cases(release), question_counts(release)
    cases: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for case in lists[name]:
        place, _, _, year = known[case]
        if year is not None:
            cases[year] += 1
            asked[year] += questions[place]
    answered = lists[kind.lateness] if kind.lateness else ()
    days = _days_by_year(release, answered)
    late = case_totals(known[case] for case in answered).late_by_year
    return tuple(
        ThingYear(
            year,
            cases[year],
            asked[year],
            quantile(days[year], 0.5) if year in days else None,
            sum(days.get(year, {}).values()),
            *late.get(year, (0, 0)),
        )
        for year in sorted(cases)
    )


def _days_by_year(release: Release, cases: Iterable[str]) -> dict[int, dict[int, int]]:
    """Return, for each year of tabling, the numbers of cases by the days until their answer."""
    known, times = listed_cases(release), case_calendar(release).times
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for case in cases:
        place, _, _, year = known[case]
        days = times[place].days
        if year is not None and days is not None:
            found[year][days] += 1
    return {year: dict(counts) for year, counts in found.items()}


def _question_counts(release: Release) -> "array[int]":
    known = listed_cases(release)
    counts = array("H", bytes(2 * len(known)))
    for case, number in rows_of(release.query(_QUESTIONS)):
        if case in known:
            counts[known[case].place] = int(number)
    return counts


def _no_years(_release: Release) -> dict[tuple[str, str], tuple[ThingYear, ...]]:
    return {}


_COUNTS = PerRelease(_question_counts, "question counts")
_YEARS = PerRelease(_no_years)
"""The years of each list that was shown, by the address of the entity and the name of the list."""
