"""The report of a run: the input, the published cases, and the documents held back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict


class DocumentCounts(TypedDict):
    """The numbers of input documents by outcome."""

    found: int
    published: int
    held_back: int
    not_read: int


class UnpublishedDocument(TypedDict):
    """An input document that is not published.

    ``place`` is where the cause was found (see ``HeldDocument.location``), or "" if the document
    was not read.
    """

    document: str
    place: str
    reason: str


class YearKindCounts(TypedDict):
    """All counts for one year and one kind of source.

    ``counts`` maps each kind of counted item (see ``CountKind``) to its number. ``year`` is "" if
    the year is unknown.
    """

    year: str
    kind: str
    counts: Mapping[str, int]


class UnpublishedRow(TypedDict):
    """The number of input documents that are unpublished for the same reason.

    All of them belong to one year and one kind of source. ``fate`` is the outcome for all of them:
    held back or not read.
    """

    year: str
    kind: str
    fate: str
    reason: str
    number: int


class CompletenessRow(TypedDict):
    """The counts of the papers of one kind, in one session and chamber.

    If ``session`` is "", the session is not known. In that case, ``year`` is the calendar year, or
    "" if that is not known either. ``counts`` maps each kind of presence (see ``Presence``) to the
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
    """The numbers of comparisons that were made and not made, and the expectations not met."""

    applied: int
    not_applied: int
    breaches: Sequence[Breach]


class IdentifierList(TypedDict):
    """A list of identifiers: their number, and the number of those without a known form.

    ``examples`` contains the first identifiers without a known form.
    """

    document: str
    identifiers: int
    malformed: int
    examples: Sequence[str]


class CaseFile(TypedDict):
    """A case, and the path of its file in the release."""

    case: str
    file: str


class LongWait(TypedDict):
    """A case, and the number of days that it waited for its first answer.

    ``year`` is the year of tabling.
    """

    case: CaseFile
    title: str
    year: int | None
    days: int


class CitedMedium(TypedDict):
    """A medium, and the number of cases in which footnotes to questions cite it.

    The years are the first and the last in which these cases were tabled, or None if no such year
    is known.
    """

    medium: str
    cases: int
    first_year: int | None
    last_year: int | None
    examples: Sequence[CaseFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of a run. Its fields are the keys of report.json.

    ``documents`` maps each kind of source to the counts of its documents. ``dossiers`` maps words
    such as "cases" and "questions" to the numbers of such items in the release. ``years`` maps each
    year to the same numbers for the cases tabled in that year, and to the numbers of those that
    were answered in time and of those that were answered late. ``statements`` maps each kind of
    graph to its number of statements. ``reasons`` maps each reason to the number of documents that
    were held back for it, ``findings`` maps each rule to its number of findings,
    ``finding_examples`` maps each rule to some cases with such a finding, and ``warnings`` maps
    each shape to its number of warnings. ``expectations`` contains the result of the comparison
    with ``seeds/expectations.toml``.
    """

    release: str
    software: str
    documents: Mapping[str, DocumentCounts]
    dossiers: Mapping[str, int]
    years: Mapping[str, Mapping[str, int]]
    longest_waits: Sequence[LongWait]
    media: Sequence[CitedMedium]
    statements: Mapping[str, int]
    gaps: Sequence[YearKindCounts]
    unpublished: Sequence[UnpublishedRow]
    reasons: Mapping[str, int]
    findings: Mapping[str, int]
    finding_examples: Mapping[str, Sequence[CaseFile]]
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
