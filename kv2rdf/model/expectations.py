"""What is expected of a release, as listed in ``seeds/expectations.toml``."""

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
    """What an expected share is counted in: printed names, printed parties, or printed offices."""

    PERSON = "person"
    PARTY = "party"
    OFFICE = "office"


class ExpectedYear(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The documents and cases of one year of one kind of source.

    ``cases`` are the least and the greatest number of cases. They are compared only if the year is
    complete: if the input has at least as many different documents of it as ``documents``.
    """

    documents: Annotated[int, Meta(ge=1)]
    cases: tuple[_Count, _Count]


class ExpectedPeriod(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first and the last day of the papers of one kind of source. It may have no last day."""

    first: date
    last: date | None = None


class ExpectedShare(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The smallest share of printed names, parties or offices that is identified.

    Only mentions in ``role`` count, in documents of the kinds in ``sources``. ``years`` are the
    first and the last year. ``least`` is a fraction from 0 to 1.
    """

    sources: Annotated[tuple[SourceKind, ...], Meta(min_length=1)]
    years: tuple[int, int]
    role: Role
    of: PrintedPart
    least: _Fraction


class ExpectedPeople(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds for every identified person.

    A person who asks has at least the ``age`` in years. A person may act in an office until
    a number of ``days`` after the end of the tenure, and of the office. If ``stop`` is true, a
    release that breaches this is not published.
    """

    age: _Count
    days: _Count
    stop: bool


class Expectations(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All expectations. ``seats`` are the numbers of members of each chamber."""

    seats: Mapping[Chamber, _Count]
    people: ExpectedPeople
    periods: Mapping[SourceKind, ExpectedPeriod]
    years: Mapping[SourceKind, Mapping[int, ExpectedYear]]
    shares: tuple[ExpectedShare, ...]
