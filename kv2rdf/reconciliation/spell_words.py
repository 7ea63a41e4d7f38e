"""The dates of memberships and tenures in words, including how certain they are."""

from datetime import date

from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.register import Membership, MembershipKind, Tenure

CHAMBER_NAMES = {
    MembershipKind.GROUP_TK: "Tweede Kamer",
    MembershipKind.GROUP_EK: "Eerste Kamer",
    MembershipKind.SEAT_TK: "Tweede Kamer",
    MembershipKind.SEAT_EK: "Eerste Kamer",
}
"""Maps each kind of membership in a chamber, or in a group of a chamber, to the chamber's name."""

_CERTAINTY = {
    DatePrecision.DAY: "",
    DatePrecision.NOT_BEFORE: " or later",
    DatePrecision.NOT_AFTER: " or earlier",
    DatePrecision.TERM: " (elected for the term)",
}


def spell_days(spell: Membership | Tenure) -> str:
    """Return the first and the last day of a membership or tenure in words, or "" if unknown."""
    words = ("from", spell.since, spell.since_precision), ("to", spell.until, spell.until_precision)
    return " ".join(f"{word} {_day(day, known)}" for word, day, known in words if day)


def _day(day: date, precision: DatePrecision) -> str:
    return f"{day}{_CERTAINTY[precision]}"
