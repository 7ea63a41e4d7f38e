"""The account of a run: from what each document and each case came to, to the report."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rdflib import SH, SKOS, Graph

from kv2rdf import resources
from kv2rdf.pipeline.made import MadeCluster, Summary
from kv2rdf.publish.quarantine import Held
from kv2rdf.publish.report import Documents, HeldBack, Report
from kv2rdf.spool import Entry, Fate
from kv2rdf.validate.engines import shapes_in


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
        published = self.published
        held = {document.id: document for document in self.held}
        documents: dict[str, Documents] = {}
        for entry in self.entries:
            row = documents.setdefault(
                source_of(entry.id), {"found": 0, "published": 0, "held_back": 0, "not_read": 0}
            )
            row["found"] += 1
            row["published"] += entry.id in published
            row["held_back"] += entry.id in held
            row["not_read"] += entry.fate is Fate.NOT_READ
        return Report(
            release=release,
            software=software,
            documents=dict(sorted(documents.items())),
            dossiers=_totals(self.dossiers),
            years=_years(self.dossiers),
            statements=statements,
            reasons=_counted(Counter(map(_reason, held.values()))),
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


def source_of(document: str) -> str:
    """Name the source of a document by the form of its name: ``KVR….xml``, ``….txt``."""
    stem, _, ending = document.partition("~")[0].rpartition(".")
    word = re.match(r"[A-Z_]+(?=\d)", stem)
    return f"{word[0] if word else ''}….{ending}"


def titles() -> dict[str, str]:
    """Give in words what a finding or a shape means."""
    concepts = Graph().parse(resources.folder("ontology") / "concepts.ttl")
    named = {
        str(concept).rpartition("/")[2]: str(label)
        for concept, label in concepts.subject_objects(SKOS.prefLabel)
        if getattr(label, "language", None) == "en"
    }
    shapes = shapes_in(resources.folder("shapes"))
    for shape, message in shapes.subject_objects(SH.message):
        if getattr(message, "language", None) == "en":
            named.setdefault(str(shape).rpartition("#")[2], str(message))
    return named


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


def _reason(held: Held) -> str:
    """Give a reason without the words and numbers of one document."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", held.reason)
