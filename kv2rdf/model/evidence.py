"""What the register knows about days, who spoke, and how many seats a group had."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.kinds import Chamber


class DatePrecision(StrEnum):
    """What is known about the day in a period. Each value is one of a column in the register.

    ``NOT_BEFORE`` and ``NOT_AFTER`` mean that the period began or ended on that day or after it, or
    on that day or before it. ``TERM`` means that a member was elected for the term of a chamber
    that began on that day.
    """

    DAY = "day"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    TERM = "term"


class Speaker(Struct, frozen=True, kw_only=True):
    """A name with a party, as printed in speeches or papers between two days.

    It shows that somebody of that name and party existed, and not who it was. ``party`` is None if
    the party is not in the register.
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
