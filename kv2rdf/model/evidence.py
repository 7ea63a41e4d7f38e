"""Facts that say how much the register knows: who spoke, and how many seats a group had."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import Chamber


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
