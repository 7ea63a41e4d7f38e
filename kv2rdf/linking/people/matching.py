"""The person, party or office that a printed mention refers to.

A person is identified only if the whole name is in the register, and if the register says that on
the day of the document this person was in the printed party or office. Otherwise the name is
published as printed, without a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import MembershipKind, Office, Party, Person, Register
from kv2rdf.model.rules import MatchRule

_BY_PARTY = MatchRule.NAME_AND_GROUP
_BY_OFFICE = MatchRule.NAME_AND_OFFICE
_PARTY_ONLY = MatchRule.GROUP_ONLY
_OFFICE_ONLY = MatchRule.OFFICE_ONLY
_GROUPS = {Chamber.TK: MembershipKind.GROUP_TK, Chamber.EK: MembershipKind.GROUP_EK}


@dataclass(frozen=True, slots=True)
class PersonMatcher:
    """Identifies the persons, parties and offices that papers mention."""

    index: ReferenceIndex

    @classmethod
    def of(cls, register: Register, identifiers: Mapping[str, str] = MappingProxyType({})) -> Self:
        """Return a matcher that uses the entries of a register, and the identifiers in lists."""
        return cls(ReferenceIndex.of(register, identifiers))

    def participant(
        self, role: Role, ordinal: int, mention: Mention, day: date | None, chamber: Chamber
    ) -> Participant:
        """Return a participant with every identity that is certain.

        ``day`` is the date of the document. A member is looked up in the groups of ``chamber``. The
        ``matched_by`` of the result is None if nothing was identified.
        """
        party = self._party(mention.party, day)
        office = self._office(mention.whole_office, day)
        person, matched_by = None, None
        if office is not None:
            person = self._holder(mention.name, office, day)
            matched_by = _BY_OFFICE if person else _OFFICE_ONLY
        elif party is not None:
            person = self._member(mention.name, party, day, chamber)
            matched_by = _BY_PARTY if person else _PARTY_ONLY
        return Participant(
            role=role,
            ordinal=ordinal,
            mention=mention,
            person=person,
            party=party,
            office=office,
            matched_by=matched_by,
        )

    def _party(self, printed: str | None, day: date | None) -> Party | None:
        party = self.index.party(printed)
        return party if party and _is_within(day, party.founded, party.dissolved) else None

    def _office(self, printed: str | None, day: date | None) -> Office | None:
        office = self.index.office(printed)
        return office if office and _is_within(day, office.since, office.until) else None

    def _holder(self, name: str | None, office: Office, day: date | None) -> Person | None:
        """Return the only person with this name who holds an office on a day, or None."""
        return _only(
            person
            for person in self.index.persons.get(name or "", ())
            if any(
                tenure.office == office.key and _is_within(day, tenure.since, tenure.until)
                for tenure in self.index.tenures.get(person.key, ())
            )
        )

    def _member(
        self, name: str | None, party: Party, day: date | None, chamber: Chamber
    ) -> Person | None:
        """Return the only person with this name who is in a party's group on a day, or None."""
        return _only(
            person
            for person in self.index.persons.get(name or "", ())
            if any(
                membership.party == party.key
                and membership.kind is _GROUPS[chamber]
                and membership.since is not None
                and _is_within(day, membership.since, membership.until)
                for membership in self.index.memberships.get(person.key, ())
            )
        )


def _only(persons: Iterable[Person]) -> Person | None:
    found = list(persons)
    return found[0] if len(found) == 1 else None


def _is_within(day: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day is in a period; an unknown day is in no period."""
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
