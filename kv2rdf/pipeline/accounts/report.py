"""The account of a run: from what each document and each case came to, to the report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kv2rdf.model.counts import Counted, Gaps
from kv2rdf.pipeline.accounts.gaps import gaps, reason
from kv2rdf.pipeline.passes.results import MadeCluster, Summary
from kv2rdf.pipeline.passes.spool import Entry, Fate
from kv2rdf.release.quarantine import Held
from kv2rdf.release.report import Documents, HeldBack, NotPublished, Report, YearAndKind


@dataclass(frozen=True, kw_only=True)
class Account:
    """What a run read, made and held back."""

    entries: Sequence[Entry]
    clusters: Sequence[MadeCluster]

    @cached_property
    def dossiers(self) -> list[Summary]:
        """What is published, by id."""
        dossiers = [dossier for cluster in self.clusters for dossier in cluster.dossiers]
        return sorted(dossiers, key=lambda dossier: dossier.id)

    @cached_property
    def held(self) -> list[Held]:
        """What is held back, when it was read or when its case was made, by id."""
        held = [
            Held(id=entry.id, place=entry.place, reason=entry.reason)
            for entry in self.entries
            if entry.fate is Fate.HELD_BACK
        ]
        held += [document for cluster in self.clusters for document in cluster.held]
        return sorted(held, key=lambda document: document.id)

    @cached_property
    def gaps(self) -> Gaps:
        """What there is and what is missing, by year and kind of source."""
        return gaps(self.entries, self.held, self.dossiers)

    @property
    def newest(self) -> date | None:
        """The newest day in what is published."""
        return max((made.newest for made in self.clusters if made.newest), default=None)

    @property
    def published(self) -> set[str]:
        """The ids of the documents that are published."""
        return {document for dossier in self.dossiers for document in dossier.documents}

    def report(self, release: str, software: str, statements: dict[str, int]) -> Report:
        """Give the account as a report."""
        held = {document.id: document for document in self.held}
        return Report(
            release=release,
            software=software,
            documents=_by_kind(self.gaps),
            dossiers=_totals(self.dossiers),
            years=_years(self.dossiers),
            statements=statements,
            gaps=_rows(self.gaps),
            unpublished=_reasons(self.gaps),
            reasons=_counted(Counter(reason(document.reason) for document in held.values())),
            findings=_counted(_summed(dossier.findings for dossier in self.dossiers)),
            warnings=_counted(_summed(dossier.warnings for dossier in self.dossiers)),
            held_back=[
                HeldBack(document=d.id, place=d.place, reason=d.reason)
                for d in sorted(held.values(), key=lambda d: d.id)
            ],
            not_read=[
                HeldBack(document=entry.id, place="", reason=entry.reason)
                for entry in self.entries
                if entry.fate is Fate.NOT_READ
            ],
        )


def _by_kind(of: Gaps) -> dict[str, Documents]:
    """Sum what became of the documents of each kind."""
    totals: dict[str, Counter[Counted]] = {}
    for row in of.counts:
        totals.setdefault(row.kind, Counter())[row.counted] += row.number
    return {
        kind: {
            "found": numbers[Counted.DOCUMENTS],
            "published": numbers[Counted.PUBLISHED],
            "held_back": numbers[Counted.HELD_BACK],
            "not_read": numbers[Counted.NOT_READ],
        }
        for kind, numbers in sorted(totals.items())
    }


def _rows(of: Gaps) -> list[YearAndKind]:
    """Give a row for each year and kind, every count in it."""
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for count in of.counts:
        rows.setdefault((count.year, count.kind), {})[count.counted] = count.number
    return [{"year": year, "kind": kind, "counts": rows[year, kind]} for year, kind in rows]


def _reasons(of: Gaps) -> list[NotPublished]:
    return [
        {"year": u.year, "kind": u.kind, "fate": u.fate, "reason": u.reason, "number": u.number}
        for u in of.unpublished
    ]


def _totals(dossiers: Sequence[Summary]) -> dict[str, int]:
    return {
        "cases": len(dossiers),
        "questions": sum(d.questions for d in dossiers),
        "answers": sum(d.answers for d in dossiers),
        "answers linked to their question": sum(d.linked_answers for d in dossiers),
        "notices": sum(d.notices for d in dossiers),
    }


def _years(dossiers: Sequence[Summary]) -> dict[str, dict[str, int]]:
    years: dict[str, Counter[str]] = {}
    for d in dossiers:
        row = years.setdefault(str(d.year) if d.year else "unknown", Counter())
        row.update(
            cases=1,
            questions=d.questions,
            answers=d.answers,
            linked_answers=d.linked_answers,
            notices=d.notices,
        )
    return {year: dict(years[year]) for year in sorted(years)}


def _summed(counts: Iterable[Iterable[tuple[str, int]]]) -> Counter[str]:
    summed: Counter[str] = Counter()
    for rows in counts:
        summed.update(dict(rows))
    return summed


def _counted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda row: (-row[1], row[0])))
