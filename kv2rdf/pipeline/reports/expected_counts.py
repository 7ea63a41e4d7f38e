"""Checks of the numbers of cases, the shares of identified mentions, and the dates of documents.

A number of cases or a share is compared only for complete years. A year is complete for a kind of
source if the input contains at least as many different documents as ``seeds/expectations.toml``
requires. In a release of one document, or of a small part of the archive, these numbers and shares
are therefore not compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kv2rdf.model.document_people import PartTaken
from kv2rdf.model.expectations import (
    Expectations,
    ExpectedPeriod,
    ExpectedShare,
    ExpectedYear,
    PrintedPart,
)
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.participants import Role
from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.pipeline.passes.spool import SpoolEntry
from kv2rdf.pipeline.reports.breaches import NOT_APPLIED, Check, first_examples
from kv2rdf.release.report import Breach

_YearOfSource = tuple[SourceKind, int | None]


def count_checks(
    expected: Expectations, entries: Sequence[SpoolEntry], dossiers: Sequence[CaseSummary]
) -> Iterator[Check]:
    """Yield a check for each year, share and period in ``expected``."""
    kinds = {entry.id: entry.kind for entry in entries}
    different = {(entry.kind, entry.year, entry.sha256) for entry in entries}
    documents = Counter((kind, year) for kind, year, _ in different)
    cases: Counter[_YearOfSource] = Counter()
    for dossier in dossiers:
        sources = {kinds[document] for document in dossier.documents}
        cases.update((kind, dossier.counts.year) for kind in sources)
    complete = set()
    for kind, years in expected.years.items():
        for year, row in years.items():
            if documents[kind, year] < row.documents:
                yield NOT_APPLIED
            else:
                complete.add((kind, year))
                yield _year_check(f"{kind} {year}", row, cases[kind, year])
    tally = _Tally.of(dossiers)
    for share in expected.shares:
        needed = {
            (kind, year)
            for kind in share.sources
            for year in range(share.years[0], share.years[1] + 1)
            if year in expected.years.get(kind, {})
        }
        yield _share_check(share, tally) if needed <= complete else NOT_APPLIED
    for kind, period in expected.periods.items():
        yield _period_check(kind, period, dossiers)


def _year_check(about: str, row: ExpectedYear, found: int) -> Check:
    least, greatest = row.cases
    if least <= found <= greatest:
        return Check()
    bounds = f"{least:,} to {greatest:,}"
    return Check(
        Breach(expectation="cases", about=about, expected=bounds, found=f"{found:,}", examples=())
    )


@dataclass(frozen=True, slots=True)
class _Tally:
    """The numbers of printed and of identified parts of mentions.

    Each key consists of a kind of source, a year, a role and a kind of part.
    """

    printed: Counter[tuple[SourceKind, int | None, Role, PrintedPart]]
    identified: Counter[tuple[SourceKind, int | None, Role, PrintedPart]]

    @classmethod
    def of(cls, dossiers: Iterable[CaseSummary]) -> "_Tally":
        """Return the totals for all dossiers."""
        tally = cls(Counter(), Counter())
        for dossier in dossiers:
            for document in dossier.people:
                for part in document.people:
                    for of, is_known in _printed(part):
                        key = document.source_kind, dossier.counts.year, part.role, of
                        tally.printed[key] += 1
                        tally.identified[key] += is_known
        return tally


def _printed(part: PartTaken) -> Iterator[tuple[PrintedPart, bool]]:
    """Yield each part that is printed in a mention, and whether that part is identified.

    The parts are the person, the party and the office. An office also counts as identified if only
    its ministry is identified.
    """
    if part.has_name:
        yield PrintedPart.PERSON, part.person is not None
    if part.has_party:
        yield PrintedPart.PARTY, part.is_party_known
    if part.has_office:
        yield PrintedPart.OFFICE, part.office is not None or part.is_ministry_known


def _share_check(share: ExpectedShare, tally: _Tally) -> Check:
    keys = [
        (kind, year, share.role, share.of)
        for kind in share.sources
        for year in range(share.years[0], share.years[1] + 1)
    ]
    printed = sum(tally.printed[key] for key in keys)
    identified = sum(tally.identified[key] for key in keys)
    if identified >= share.least * printed:
        return Check()
    sources = ", ".join(share.sources)
    return Check(
        Breach(
            expectation=f"share identified ({share.of} of {share.role})",
            about=f"{sources} {share.years[0]} to {share.years[1]}",
            expected=f"at least {share.least:.2%}",
            found=f"{identified / printed:.2%} ({identified:,} of {printed:,})",
            examples=(),
        )
    )


def _period_check(
    kind: SourceKind, period: ExpectedPeriod, dossiers: Iterable[CaseSummary]
) -> Check:
    outside = {
        (dossier.id, document.day)
        for dossier in dossiers
        for document in dossier.people
        if document.source_kind is kind and document.day and not _is_in(period, document.day)
    }
    if not outside:
        return Check()
    days = sorted(day for _, day in outside)
    return Check(
        Breach(
            expectation="days of documents",
            about=str(kind),
            expected=f"{period.first} to {period.last}" if period.last else f"since {period.first}",
            found=f"{len(outside):,} outside: {days[0]} to {days[-1]}",
            examples=first_examples(f"{case}: {day}" for case, day in outside),
        )
    )


def _is_in(period: ExpectedPeriod, day: date) -> bool:
    return period.first <= day <= (period.last or date.max)
