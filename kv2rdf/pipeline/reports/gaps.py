"""The gaps of a release: counts of documents read, items published, and items missing.

Every input document must be either published, held back or not read. Otherwise the release is not
published.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kv2rdf.errors import ReleaseError
from kv2rdf.model.counts import Count, CountKind, Gaps, UnpublishedCount, year_in_tables
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.release.quarantine import HeldDocument

_KINDS = tuple(SourceKind)


def count_gaps(
    entries: Sequence[SpoolEntry],
    held_back: Iterable[HeldDocument],
    dossiers: Sequence[CaseSummary],
) -> Gaps:
    """Return the counts of a release, by year and kind of source.

    An input document is counted under its own year and kind. All other items are counted under the
    year of their case and the kind of their source. Raises ReleaseError unless each document has
    exactly one fate (published, held back or not read), or if a document in ``held_back`` or
    ``dossiers`` is not in ``entries``.
    """
    reasons = {document.id: document.reason for document in held_back}
    fates = dict(_fates(entries, reasons, {d for dossier in dossiers for d in dossier.documents}))
    counts: Counter[tuple[str, SourceKind, CountKind]] = Counter()
    unpublished: Counter[tuple[str, SourceKind, CountKind, str]] = Counter()
    for entry in entries:
        year, kind, fate = year_in_tables(entry.year), entry.kind, fates[entry.id]
        counts.update(((year, kind, CountKind.DOCUMENTS), (year, kind, fate)))
        if fate is not CountKind.PUBLISHED:
            unpublished[year, kind, fate, general_reason(reasons.get(entry.id, entry.reason))] += 1
    for key, number in _case_counts(dossiers):
        counts[key] += number
    return Gaps(
        counts=tuple(_all_counts(counts)), unpublished=tuple(_sorted_unpublished(unpublished))
    )


def general_reason(reason: str) -> str:
    """Return a reason in which each quotation and number is replaced by "…"."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", reason)


def _fates(
    entries: Sequence[SpoolEntry], held: Mapping[str, str], published: set[str]
) -> Iterator[tuple[str, CountKind]]:
    """Yield the id and the fate of each document: PUBLISHED, HELD_BACK or NOT_READ.

    The keys of ``held`` are the ids of the documents that are held back, and its values are the
    reasons. ``published`` contains the ids of the documents in published cases. Raises ReleaseError
    if a document does not have exactly one fate, or if an id in ``held`` or ``published`` is not in
    the input.
    """
    if strangers := (published | held.keys()) - {entry.id for entry in entries}:
        raise ReleaseError(f"the report does not add up: {min(strangers)} is not in the input")
    for entry in entries:
        is_fate = {
            CountKind.PUBLISHED: entry.id in published or entry.fate is Fate.LIST,
            CountKind.HELD_BACK: entry.id in held,
            CountKind.NOT_READ: entry.fate is Fate.NOT_READ,
        }
        fates = [fate for fate, is_true in is_fate.items() if is_true]
        if len(fates) != 1:
            names = [fate.name.lower().replace("_", " ") for fate in fates]
            found = " and ".join(names) or "neither published, held back nor left unread"
            raise ReleaseError(f"the report does not add up: {entry.id} is {found}")
        yield entry.id, fates[0]


def _case_counts(
    dossiers: Iterable[CaseSummary],
) -> Iterator[tuple[tuple[str, SourceKind, CountKind], int]]:
    """Yield counts of items in dossiers, each with its year, kind of source and kind of count.

    A combination of these can occur several times.

    A reference to a paper in one of the dossiers is also counted as REFERENCES_PUBLISHED_HERE, and
    any other reference as REFERENCES_ELSEWHERE.
    """
    all_counts = [dossier.counts for dossier in dossiers]
    published = {paper for counts in all_counts for paper in counts.papers}
    for counts in all_counts:
        year = year_in_tables(counts.year)
        for source_kind, count_kind, number in counts.rows:
            yield (year, source_kind, count_kind), number
        for source_kind, paper in counts.references:
            target = (
                CountKind.REFERENCES_PUBLISHED_HERE
                if paper in published
                else CountKind.REFERENCES_ELSEWHERE
            )
            yield (year, source_kind, CountKind.REFERENCES), 1
            yield (year, source_kind, target), 1


def _all_counts(counts: Counter[tuple[str, SourceKind, CountKind]]) -> Iterator[Count]:
    """Yield a count of each kind, even if it is 0, for each year and kind of source.

    The counts of an unknown year come last.
    """
    groups = {(year, kind) for year, kind, _ in counts}
    for year, kind in sorted(groups, key=lambda g: (not g[0], g[0], _KINDS.index(g[1]))):
        for count_kind in CountKind:
            number = counts[year, kind, count_kind]
            yield Count(year=year, source_kind=kind, count_kind=count_kind, number=number)


def _sorted_unpublished(
    unpublished: Counter[tuple[str, SourceKind, CountKind, str]],
) -> Iterator[UnpublishedCount]:
    for (year, kind, fate, reason), number in sorted(unpublished.items()):
        yield UnpublishedCount(
            year=year, source_kind=kind, count_kind=fate, reason=reason, number=number
        )
