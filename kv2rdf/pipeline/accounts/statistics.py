"""Counts over all published cases, for the statistics graph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kv2rdf.model.statistics import Group, Observation, Table
from kv2rdf.pipeline.passes.results import Summary


@dataclass(slots=True)
class _Tally:
    cases: int = 0
    questions: int = 0
    days: list[int] = field(default_factory=list)


def observed(dossiers: Iterable[Summary]) -> list[Observation]:
    """Count cases, questions and days: in each group a case counts once, with all its questions."""
    tallies: dict[Group, _Tally] = {}
    for dossier in dossiers:
        for group in _groups(dossier):
            tally = tallies.setdefault(group, _Tally())
            tally.cases += 1
            tally.questions += dossier.questions
            if dossier.days is not None:
                tally.days.append(dossier.days)
    return [_observation(group, tally) for group, tally in tallies.items()]


def _groups(dossier: Summary) -> Iterator[Group]:
    year = str(dossier.year) if dossier.year else ""
    yield Group(table=Table.YEAR, year=year)
    for name, identified in dossier.asked_by:
        yield Group(table=Table.PARTY, year=year, name=name, identified=identified)
    for topic in dossier.topics:
        yield Group(table=Table.TOPIC, topic=topic)
    for name in dossier.media:
        yield Group(table=Table.MEDIUM, year=year, name=name)
    if dossier.days is not None:
        for name, identified in dossier.answered_by:
            yield Group(table=Table.MINISTRY, name=name, identified=identified)


def _observation(group: Group, tally: _Tally) -> Observation:
    if group.table is not Table.MINISTRY:
        return Observation(group=group, cases=tally.cases, questions=tally.questions)
    return Observation(
        group=group,
        cases=tally.cases,
        mean_days=(2 * sum(tally.days) + tally.cases) // (2 * tally.cases),
        fewest_days=min(tally.days),
        most_days=max(tally.days),
    )
