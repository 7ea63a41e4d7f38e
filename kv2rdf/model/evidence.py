"""What the register knows about dates, speakers, and the number of seats of each party."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.kinds import Chamber


class DatePrecision(StrEnum):
    """What is known about the first or last day of a period. Each value occurs in the register.

    ``NOT_BEFORE`` means that the period began or ended on the given day or later. ``NOT_AFTER``
    means that it began or ended on the given day or earlier. ``TERM`` means that a member was
    elected for the term of a chamber that began on the given day.
    """

    DAY = "day"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    TERM = "term"


class Speaker(Struct, frozen=True, kw_only=True):
    """A name and a party, as printed in speeches or papers between two days.

    This shows that a person with that name and party existed, but not who it was. ``party`` is None
    if the party is not in the register.
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
