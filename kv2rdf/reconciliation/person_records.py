"""The groups and offices of each person, with their periods, for comparison with a query."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from kv2rdf.linking.name_bearers import GROUPS, SEATS
from kv2rdf.linking.periods import is_within
from kv2rdf.linking.person_names import initial_letters, printed_name
from kv2rdf.linking.spells import spells_by_person
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import Membership, Person, Register, Tenure


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person of the register with all memberships and tenures."""

    person: Person
    memberships: tuple[Membership, ...]
    tenures: tuple[Tenure, ...]

    def may_have_initials(self, printed: str) -> bool:
        """Whether the initials in a printed name may be those of the person.

        This is also true if the name has no initials, or if those of the person are not known.
        """
        wanted = printed_name(printed).initials
        known = initial_letters(self.person.initials) or initial_letters(self.person.given[:1])
        if not wanted or not known:
            return True
        return known.startswith(wanted) or wanted.startswith(known)

    def is_of_party(self, key: str) -> bool:
        """Whether the person belonged to the party with the given key at any time."""
        return any(each.party == key for each in self.memberships)

    def is_in_chamber(self, chamber: Chamber, day: date | None) -> bool:
        """Whether the person had a seat in a chamber on ``day``, or ever if ``day`` is None."""
        kinds = GROUPS[chamber], SEATS[chamber]
        return any(
            each.kind in kinds and (day is None or is_within(day, each.since, each.until))
            for each in self.memberships
        )

    def is_active_on(self, day: date) -> bool:
        """Whether the person had a seat in any chamber or held any office on a given date."""
        in_office = any(is_within(day, each.since, each.until) for each in self.tenures)
        return in_office or any(self.is_in_chamber(chamber, day) for chamber in Chamber)


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """The records of all persons, by their keys."""

    by_key: dict[str, PersonRecord]

    @classmethod
    def of(cls, register: Register) -> Self:
        """Return the records of the persons of a register."""
        memberships = spells_by_person(register.memberships)
        tenures = spells_by_person(register.tenures)
        return cls(
            {
                p.key: PersonRecord(p, memberships.get(p.key, ()), tenures.get(p.key, ()))
                for p in register.persons
            }
        )
