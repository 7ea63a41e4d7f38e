"""Memberships and tenures in words: their names, and their dates with how certain they are."""

from datetime import date

from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import CHAMBER_NAMES
from kv2rdf.model.register import Membership, Party, Tenure

_CERTAINTY = {
    DatePrecision.DAY: "",
    DatePrecision.NOT_BEFORE: " or later",
    DatePrecision.NOT_AFTER: " or earlier",
    DatePrecision.TERM: " (elected for the term)",
}


def membership_name(membership: Membership, party: Party | None) -> str:
    """Return the name of that to which a person belongs, such as "CDA, Tweede Kamer".

    ``party`` is the party of the membership, or None if only the seat is known.
    """
    if membership.kind.chamber is None:
        return party.name if party else ""
    names = (party.short_name if party else None, CHAMBER_NAMES[membership.kind.chamber][0])
    return ", ".join(filter(None, names))


def spell_days(spell: Membership | Tenure) -> str:
    """Return the first and the last day of a membership or tenure in words, or "" if unknown."""
    words = ("from", spell.since, spell.since_precision), ("to", spell.until, spell.until_precision)
    return " ".join(f"{word} {_day(day, known)}" for word, day, known in words if day)


def _day(day: date, precision: DatePrecision) -> str:
    return f"{day}{_CERTAINTY[precision]}"
