"""The results of a run: its documents and cases, and the report that is made from them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from kv2rdf.model.completeness import PaperGroup, PresenceCount
from kv2rdf.model.counts import CountKind, Gaps, year_in_tables
from kv2rdf.model.expectations import Expectations
from kv2rdf.model.paper import Source
from kv2rdf.model.register import Register
from kv2rdf.pipeline.passes.results import CaseSummary, ClusterResult
from kv2rdf.pipeline.passes.spool import Fate, Spool, SpoolEntry
from kv2rdf.pipeline.reports.breaches import ExpectationChecks
from kv2rdf.pipeline.reports.completeness import count_presences
from kv2rdf.pipeline.reports.expectations import compare_with_expectations
from kv2rdf.pipeline.reports.gaps import count_gaps, general_reason
from kv2rdf.pipeline.reports.highlights import cited_media, finding_examples, longest_waits
from kv2rdf.release.quarantine import HeldDocument
from kv2rdf.release.report import (
    CompletenessRow,
    DocumentCounts,
    Report,
    UnpublishedDocument,
    UnpublishedRow,
    YearKindCounts,
)


@dataclass(frozen=True, kw_only=True)
class RunReport:
    """The documents and cases that a run read, published or held back.

    ``entries`` contains all input documents. ``clusters`` contains the results of all clusters,
    whether they were built in this run or kept from the previous release. ``spool`` is the path of
    the spool. ``expected`` and ``register`` are used to compare the release with expectations.
    """

    entries: Sequence[SpoolEntry]
    clusters: Sequence[ClusterResult]
    spool: Path
    register: Register
    expected: Expectations

    @cached_property
    def dossiers(self) -> list[CaseSummary]:
        """The published cases, sorted by id."""
        dossiers = [dossier for cluster in self.clusters for dossier in cluster.dossiers]
        return sorted(dossiers, key=lambda dossier: dossier.id)

    @cached_property
    def held_back(self) -> list[HeldDocument]:
        """The documents that were held back in either pass, sorted by id."""
        held = [
            HeldDocument(id=entry.id, location=entry.location, reason=entry.reason)
            for entry in self.entries
            if entry.fate is Fate.HELD_BACK
        ]
        held += [document for cluster in self.clusters for document in cluster.held_back]
        return sorted(held, key=lambda document: document.id)

    @cached_property
    def gaps(self) -> Gaps:
        """The counts of published and missing items, by year and kind of source."""
        return count_gaps(self.entries, self.held_back, self.dossiers)

    @cached_property
    def presences(self) -> tuple[PresenceCount, ...]:
        """The counts of papers that are known to exist, and of those that the release contains."""
        with closing(Spool.open(self.spool)) as spool:
            return count_presences(spool.identifiers, self.dossiers)

    @cached_property
    def expectation_checks(self) -> ExpectationChecks:
        """The comparison of the release with expectations."""
        return compare_with_expectations(self.expected, self.register, self.entries, self.dossiers)

    @property
    def oldest(self) -> date | None:
        """The date of the oldest paper in the published clusters, or None if no date is known."""
        return min((c.oldest for c in self.clusters if c.oldest), default=None)

    @property
    def newest(self) -> date | None:
        """The date of the newest paper in the published clusters, or None if no date is known."""
        return max((c.newest for c in self.clusters if c.newest), default=None)

    @property
    def published(self) -> set[str]:
        """The ids of the published documents, and of the lists of identifiers."""
        in_cases = {document for dossier in self.dossiers for document in dossier.documents}
        return in_cases.union(entry.id for entry in self.entries if entry.fate is Fate.LIST)

    @property
    def list_sources(self) -> tuple[Source, ...]:
        """The lists of identifiers, as sources."""
        lists = (entry for entry in self.entries if entry.fate is Fate.LIST)
        return tuple(Source(id=e.id, key=e.id, kind=e.kind, sha256=e.sha256) for e in lists)

    def release_report(self, release: str, software: str, triples: dict[str, int]) -> Report:
        """Return the report.

        ``release`` is the date of the release, and ``software`` names the program and its version.
        ``triples`` maps each kind of graph to the number of triples in such graphs, and "all" to
        the total.
        """
        held = {document.id: document for document in self.held_back}
        return Report(
            release=release,
            software=software,
            documents=_documents_by_kind(self.gaps),
            dossiers=_totals(self.dossiers),
            years=_years(self.dossiers),
            longest_waits=longest_waits(self.dossiers),
            media=cited_media(self.dossiers),
            statements=triples,
            gaps=_counts_by_year_and_kind(self.gaps),
            unpublished=_unpublished(self.gaps),
            reasons=_most_frequent_first(
                Counter(general_reason(document.reason) for document in held.values())
            ),
            findings=_most_frequent_first(_sum(dossier.findings for dossier in self.dossiers)),
            finding_examples=finding_examples(self.dossiers),
            warnings=_most_frequent_first(_sum(dossier.warnings for dossier in self.dossiers)),
            held_back=[
                UnpublishedDocument(document=d.id, place=d.location, reason=d.reason)
                for d in sorted(held.values(), key=lambda d: d.id)
            ],
            not_read=[
                UnpublishedDocument(document=entry.id, place="", reason=entry.reason)
                for entry in self.entries
                if entry.fate is Fate.NOT_READ
            ],
            completeness=_rows_of_completeness(self.presences),
            expectations={
                "applied": self.expectation_checks.applied,
                "not_applied": self.expectation_checks.not_applied,
                "breaches": self.expectation_checks.breaches,
            },
            lists=[entry.listed for entry in self.entries if entry.listed is not None],
        )


def _documents_by_kind(gaps: Gaps) -> dict[str, DocumentCounts]:
    """Return, for each kind of source, how many documents were found, published, held back or not
    read.
    """
    totals: dict[str, Counter[CountKind]] = {}
    for row in gaps.counts:
        totals.setdefault(row.source_kind, Counter())[row.count_kind] += row.number
    return {
        kind: {
            "found": numbers[CountKind.DOCUMENTS],
            "published": numbers[CountKind.PUBLISHED],
            "held_back": numbers[CountKind.HELD_BACK],
            "not_read": numbers[CountKind.NOT_READ],
        }
        for kind, numbers in sorted(totals.items())
    }


def _counts_by_year_and_kind(gaps: Gaps) -> list[YearKindCounts]:
    """Return a row for each year and kind of source, with all counts."""
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for count in gaps.counts:
        rows.setdefault((count.year, count.source_kind), {})[count.count_kind] = count.number
    return [{"year": year, "kind": kind, "counts": rows[year, kind]} for year, kind in rows]


def _unpublished(gaps: Gaps) -> list[UnpublishedRow]:
    return [
        {
            "year": u.year,
            "kind": u.source_kind,
            "fate": u.count_kind,
            "reason": u.reason,
            "number": u.number,
        }
        for u in gaps.unpublished
    ]


def _rows_of_completeness(presences: Iterable[PresenceCount]) -> list[CompletenessRow]:
    """Return a row for each group of papers, with all counts."""
    rows: dict[PaperGroup, dict[str, int]] = {}
    for count in presences:
        rows.setdefault(count.group, {})[count.presence] = count.number
    return [
        {
            "session": group.session,
            "year": group.year,
            "chamber": group.chamber,
            "kind": group.kind,
            "counts": rows[group],
        }
        for group in rows
    ]


def _totals(dossiers: Sequence[CaseSummary]) -> dict[str, int]:
    return {
        "cases": len(dossiers),
        "questions": sum(d.questions for d in dossiers),
        "answers": sum(d.answers for d in dossiers),
        "answers linked to their question": sum(d.linked_answers for d in dossiers),
        "notices": sum(d.notices for d in dossiers),
    }


def _years(dossiers: Sequence[CaseSummary]) -> dict[str, dict[str, int]]:
    years: dict[str, Counter[str]] = {}
    for d in dossiers:
        row = years.setdefault(year_in_tables(d.year) or "unknown", Counter())
        row.update(
            cases=1,
            questions=d.questions,
            answers=d.answers,
            linked_answers=d.linked_answers,
            notices=d.notices,
            in_time=d.is_in_time is True,
            late=d.is_in_time is False,
        )
    return {year: dict(years[year]) for year in sorted(years)}


def _sum(counts: Iterable[Iterable[tuple[str, int]]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for rows in counts:
        total.update(dict(rows))
    return total


def _most_frequent_first(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda row: (-row[1], row[0])))
