"""Evidence in the register: speakers, numbers of seats, and the precision of dates."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.kinds import Chamber


class DatePrecision(StrEnum):
    """How precisely the first or last day of a period is known. The values are those in seeds/.

    ``NOT_BEFORE`` means that the period began or ended on the given date or later. ``NOT_AFTER``
    means that it began or ended on the given date or earlier. ``TERM`` means that a member was
    elected for the term of a chamber that began on the given date.
    """

    DAY = "day"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    TERM = "term"


class Speaker(Struct, frozen=True, kw_only=True):
    """A name and a party that are printed together in speeches or papers between two dates.

    This is evidence that such a person existed, but does not show who the person was. ``party`` is
    None if the party is not in the register.
    """

    name: str
    party: str | None
    chamber: Chamber
    first: date
    last: date


class SeatCount(Struct, frozen=True, kw_only=True):
    """The number of seats of a party in a chamber on the first day of a term."""

    chamber: Chamber
    first_sitting: date
    party: str
    seats: int
