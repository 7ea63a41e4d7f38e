"""Figures about answers: days, deadlines and states.

Each query contains a separate SELECT for each property, so that the store reads each property only
once.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

from kv2rdf.model.dossier import State
from kv2rdf.server.pages.figures.cube_figures import (
    in_order_of_years,
    known_year,
    ministry_name,
)
from kv2rdf.server.pages.figures.figure import (
    Figure,
    FigureName,
    FigureRow,
    FigureValue,
    ResultTable,
    Share,
)
from kv2rdf.server.pages.figures.findings import first_and_last, highest, is_enough

_DAYS = """\
SELECT ?year ?days (COUNT(?case) AS ?cases) WHERE {
  { SELECT ?case ?days WHERE { ?case kv:daysToAnswer ?days } }
  OPTIONAL { SELECT ?case ?day WHERE { ?case dct:dateSubmitted ?day } }
  BIND(YEAR(?day) AS ?year)
}
GROUP BY ?year ?days
ORDER BY ?year ?days
"""
_LATE_BY_YEAR = """\
SELECT ?year (SUM(IF(?in_time, 0, 1)) AS ?late) (COUNT(?case) AS ?known) WHERE {
  { SELECT ?case ?in_time WHERE { ?case kv:answeredInTime ?in_time } }
  { SELECT ?case ?day WHERE { ?case dct:dateSubmitted ?day } }
  BIND(YEAR(?day) AS ?year)
}
GROUP BY ?year
ORDER BY ?year
"""
_LATE_BY_MINISTRY = """\
SELECT ?ministry ?label ?late ?known WHERE {
  {
    SELECT ?ministry ?label (SUM(IF(?in_time, 0, 1)) AS ?late) (COUNT(?case) AS ?known) WHERE {
      {
        SELECT DISTINCT ?ministry ?case ?in_time WHERE {
          { SELECT ?answering WHERE { ?answering eli-dl:participation_role c:antwoordgever } }
          { SELECT ?answering ?ministry WHERE {
            ?answering eli-dl:had_participant_organization ?ministry } }
          { SELECT ?answer ?answering WHERE { ?answer eli-dl:had_participation ?answering } }
          { SELECT ?case ?answer WHERE { ?case eli-dl:consists_of ?answer } }
          { SELECT ?case ?in_time WHERE { ?case kv:answeredInTime ?in_time } }
          { SELECT DISTINCT ?case WHERE { ?case kv:answeredBy ?somebody } }
        }
      }
      ?ministry skos:prefLabel ?label FILTER(LANG(?label) = "nl")
    }
    GROUP BY ?ministry ?label
  } UNION {
    SELECT (SUM(IF(?in_time, 0, 1)) AS ?late) (COUNT(?case) AS ?known) WHERE {
      { SELECT ?case ?in_time WHERE { ?case kv:answeredInTime ?in_time } }
      MINUS {
        SELECT DISTINCT ?case WHERE {
          { SELECT ?answering WHERE { ?answering eli-dl:participation_role c:antwoordgever } }
          { SELECT ?answering WHERE { ?answering eli-dl:had_participant_organization ?any } }
          { SELECT ?answer ?answering WHERE { ?answer eli-dl:had_participation ?answering } }
          { SELECT ?case ?answer WHERE { ?case eli-dl:consists_of ?answer } }
          { SELECT DISTINCT ?case WHERE { ?case kv:answeredBy ?somebody } }
        }
      }
    }
    HAVING (COUNT(?case) > 0)
  }
}
ORDER BY (!BOUND(?ministry)) DESC(?known) ?label
"""
_BY_STATE = """\
SELECT ?year ?state (COUNT(?case) AS ?cases) WHERE {
  { SELECT ?case ?standing WHERE { ?case kv:state ?standing } }
  OPTIONAL { SELECT ?case ?day WHERE { ?case dct:dateSubmitted ?day } }
  BIND(YEAR(?day) AS ?year)
  BIND(STRAFTER(STR(?standing), "/begrip/") AS ?state)
}
GROUP BY ?year ?state
ORDER BY ?year ?state
"""
_WEEKS = 12


def quantile(days: Mapping[int, int], share: float) -> int:
    """Return the least number of days within which at least the given share of cases was answered.

    ``share`` is a number from 0 to 1. ``days`` maps numbers of days to numbers of cases, and is not
    empty.
    """
    wanted, passed = share * sum(days.values()), 0
    for day in sorted(days):
        passed += days[day]
        if passed >= wanted:
            return day
    return max(days)


def _weeks(rows: ResultTable) -> tuple[FigureRow, ...]:
    """Return a row for each of the first twelve weeks, and one for all later days.

    Each row contains the number of answers and their share. The first week is days 0 to 7.
    """
    weeks: Counter[int] = Counter()
    for _, days, cases in rows:
        weeks[min(_WEEKS + 1, max(1, -(-int(days) // 7)))] += int(cases)
    total = weeks.total()
    ranges = ("0–7", *(f"{7 * week - 6}–{7 * week}" for week in range(2, _WEEKS + 1)))
    names: tuple[FigureValue, ...] = (*map(FigureName, ranges), "days_later")
    return tuple(
        (name, weeks[week], Share(weeks[week], total))
        for week, name in enumerate(names, 1)
        if total
    )


def _quartiles(rows: ResultTable) -> tuple[FigureRow, ...]:
    return in_order_of_years(
        (year, *(quantile(days, share) for share in (0.25, 0.5, 0.75)), sum(days.values()))
        for year, days in _days_by_year(rows).items()
    )


def _days_by_year(rows: ResultTable) -> dict[int | None, dict[int, int]]:
    found: dict[int | None, dict[int, int]] = defaultdict(dict)
    for year, days, cases in rows:
        found[known_year(year)][int(days)] = int(cases)
    return found


def _late_by_year(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (int(year), Share(int(late), int(known)), int(late), int(known))
        for year, late, known in rows
    )


def _late_by_ministry(rows: ResultTable) -> tuple[FigureRow, ...]:
    return tuple(
        (ministry_name(label, ministry), Share(int(late), int(known)), int(late), int(known))
        for ministry, label, late, known in rows
    )


def _states(rows: ResultTable) -> tuple[FigureRow, ...]:
    years: dict[int | None, Counter[str]] = defaultdict(Counter)
    for year, state, cases in rows:
        years[known_year(year)][state] += int(cases)
    return in_order_of_years(
        (year, counts.total(), *(counts[state] for state in State))
        for year, counts in years.items()
    )


def _within_three_weeks(rows: tuple[FigureRow, ...]) -> Mapping[str, FigureValue] | None:
    """Return the share of answers in the first three weeks, or None if too few are known."""
    numbers = [row[1] for row in rows if isinstance(row[1], int)]
    share = Share(sum(numbers[:3]), sum(numbers))
    return {"value": share} if is_enough(share) else None


ANSWER_FIGURES = (
    Figure(
        name="dagen",
        columns=("days", "answered", "share"),
        query=_DAYS,
        table=_weeks,
        finding=_within_three_weeks,
        bar="answered",
    ),
    Figure(
        name="dagen-per-jaar",
        columns=("year", "first_quartile", "median", "third_quartile", "answered"),
        query=_DAYS,
        table=_quartiles,
        finding=first_and_last(2, 4),
        quartiles=("first_quartile", "median", "third_quartile"),
        measures=("first_quartile", "median", "third_quartile"),
        measured_over="answered",
    ),
    Figure(
        name="te-laat",
        columns=("year", "late_share", "late", "known_deadline"),
        query=_LATE_BY_YEAR,
        table=_late_by_year,
        finding=first_and_last(1, 3),
        lines=("late_share",),
        measures=("late_share",),
        measured_over="known_deadline",
    ),
    Figure(
        name="te-laat-per-ministerie",
        columns=("ministry", "late_share", "late", "known_deadline"),
        query=_LATE_BY_MINISTRY,
        table=_late_by_ministry,
        finding=highest(3, value=1),
        bar="late_share",
        measures=("late_share",),
        measured_over="known_deadline",
    ),
    Figure(
        name="openstaand",
        columns=("year", "cases", "answered", "open", "delayed", "withdrawn", "settled"),
        query=_BY_STATE,
        table=_states,
        finding=highest(3),
    ),
)
"""The figures about answers."""
