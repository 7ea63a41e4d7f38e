"""The groups, seats and offices of persons in words, to distinguish persons with the same name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kv2rdf.query.joined_periods import DayRange, joined_periods_of


class SpellKind(Enum):
    """The kinds of memberships and tenures of which a career consists."""

    GROUP = auto()
    SEAT = auto()
    PARTY = auto()
    OFFICE = auto()


@dataclass(frozen=True, slots=True)
class NamedSpell:
    """A membership or tenure of a person.

    ``name`` is the name of the group, chamber, party or office. A day of ``days`` is None if the
    exact date is not known.
    """

    person: str
    kind: SpellKind
    name: str
    days: DayRange


def careers(spells: Iterable[NamedSpell]) -> dict[str, str]:
    """Return descriptions of persons, such as "CDA, Tweede Kamer (2002–2010)", by person.

    A description contains the groups and the offices with their years. If no group is known, it
    contains the seats and the parties instead of the groups. Adjoining periods are joined.
    """
    found: dict[str, set[tuple[SpellKind, str, str]]] = defaultdict(set)
    keys = (((each.person, each.kind, each.name), each.days) for each in spells)
    for (person, kind, name), period in joined_periods_of(keys):
        found[person].add((kind, _years(*period), name))
    return {person: _words(held) for person, held in sorted(found.items())}


def _years(since: date | None, until: date | None) -> str:
    first, last = (str(day.year) if day else "" for day in (since, until))
    return first if first == last else f"{first}–{last}"


def _words(spells: set[tuple[SpellKind, str, str]]) -> str:
    has_group = any(kind is SpellKind.GROUP for kind, _, _ in spells)
    left_out = {SpellKind.SEAT, SpellKind.PARTY} if has_group else set()
    ordered = sorted((years, name) for kind, years, name in spells if kind not in left_out)
    return "; ".join(f"{name} ({years})" if years else name for years, name in ordered)
