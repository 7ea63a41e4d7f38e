"""Counts over all published cases, for the statistics graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kv2rdf.model.counts import year_in_tables
from kv2rdf.model.statistics import Group, Observation, StatisticsTable
from kv2rdf.pipeline.passes.results import CaseSummary


@dataclass(slots=True)
class _Tally:
    """The totals of a group: cases, questions, and the days to the first answer of each case."""

    cases: int = 0
    questions: int = 0
    days: list[int] = field(default_factory=list)


def observations(dossiers: Iterable[CaseSummary]) -> list[Observation]:
    """Return the counts for each group of cases.

    For a ministry, these are the number of cases and the mean, fewest and most days to the first
    answer. For any other group, these are the numbers of cases and questions. A case is counted
    once in each of its groups, with all of its questions.
    """
    tallies: dict[Group, _Tally] = {}
    for dossier in dossiers:
        for group in _groups(dossier):
            tally = tallies.setdefault(group, _Tally())
            tally.cases += 1
            tally.questions += dossier.questions
            if dossier.days is not None:
                tally.days.append(dossier.days)
    return [_observation(group, tally) for group, tally in tallies.items()]


def _groups(dossier: CaseSummary) -> Iterator[Group]:
    """Yield the groups to which a case belongs."""
    year = year_in_tables(dossier.year)
    yield Group(table=StatisticsTable.YEAR, year=year)
    for name, address in dossier.asked_by:
        yield Group(
            table=StatisticsTable.PARTY, year=year, name=name, address=address,
            is_identified=address is not None,
        )  # fmt: skip
    for topic in dossier.topics:
        yield Group(table=StatisticsTable.TOPIC, topic=topic)
    for name, address in dossier.media:
        yield Group(table=StatisticsTable.MEDIUM, year=year, name=name, address=address)
    if dossier.days is not None:
        for name, address in dossier.answered_by:
            yield Group(
                table=StatisticsTable.MINISTRY, name=name, address=address,
                is_identified=address is not None,
            )  # fmt: skip


def _observation(group: Group, tally: _Tally) -> Observation:
    if group.table is not StatisticsTable.MINISTRY:
        return Observation(group=group, cases=tally.cases, questions=tally.questions)
    return Observation(
        group=group,
        cases=tally.cases,
        mean_days=(2 * sum(tally.days) + tally.cases) // (2 * tally.cases),
        fewest_days=min(tally.days),
        most_days=max(tally.days),
    )
