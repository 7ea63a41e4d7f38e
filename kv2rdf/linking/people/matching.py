"""The person, party and office that a printed mention refers to, each found by its own rule.

An identity is stated only if it is certain. Otherwise the words are published as printed, without
it. The modules ``parties``, ``offices`` and ``members`` have the rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from kv2rdf.linking.people.members import member
from kv2rdf.linking.people.offices import holder, printed_office
from kv2rdf.linking.people.parties import printed_party
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Register


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

        ``day`` is the date of the document. A member is looked up in the groups of ``chamber``.
        """
        party = printed_party(self.index, mention.party, day)
        office = printed_office(self.index, mention.whole_office, day)
        person = None
        if office is not None:
            person = holder(self.index, mention.name, office.entry, day)
        elif party is not None:
            person = member(self.index, mention.name, party.entry, day, chamber)
        return Participant(
            role=role,
            ordinal=ordinal,
            mention=mention,
            person=person.entry if person else None,
            person_rule=person.rule if person else None,
            party=party.entry if party else None,
            party_rule=party.rule if party else None,
            office=office.entry if office else None,
            office_rule=office.rule if office else None,
        )
