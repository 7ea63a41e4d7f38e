"""The person, party and office that a printed mention refers to, each found by its own rule.

Only identities that are certain are published. The rules are in the modules ``parties``,
``offices``, ``officers`` and ``members``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from kv2rdf.linking.people.identities import Identity
from kv2rdf.linking.people.members import FoundMember, MemberSearch
from kv2rdf.linking.people.officers import meant_officer, only_office
from kv2rdf.linking.people.offices import PrintedOffice, printed_offices
from kv2rdf.linking.people.parties import party_of_member, printed_party
from kv2rdf.linking.person_names import mentioned_name
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Party, Register


@dataclass(frozen=True, slots=True)
class PersonMatcher:
    """A matcher that identifies the persons, parties and offices mentioned in papers."""

    index: ReferenceIndex

    @classmethod
    def of(cls, register: Register, identifiers: Mapping[str, str] = MappingProxyType({})) -> Self:
        """Return a matcher for the entries of a register.

        ``identifiers`` contains the identifiers of papers in the lists of the input, each mapped to
        itself.
        """
        return cls(ReferenceIndex.of(register, identifiers))

    def participants(
        self,
        role: Role,
        mentions: Iterable[Mention],
        day: date | None,
        chamber: Chamber,
        count_before: int = 0,
    ) -> list[Participant]:
        """Return the participants in a list of mentions, each with all identities that are certain.

        A mention of several offices results in several participants. All participants are numbered
        from ``count_before`` + 1. ``day`` is the date of the document. A member is looked up in the
        groups of ``chamber``. If the person is not certain, the participant contains the possible
        persons.
        """
        printed = (one for mention in mentions for one in printed_offices(self.index, mention, day))
        return [
            self._participant(role, ordinal, one, day, chamber)
            for ordinal, one in enumerate(printed, start=count_before + 1)
        ]

    def _participant(
        self, role: Role, ordinal: int, printed: PrintedOffice, day: date | None, chamber: Chamber
    ) -> Participant:
        mention, named = printed.mention, printed.named
        party = printed_party(self.index, mention.party, day)
        office = Identity(named.office, named.rule) if named and named.office else None
        if role is not Role.ASKER:
            is_reply = role is not Role.ADDRESSEE
            found = FoundMember(meant_officer(self.index, mention, named, day, is_reply=is_reply))
            if named is None and found.person:
                office = only_office(self.index, found.person.entry, day)
        else:
            found = self._member(mention, party, day, chamber)
            if party is None and mention.party is None and found.person:
                party = party_of_member(self.index, found.person.entry, day, chamber)
        person = found.person
        ministry = office.entry.ministry if office else named.ministry if named else None
        return Participant(
            role=role,
            ordinal=ordinal,
            mention=mention,
            listed_in=printed.listed_in,
            person=person.entry if person else None,
            person_rule=person.rule if person else None,
            party=party.entry if party else None,
            party_rule=party.rule if party else None,
            office=office.entry if office else None,
            ministry=self.index.ministries[ministry] if ministry else None,
            office_rule=office.rule if office else named.rule if named else None,
            candidates=found.candidates,
        )

    def _member(
        self,
        mention: Mention,
        party: Identity[Party] | None,
        day: date | None,
        chamber: Chamber,
    ) -> FoundMember:
        """Return the asker, or an empty result if the name, date or printed party is unknown."""
        if mention.name is None or day is None or (mention.party and not party):
            return FoundMember()
        name = mentioned_name(mention.name, mention.printed, mention.party)
        search = MemberSearch(index=self.index, name=name, day=day, chamber=chamber)
        return search.in_party(party.entry) if party else search.without_party()
