"""The expectations for a release, as listed in ``seeds/expectations.toml``."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from kv2rdf.model.kinds import Chamber, SourceKind
from kv2rdf.model.participants import Role

_Count = Annotated[int, Meta(ge=0)]
_Fraction = Annotated[float, Meta(ge=0, le=1)]


class PrintedPart(StrEnum):
    """The part of a mention to which an expected share applies."""

    PERSON = "person"
    PARTY = "party"
    OFFICE = "office"


class ExpectedYear(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The expected numbers of documents and cases in one year, from one kind of source.

    ``cases`` contains the minimum and the maximum number of cases. The actual number is checked
    only if the year is complete, that is, if the input contains at least ``documents`` different
    documents of that year.
    """

    documents: Annotated[int, Meta(ge=1)]
    cases: tuple[_Count, _Count]


class ExpectedPeriod(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The earliest and the latest date of the papers of one kind of source.

    ``last`` is None if papers are still being published.
    """

    first: date
    last: date | None = None


class ExpectedShare(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The minimum share of printed names, parties or offices that must be identified.

    Only mentions in ``role`` are counted, in documents of the kinds in ``sources``. ``years``
    contains the first and the last year. ``least`` is a fraction from 0 to 1.
    """

    sources: Annotated[tuple[SourceKind, ...], Meta(min_length=1)]
    years: tuple[int, int]
    role: Role
    of: PrintedPart
    least: _Fraction


class ExpectedPeople(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The expectations for every identified person.

    A person who asks questions must be at least ``age`` years old. A person may act in an office
    until ``days`` days after the tenure or the office ends, whichever is earlier. If ``stop`` is
    true, a release that does not meet these expectations is not published.
    """

    age: _Count
    days: _Count
    stop: bool


class Expectations(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All expectations. ``seats`` maps each chamber to the number of its members."""

    seats: Mapping[Chamber, _Count]
    people: ExpectedPeople
    periods: Mapping[SourceKind, ExpectedPeriod]
    years: Mapping[SourceKind, Mapping[int, ExpectedYear]]
    shares: tuple[ExpectedShare, ...]
