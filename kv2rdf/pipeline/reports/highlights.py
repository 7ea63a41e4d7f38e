"""The highlights of a report: the longest waits, the most cited media, and examples."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kv2rdf.pipeline.passes.results import CaseSummary
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.report import CaseFile, CitedMedium, LongWait

_MOST_WAITS = 15
_MOST_MEDIA = 20
_MOST_EXAMPLES = 3
_FOLDER = ReleaseFiles(Path()).dossiers.name


def longest_waits(dossiers: Iterable[CaseSummary]) -> list[LongWait]:
    """Return the cases that waited longest for a first answer, beginning with the longest wait."""
    waits = [(dossier.days, dossier) for dossier in dossiers if dossier.days is not None]
    waits.sort(key=lambda wait: (-wait[0], wait[1].id))
    return [
        {"case": _case_file(dossier), "title": dossier.title, "year": dossier.year, "days": days}
        for days, dossier in waits[:_MOST_WAITS]
    ]


def cited_media(dossiers: Iterable[CaseSummary]) -> list[CitedMedium]:
    """Return the media that are cited in the footnotes of the most cases, most cited first.

    The examples are the most recent cases that cite a medium, beginning with the latest.
    """
    citing: dict[str, list[CaseSummary]] = defaultdict(list)
    for dossier in dossiers:
        for medium, _ in dossier.media:
            citing[medium].append(dossier)
    most = sorted(citing.items(), key=lambda item: (-len(item[1]), item[0]))[:_MOST_MEDIA]
    return [
        {
            "medium": medium,
            "cases": len(cases),
            "first_year": min(_years(cases), default=None),
            "last_year": max(_years(cases), default=None),
            "examples": [_case_file(dossier) for dossier in _latest(cases)],
        }
        for medium, cases in most
    ]


def finding_examples(dossiers: Sequence[CaseSummary]) -> dict[str, list[CaseFile]]:
    """Return, for each rule, the latest cases with a finding of that rule, latest first."""
    found: dict[str, list[CaseSummary]] = defaultdict(list)
    for dossier in dossiers:
        for rule, _ in dossier.findings:
            found[rule].append(dossier)
    return {rule: [_case_file(d) for d in _latest(cases)] for rule, cases in sorted(found.items())}


def _latest(cases: Iterable[CaseSummary]) -> list[CaseSummary]:
    return sorted(cases, key=lambda d: (d.year or 0, d.id), reverse=True)[:_MOST_EXAMPLES]


def _years(cases: Iterable[CaseSummary]) -> list[int]:
    return [dossier.year for dossier in cases if dossier.year is not None]


def _case_file(dossier: CaseSummary) -> CaseFile:
    return {"case": dossier.id, "file": f"{_FOLDER}/{dossier.file}"}
