"""Memberships and tenures ("spells") of persons, and whether they include a given date."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from kv2rdf.linking.periods import is_within
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.register import Membership, Tenure

_Spell = TypeVar("_Spell", Membership, Tenure)


def spells_by_person(spells: Iterable[_Spell]) -> dict[str, tuple[_Spell, ...]]:
    """Return a mapping from the key of each person to their spells, in the original order."""
    found: dict[str, list[_Spell]] = {}
    for spell in spells:
        found.setdefault(spell.person, []).append(spell)
    return {person: tuple(held) for person, held in found.items()}


def covers(spell: Membership | Tenure, day: date | None) -> bool:
    """Whether a membership or tenure certainly includes a date. False if the date is None."""
    return (
        spell.since is not None
        and spell.since_precision in (DatePrecision.DAY, DatePrecision.NOT_AFTER)
        and spell.until_precision in (DatePrecision.DAY, DatePrecision.NOT_BEFORE)
        and is_within(day, spell.since, spell.until)
    )


def may_cover(spell: Membership | Tenure, day: date, grace: timedelta = timedelta()) -> bool:
    """Whether a membership or tenure may have included a date.

    A first day with the precision ``NOT_AFTER`` and a last day with the precision ``NOT_BEFORE``
    are ignored.

    The result is also true if the membership or tenure ended at most ``grace`` before that date.
    """
    since = None if spell.since_precision is DatePrecision.NOT_AFTER else spell.since
    until = None if spell.until_precision is DatePrecision.NOT_BEFORE else spell.until
    return is_within(day, since, until + grace if until else None)
