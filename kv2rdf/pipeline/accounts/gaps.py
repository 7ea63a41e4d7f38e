"""The gaps of a release: what came in, what of it is there, and what is missing, to the last one.

Every document that came in is published, held back or not read, and each of them once: a release of
which that is not true is not published.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kv2rdf.errors import ReleaseError
from kv2rdf.model.counts import Count, Counted, Gaps, Unpublished
from kv2rdf.model.kinds import SourceKind
from kv2rdf.pipeline.passes.results import Summary
from kv2rdf.pipeline.passes.spool import Entry, Fate
from kv2rdf.release.quarantine import Held

_KINDS = tuple(SourceKind)


def gaps(entries: Sequence[Entry], held: Iterable[Held], dossiers: Sequence[Summary]) -> Gaps:
    """Count, by year and kind of source: documents by their own, the rest by their case.

    Raises ReleaseError where a document came to nothing, or to two things.
    """
    reasons = {document.id: document.reason for document in held}
    fates = dict(_fates(entries, reasons, {d for dossier in dossiers for d in dossier.documents}))
    counts: Counter[tuple[str, SourceKind, Counted]] = Counter()
    unpublished: Counter[tuple[str, SourceKind, Counted, str]] = Counter()
    for entry in entries:
        year, kind, fate = _year(entry.year), entry.kind, fates[entry.id]
        counts.update(((year, kind, Counted.DOCUMENTS), (year, kind, fate)))
        if fate is not Counted.PUBLISHED:
            unpublished[year, kind, fate, reason(reasons.get(entry.id, entry.reason))] += 1
    for key, number in _of_cases(dossiers):
        counts[key] += number
    return Gaps(counts=tuple(_filled(counts)), unpublished=tuple(_told(unpublished)))


def reason(printed: str) -> str:
    """Give a reason without the words and numbers of one document."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", printed)


def _fates(
    entries: Sequence[Entry], held: Mapping[str, str], published: set[str]
) -> Iterator[tuple[str, Counted]]:
    """Tell what each document came to: one thing of three; and no other came to anything."""
    if strangers := (published | held.keys()) - {entry.id for entry in entries}:
        raise ReleaseError(f"the account is not whole: {min(strangers)} did not come in")
    for entry in entries:
        came_to = {
            Counted.PUBLISHED: entry.id in published,
            Counted.HELD_BACK: entry.id in held,
            Counted.NOT_READ: entry.fate is Fate.NOT_READ,
        }
        found = [fate for fate, true in came_to.items() if true]
        if len(found) != 1:
            told = " and ".join(found) or "neither published, held back nor left unread"
            raise ReleaseError(f"the account is not whole: {entry.id} is {told}")
        yield entry.id, found[0]


def _of_cases(
    dossiers: Iterable[Summary],
) -> Iterator[tuple[tuple[str, SourceKind, Counted], int]]:
    """Give what the dossiers count for; a paper they name is here if one of them publishes it."""
    tallies = [dossier.tallied for dossier in dossiers]
    here = {paper for tallied in tallies for paper in tallied.papers}
    for tallied in tallies:
        year = _year(tallied.year)
        for kind, counted, number in tallied.counts:
            yield (year, kind, counted), number
        for kind, paper in tallied.references:
            found = Counted.FOUND if paper in here else Counted.KNOWN_BY_REFERENCE
            yield (year, kind, Counted.REFERENCES), 1
            yield (year, kind, found), 1


def _filled(counts: Counter[tuple[str, SourceKind, Counted]]) -> Iterator[Count]:
    """Give every count of every year and kind that there is, zero too; no year comes last."""
    groups = {(year, kind) for year, kind, _ in counts}
    for year, kind in sorted(groups, key=lambda g: (not g[0], g[0], _KINDS.index(g[1]))):
        for counted in Counted:
            number = counts[year, kind, counted]
            yield Count(year=year, kind=kind, counted=counted, number=number)


def _told(
    unpublished: Counter[tuple[str, SourceKind, Counted, str]],
) -> Iterator[Unpublished]:
    for (year, kind, fate, why), number in sorted(unpublished.items()):
        yield Unpublished(year=year, kind=kind, fate=fate, reason=why, number=number)


def _year(year: int | None) -> str:
    return str(year) if year else ""
