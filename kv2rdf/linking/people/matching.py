"""Who is meant: a name, a party or an office as printed becomes an identity where one is certain.

A person is certain only where the whole name is in the register and the register has that person
in the printed party, or in the printed office, on the day. Else the name stays as printed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from kv2rdf.linking.citations.media import by_name
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Medium, MembershipKind, Office, Party, Person, Register

_BY_PARTY = "naam-en-fractie-op-de-dag"
_BY_OFFICE = "naam-en-ambt-op-de-dag"
_PARTY_ONLY = "fractie-zoals-gedrukt"
_OFFICE_ONLY = "ambt-zoals-gedrukt"
_GROUPS = {Chamber.TK: MembershipKind.GROUP_TK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The register, by the words it is asked for."""

    register: Register
    persons: Mapping[str, tuple[Person, ...]]
    parties: Mapping[str, Party]
    offices: Mapping[str, Office]
    media: Mapping[str, Medium]

    @classmethod
    def of(cls, register: Register) -> Self:
        """Index a register."""
        persons: dict[str, tuple[Person, ...]] = {}
        for person in register.persons:
            persons[person.name] = (*persons.get(person.name, ()), person)
        return cls(
            register=register,
            persons=persons,
            parties={
                _party_letters(name): party
                for party in register.parties
                for name in (party.abbreviation, party.name, *party.aliases)
            },
            offices={_office_words(office.label): office for office in register.offices},
            media=by_name(register.media),
        )

    def participant(
        self, role: Role, ordinal: int, mention: Mention, day: date | None, chamber: Chamber
    ) -> Participant:
        """Give somebody in a role on a day, with every identity that is certain."""
        party = self._party(mention.party, day)
        office = self._office(mention.office, day)
        person, matched_by = None, None
        if office is not None:
            person = self._person(mention.name, self._in_office(office, day))
            matched_by = _BY_OFFICE if person else _OFFICE_ONLY
        elif party is not None:
            person = self._person(mention.name, self._in_group(party, day, chamber))
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

    def _person(self, name: str | None, keys: frozenset[str]) -> Person | None:
        found = [p for p in self.persons.get(name or "", ()) if p.key in keys]
        return found[0] if len(found) == 1 else None

    def _party(self, printed: str | None, day: date | None) -> Party | None:
        party = self.parties.get(_party_letters(printed or ""))
        return party if party and _within(day, party.founded, party.dissolved) else None

    def _office(self, printed: str | None, day: date | None) -> Office | None:
        office = self.offices.get(_office_words(printed or ""))
        return office if office and _within(day, office.since, office.until) else None

    def _in_office(self, office: Office, day: date | None) -> frozenset[str]:
        return frozenset(
            tenure.person
            for tenure in self.register.tenures
            if tenure.office == office.key and _within(day, tenure.since, tenure.until)
        )

    def _in_group(self, party: Party, day: date | None, chamber: Chamber) -> frozenset[str]:
        return frozenset(
            spell.person
            for spell in self.register.memberships
            if spell.party == party.key
            and spell.kind is _GROUPS.get(chamber)
            and spell.since is not None
            and _within(day, spell.since, spell.until)
        )


def _within(day: date | None, since: date | None, until: date | None) -> bool:
    """Tell whether a day is in a period; a day that is not known is in none."""
    return day is not None and (since is None or since <= day) and (until is None or day <= until)


@lru_cache(maxsize=1 << 12)
def _office_words(printed: str) -> str:
    """Give an office in the form in which printed ones are compared: "minister justitie"."""
    words = printed.casefold().removeprefix("de ")
    return re.sub(r"^(minister|staatssecretaris) (?:van|voor) ", r"\1 ", words)


@lru_cache(maxsize=1 << 10)
def _party_letters(printed: str) -> str:
    """Give a party in the form in which printed ones are compared: "vvd" for "V.V.D." or "(VVD".

    A scan may have left a bracket, or "beiden", before it.
    """
    party = re.sub(r"^\W*(?:beiden?|al+en|lid)(?=[ A-Z])", "", printed)
    return re.sub(r"[\W_]+", "", party).casefold()
