"""Facts about persons, parties, ministries and offices, taken from the register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from kv2rdf.linking.spells import covers
from kv2rdf.model.register import Membership, Ministry, Office, Party, Register, Tenure
from kv2rdf.reconciliation.entities import Entity, EntityType
from kv2rdf.reconciliation.extension_properties import PropertyId
from kv2rdf.reconciliation.extension_values import EntityReference, ExtensionValue, value_in_words
from kv2rdf.reconciliation.person_records import PersonRecord, PersonRecords
from kv2rdf.reconciliation.spell_words import membership_name, spell_days

_MINISTRY = EntityType.MINISTRY
_Values = Iterable[ExtensionValue | None]
_Spell = TypeVar("_Spell", Membership, Tenure)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """The entries of a register by their keys, and the corresponding entities of a release."""

    records: PersonRecords
    parties: Mapping[str, Party]
    ministries: Mapping[str, Ministry]
    offices: Mapping[str, Office]
    holders: Mapping[str, tuple[Tenure, ...]]
    keyed: Mapping[tuple[EntityType, str], Entity]

    @classmethod
    def of(
        cls,
        register: Register,
        records: PersonRecords,
        keyed: Mapping[tuple[EntityType, str], Entity],
    ) -> Self:
        """Return the facts of a register.

        ``keyed`` contains the entities by their types and keys.
        """
        holders: dict[str, tuple[Tenure, ...]] = {}
        for tenure in register.tenures:
            holders[tenure.office] = (*holders.get(tenure.office, ()), tenure)
        return cls(
            records=records,
            parties={each.key: each for each in register.parties},
            ministries=register.ministries_by_key,
            offices={each.key: each for each in register.offices},
            holders=holders,
            keyed=keyed,
        )

    def values(
        self, entity: Entity, wanted: PropertyId, day: date | None
    ) -> tuple[ExtensionValue, ...]:
        """Return the values of a property of an entity, without duplicates.

        The result is empty if the entity has no such property. If ``day`` is given, memberships and
        tenures that do not certainly include it are ignored.
        """
        found = self._facts(entity, day).get(wanted, ())
        return tuple(dict.fromkeys(value for value in found if value))

    def _facts(self, entity: Entity, day: date | None) -> Mapping[PropertyId, _Values]:
        key = entity.keys[0] if entity.keys else ""
        if entity.type is EntityType.PERSON:
            return self._person(self.records.by_key[key], day)
        if entity.type is EntityType.PARTY:
            return _party(self.parties[key])
        if entity.type is EntityType.MINISTRY:
            return self._ministry(entity.keys)
        return self._office(self.offices[key], day) if entity.type is EntityType.OFFICE else {}

    def _person(self, record: PersonRecord, day: date | None) -> Mapping[PropertyId, _Values]:
        person = record.person
        seats = (each for each in _of_day(record.memberships, day) if each.kind.chamber)
        tenures = _of_day(record.tenures, day)
        return {
            PropertyId.WIKIDATA: (person.wikidata,),
            PropertyId.BORN: (person.born,),
            PropertyId.GENDER: (person.gender,),
            PropertyId.IDENTIFIER: (person.guid, person.parlement_id),
            PropertyId.PARTY: self._parties(record, day),
            PropertyId.GROUPS: map(self._seat_in_words, seats),
            PropertyId.OFFICE: (self._office_reference(each.office) for each in tenures),
            PropertyId.TENURES: (
                _with_days(self.offices[each.office].label, each) for each in tenures
            ),
        }

    def _ministry(self, keys: tuple[str, ...]) -> Mapping[PropertyId, _Values]:
        names = sorted((self.ministries[key] for key in keys), key=lambda m: m.since or date.min)
        offices = (each.key for each in self.offices.values() if each.ministry in keys)
        return {
            PropertyId.WIKIDATA: (each.wikidata for each in names),
            PropertyId.ABBREVIATION: (each.abbreviation for each in names),
            PropertyId.FIRST_DAY: (names[0].since,),
            PropertyId.LAST_DAY: (names[-1].until,),
            PropertyId.OFFICE: map(self._office_reference, offices),
        }

    def _office(self, office: Office, day: date | None) -> Mapping[PropertyId, _Values]:
        held = [(self._person_reference(t.person), t) for t in self.holders.get(office.key, ())]
        certain = [(holder, t) for holder, t in held if day is None or covers(t, day)]
        ministry = self.ministries[office.ministry]
        return {
            PropertyId.WIKIDATA: (office.wikidata,),
            PropertyId.FIRST_DAY: (office.since,),
            PropertyId.LAST_DAY: (office.until,),
            PropertyId.MINISTRY: (self._reference(_MINISTRY, ministry.key, ministry.name),),
            PropertyId.HOLDER: (holder for holder, _ in certain),
            PropertyId.TENURES: (
                _with_days(value_in_words(holder), tenure) for holder, tenure in certain
            ),
        }

    def _parties(self, record: PersonRecord, day: date | None) -> _Values:
        """Yield the parties of a person on a given date, or all parties if no date is given.

        If the person was in a group of a chamber on that date, only the parties of such groups are
        yielded.
        """
        held = [each for each in _of_day(record.memberships, day) if each.party]
        groups = [each for each in held if each.kind.chamber]
        for each in (groups or held) if day else held:
            party = self.parties[each.party or ""]
            yield self._reference(EntityType.PARTY, party.key, party.name)

    def _seat_in_words(self, seat: Membership) -> str:
        party = self.parties[seat.party] if seat.party else None
        return _with_days(membership_name(seat, party), seat)

    def _office_reference(self, key: str) -> ExtensionValue:
        return self._reference(EntityType.OFFICE, key, self.offices[key].label)

    def _person_reference(self, key: str) -> ExtensionValue:
        return self._reference(EntityType.PERSON, key, self.records.by_key[key].person.name)

    def _reference(self, kind: EntityType, key: str, name: str) -> ExtensionValue:
        """Return a reference to an entity, or ``name`` if the release does not contain it."""
        entity = self.keyed.get((kind, key))
        return EntityReference(entity.address, entity.name) if entity else name


def _party(party: Party) -> Mapping[PropertyId, _Values]:
    return {
        PropertyId.WIKIDATA: (party.wikidata,),
        PropertyId.ABBREVIATION: (party.abbreviation,),
        PropertyId.FIRST_DAY: (party.founded,),
        PropertyId.LAST_DAY: (party.dissolved,),
    }


def _of_day(spells: tuple[_Spell, ...], day: date | None) -> list[_Spell]:
    """Return the memberships or tenures that certainly include a date, the earliest first.

    If ``day`` is None, all of them are returned.
    """
    found = (each for each in spells if day is None or covers(each, day))
    return sorted(found, key=_first_day)


def _first_day(spell: Membership | Tenure) -> date:
    return spell.since or date.min


def _with_days(words: str, spell: Membership | Tenure) -> str:
    return ", ".join(filter(None, (words, spell_days(spell))))
