"""report.json and report.html: what went in, what came out, what was held back and why."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

import jinja2

from kv2rdf.model.counts import WHOLES, Counted
from kv2rdf.model.kinds import SourceKind


class Documents(TypedDict):
    """How many documents came in, and what became of them."""

    found: int
    published: int
    held_back: int
    not_read: int


class HeldBack(TypedDict):
    """A document that is not published: where in it, and why."""

    document: str
    place: str
    reason: str


class YearAndKind(TypedDict):
    """What there is and what is missing of one year ("": not known) and one kind of source."""

    year: str
    kind: str
    counts: Mapping[str, int]


class NotPublished(TypedDict):
    """How many documents of one year and kind are held back, or not read, for one reason."""

    year: str
    kind: str
    fate: str
    reason: str
    number: int


class Words(NamedTuple):
    """What a concept or a shape is called, and what it means."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The account of a run. Every mapping is by name, sorted when written.

    ``documents`` has a row for each kind of source, ``years`` for each year of tabling, ``gaps``
    and ``unpublished`` for each year and kind; ``reasons`` counts what was held back, ``findings``
    what readers repaired or set aside, ``warnings`` what the shapes would rather have otherwise.
    """

    release: str
    software: str
    documents: Mapping[str, Documents]
    dossiers: Mapping[str, int]
    years: Mapping[str, Mapping[str, int]]
    statements: Mapping[str, int]
    gaps: Sequence[YearAndKind]
    unpublished: Sequence[NotPublished]
    reasons: Mapping[str, int]
    findings: Mapping[str, int]
    warnings: Mapping[str, int]
    held_back: Sequence[HeldBack]
    not_read: Sequence[HeldBack]

    def as_json(self) -> str:
        """Give the whole account, keys sorted."""
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return json.dumps(named, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path, report: Report, words: Mapping[str, Words]) -> None:
    """Write both forms; ``words`` has what a concept or a shape is called and means."""
    (folder / "report.json").write_text(report.as_json(), encoding="utf-8")
    page = _page().render(
        report=report,
        words=words,
        columns=_columns(),
        kinds=_totals(report.gaps),
        years=_years(report.gaps),
        shown=report.held_back[:500],
    )
    (folder / "report.html").write_text(page, encoding="utf-8")


def _columns() -> dict[Counted, list[Counted]]:
    """Give each whole with its parts, in order."""
    wholes = [counted for counted in Counted if counted not in WHOLES]
    return {whole: [part for part, of in WHOLES.items() if of is whole] for whole in wholes}


def _years(rows: Sequence[YearAndKind]) -> dict[str, list[YearAndKind]]:
    years: dict[str, list[YearAndKind]] = {}
    for row in rows:
        years.setdefault(row["year"], []).append(row)
    return years


def _totals(rows: Sequence[YearAndKind]) -> dict[str, Counter[str]]:
    """Sum the rows of each kind of source, in the order of the kinds, and of all."""
    totals = {str(kind): Counter[str]() for kind in SourceKind}
    for row in rows:
        totals[row["kind"]].update(row["counts"])
    there = {kind: counts for kind, counts in totals.items() if counts}
    return there | {"all": sum(there.values(), Counter[str]())}


@cache
def _page() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kv2rdf.release"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = lambda count: f"{count:,}"
    return environment.get_template("report.html")
