"""report.json and report.html: the input, what was published, and what was held back and why."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

import jinja2

from kv2rdf.model.counts import WHOLE_OF, CountKind
from kv2rdf.model.kinds import SourceKind

_MAX_HELD_BACK = 500
_MAX_NOT_READ = 100


class DocumentCounts(TypedDict):
    """How many input documents there are, and what happened to them."""

    found: int
    published: int
    held_back: int
    not_read: int


class UnpublishedDocument(TypedDict):
    """An input document that is not published, with the reason and the place of the cause in it."""

    document: str
    place: str
    reason: str


class YearKindCounts(TypedDict):
    """The counts, by kind of count, of one year ("" where unknown) and one kind of source."""

    year: str
    kind: str
    counts: Mapping[str, int]


class UnpublishedRow(TypedDict):
    """How many input documents of one year and kind were held back, or not read, for one reason."""

    year: str
    kind: str
    fate: str
    reason: str
    number: int


class Description(NamedTuple):
    """The label of a concept or a shape, and its meaning ("" for a shape)."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of a run; the fields are the keys of report.json.

    ``documents`` is by kind of source, ``dossiers`` by what is counted, ``statements`` by kind of
    graph, ``years`` by year of tabling. ``gaps`` and ``unpublished`` have rows by year and kind of
    source. ``reasons`` has the number of documents held back by reason, ``findings`` the number of
    findings by rule, ``warnings`` the number of warnings by shape.
    """

    release: str
    software: str
    documents: Mapping[str, DocumentCounts]
    dossiers: Mapping[str, int]
    years: Mapping[str, Mapping[str, int]]
    statements: Mapping[str, int]
    gaps: Sequence[YearKindCounts]
    unpublished: Sequence[UnpublishedRow]
    reasons: Mapping[str, int]
    findings: Mapping[str, int]
    warnings: Mapping[str, int]
    held_back: Sequence[UnpublishedDocument]
    not_read: Sequence[UnpublishedDocument]

    def as_json(self) -> str:
        """Return the report as JSON, with sorted keys."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_report(folder: Path, report: Report, labels: Mapping[str, Description]) -> None:
    """Write report.json and report.html; ``labels`` describes concepts and shapes by name."""
    (folder / "report.json").write_text(report.as_json(), encoding="utf-8")
    page = _template().render(
        report=report,
        labels=labels,
        columns=_columns(),
        kinds=_totals_by_kind(report.gaps),
        years=_rows_by_year(report.gaps),
        held_back=report.held_back[:_MAX_HELD_BACK],
        not_read=report.not_read[:_MAX_NOT_READ],
    )
    (folder / "report.html").write_text(page, encoding="utf-8")


def _columns() -> dict[CountKind, list[CountKind]]:
    """Return each count that is a total, with the counts it is made up of, in order."""
    wholes = [kind for kind in CountKind if kind not in WHOLE_OF]
    return {whole: [part for part, of in WHOLE_OF.items() if of is whole] for whole in wholes}


def _rows_by_year(rows: Sequence[YearKindCounts]) -> dict[str, list[YearKindCounts]]:
    years: dict[str, list[YearKindCounts]] = {}
    for row in rows:
        years.setdefault(row["year"], []).append(row)
    return years


def _totals_by_kind(rows: Sequence[YearKindCounts]) -> dict[str, Counter[str]]:
    """Return the sum of the rows of each kind of source that has any, and the total as ``all``."""
    totals = {str(kind): Counter[str]() for kind in SourceKind}
    for row in rows:
        totals[row["kind"]].update(row["counts"])
    present = {kind: counts for kind, counts in totals.items() if counts}
    return present | {"all": sum(present.values(), Counter[str]())}


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kv2rdf.release"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = lambda count: f"{count:,}"
    return environment.get_template("report.html")
