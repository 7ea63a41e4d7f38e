"""The dates in metadata, and remarks on unreadable, irregular and unpublished values."""

import re
from collections.abc import Iterator
from datetime import date

from kv2rdf.model.kinds import Chamber, PartKind
from kv2rdf.model.paper import AnnexNumber, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.official.metadata_fields import MetadataFields
from kv2rdf.sources.official.paper_identifiers import PaperIdentifier, case_number
from kv2rdf.sources.phrases.dutch_dates import tabling_day_in, whole_day

PROVISIONAL = "onopgemaakt"
"""The status of a paper that will be replaced by one with another identifier."""

_WITHOUT_PROPERTY = {
    "alternative": "DCTERMS.alternative",
    "bijlage": "OVERHEIDop.bijlage",
    "externebijlage": "OVERHEIDop.externeBijlage",
    "hoofddocument": "OVERHEIDop.hoofddocument",
    "isreplacedby": "DCTERMS.isReplacedBy",
    "versieinformatie": "OVERHEIDop.versieInformatie",
}
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def stated_day(
    fields: MetadataFields, name: str, other: str | None
) -> tuple[date | None, tuple[Remark, ...]]:
    """Return the date in a field, and remarks on dates that cannot be read or that differ.

    ``other`` is a field that should contain the same date. It is used if the field ``name`` is
    empty or cannot be read. The dates on which a paper was put online or changed are never used.
    """
    days: list[date] = []
    remarks: list[Remark] = []
    for field in filter(None, (name, other)):
        if (printed := fields.one_or_none(field.casefold().rpartition(".")[2])) is None:
            continue
        day = whole_day(printed) if _ISO_DAY.fullmatch(printed) else None
        if day is None:
            rule = FindingRule.UNREADABLE_DAY
            remarks.append(Remark(rule=rule, location=field, text=printed))
        elif days and day != days[0]:
            rule = FindingRule.TEXT_SET_ASIDE
            remarks.append(Remark(rule=rule, location=field, text=printed))
        else:
            days.append(day)
    return next(iter(days), None), tuple(remarks)


def tabling_day(
    fields: MetadataFields, other: str | None = None
) -> tuple[date | None, tuple[Remark, ...]]:
    """Return the date of tabling, with remarks as in ``stated_day``.

    For a paper of the Eerste Kamer, the date in the title takes precedence over the date in a
    field.
    """
    stated, remarks = stated_day(fields, "OVERHEIDop.datumIndiening", other)
    day = tabling_day_in(fields.one("title"))
    if day is None or day == stated:
        return stated, remarks
    remark = Remark(
        rule=FindingRule.DAY_FROM_TITLE,
        location="DC.title",
        part=PartKind.QUESTION,
        text=stated.isoformat() if stated else None,
    )
    return day, (*remarks, remark)


def identifier_remarks(
    identifier: PaperIdentifier,
    chamber: Chamber,
    number: AnnexNumber | None,
    cases: tuple[str, ...],
) -> tuple[Remark, ...]:
    """Return a remark if an identifier matches no pattern or contradicts the fields."""
    if identifier.is_provisional:
        return ()
    has_number = identifier.annex_number or identifier.case_number
    if (
        has_number
        and identifier.chamber in (None, chamber)
        and (number is None or identifier.annex_number == number)
        and (not cases or identifier.case_number in cases)
    ):
        return ()
    rule = FindingRule.IRREGULAR_IDENTIFIER
    return (Remark(rule=rule, location="DC.identifier", text=identifier.published),)


def other_remarks(
    fields: MetadataFields, chamber: Chamber, *, names_reply: bool
) -> Iterator[Remark]:
    """Yield a remark on each value for which the dataset has no property.

    Values of the field ``aanhangsel`` are included unless ``names_reply`` is true.
    """
    for name, location in _WITHOUT_PROPERTY.items():
        for value in fields.many(name):
            yield without_property(location, value)
    for value in fields.many("vraagnummer"):
        if case_number(value, chamber) is None:
            yield without_property("OVERHEIDop.vraagnummer", value)
    if not names_reply:
        for value in fields.many("aanhangsel"):
            yield without_property("OVERHEIDop.aanhangsel", value)
    if (status := fields.one_or_none("documentstatus")) and status.casefold() == PROVISIONAL:
        yield without_property("OVERHEIDop.documentStatus", status)


def without_property(location: str, value: str) -> Remark:
    """Return a remark on a value for which the dataset has no property."""
    return Remark(rule=FindingRule.FIELD_WITHOUT_PROPERTY, location=location, text=value)
