"""report.json and report.html: the input, what was published, and what was held back and why."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypedDict

import jinja2

from kv2rdf.model.completeness import Presence
from kv2rdf.model.counts import WHOLE_OF, CountKind
from kv2rdf.model.kinds import SourceKind
from kv2rdf.release.files import ReleaseFiles

_MAX_HELD_BACK = 500
_MAX_NOT_READ = 100


class DocumentCounts(TypedDict):
    """The number of input documents, by what happened to them."""

    found: int
    published: int
    held_back: int
    not_read: int


class UnpublishedDocument(TypedDict):
    """An input document that is not published.

    ``place`` is the position in the document at which the cause was found, or "" if it is not
    known.
    """

    document: str
    place: str
    reason: str


class YearKindCounts(TypedDict):
    """All counts for one year and one kind of source.

    ``counts`` maps kinds of count to numbers. ``year`` is "" if the year is unknown.
    """

    year: str
    kind: str
    counts: Mapping[str, int]


class UnpublishedRow(TypedDict):
    """The number of input documents that were not published for the same reason.

    All of them are of one year and one kind of source, and have the same fate: held back or not
    read.
    """

    year: str
    kind: str
    fate: str
    reason: str
    number: int


class CompletenessRow(TypedDict):
    """The counts of the papers of one kind, in one session and chamber.

    If ``session`` is "", the session is not known. In that case, ``year`` is the calendar year, or
    "" if that is not known either. ``counts`` maps each way in which papers are present to the
    number of papers.
    """

    session: str
    year: str
    chamber: str
    kind: str
    counts: Mapping[str, int]


class Breach(TypedDict):
    """An expectation that a release does not meet.

    ``expectation`` describes the expectation in general, and ``about`` names the year, the chamber
    or the person that it concerns. ``examples`` contains some of the cases concerned, or none.
    """

    expectation: str
    about: str
    expected: str
    found: str
    examples: Sequence[str]


class ExpectationCounts(TypedDict):
    """How many comparisons were made, how many could not be made, and which expectations failed."""

    applied: int
    not_applied: int
    breaches: Sequence[Breach]


class IdentifierList(TypedDict):
    """A list of identifiers, how many it contains, and how many of them have no known form.

    ``examples`` contains the first of these.
    """

    document: str
    identifiers: int
    malformed: int
    examples: Sequence[str]


class Description(NamedTuple):
    """The label and the meaning of a concept or a shape. The meaning of a shape is ""."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of a run. Its fields are the keys of report.json.

    ``documents`` maps each kind of source to the counts of its documents. ``dossiers`` maps what is
    counted, such as "cases" and "questions", to the number of these in the release. ``years`` maps
    each year to the same numbers for the cases tabled in that year. ``statements`` maps each kind
    of graph to its number of statements. ``reasons`` maps each reason to the number of documents
    that were held back for it, ``findings`` maps each rule to its number of findings, and
    ``warnings`` maps each shape to its number of warnings. ``expectations`` contains the result of
    the comparison with ``seeds/expectations.toml``.
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
    completeness: Sequence[CompletenessRow]
    expectations: ExpectationCounts
    lists: Sequence[IdentifierList]

    def as_json(self) -> str:
        """Return the report as JSON, with sorted keys."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_report(release: ReleaseFiles, report: Report, labels: Mapping[str, Description]) -> None:
    """Write report.json and report.html.

    ``labels`` maps the names of concepts and shapes to their descriptions.
    """
    release.report.write_text(report.as_json(), encoding="utf-8")
    page = _template().render(
        report=report,
        labels=labels,
        columns=_columns(),
        presences=tuple(Presence),
        kinds=_totals_by_kind(report.gaps),
        years=_rows_by_year(report.gaps),
        held_back=report.held_back[:_MAX_HELD_BACK],
        not_read=report.not_read[:_MAX_NOT_READ],
    )
    release.report_page.write_text(page, encoding="utf-8")


def _columns() -> dict[CountKind, list[CountKind]]:
    """Return the columns of the tables: each total, with the kinds that are part of it."""
    wholes = [kind for kind in CountKind if kind not in WHOLE_OF]
    return {whole: [part for part, of in WHOLE_OF.items() if of is whole] for whole in wholes}


def _rows_by_year(rows: Sequence[YearKindCounts]) -> dict[str, list[YearKindCounts]]:
    years: dict[str, list[YearKindCounts]] = {}
    for row in rows:
        years.setdefault(row["year"], []).append(row)
    return years


def _totals_by_kind(rows: Sequence[YearKindCounts]) -> dict[str, Counter[str]]:
    """Return the sums of the counts for each kind of source that occurs in the rows.

    The key ``all`` is for the sums over all kinds.
    """
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
