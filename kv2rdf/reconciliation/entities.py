"""The entities of a release that names in a table may refer to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.linking.name_bearers import surnames
from kv2rdf.linking.person_names import name_letters
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import MembershipKind
from kv2rdf.model.register import Membership, Ministry, Office, Party, Person, Register, Tenure
from kv2rdf.query.careers import NamedSpell, SpellKind, careers
from kv2rdf.query.joined_periods import DayRange
from kv2rdf.reconciliation.spell_words import membership_name

_SPELL_KINDS = {
    MembershipKind.GROUP_TK: SpellKind.GROUP,
    MembershipKind.GROUP_EK: SpellKind.GROUP,
    MembershipKind.SEAT_TK: SpellKind.SEAT,
    MembershipKind.SEAT_EK: SpellKind.SEAT,
    MembershipKind.PARTY: SpellKind.PARTY,
}
_HALF = 0.8
"""The maximum similarity of a name to one half of a double surname."""


class EntityType(StrEnum):
    """The types of entities that can be searched for. Each value is the identifier of a type."""

    PERSON = "person"
    PARTY = "party"
    MINISTRY = "ministry"
    OFFICE = "office"
    CASE = "case"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity of a release.

    ``spellings`` contains pairs: the letters of a name, and a weight from 0 to 1 by which the
    similarity of that name is multiplied. ``identifiers`` contains the identifiers of the entity in
    other registers. ``keys`` contains the keys of its entries in the register. A topic has one key:
    its address.
    """

    address: str
    type: EntityType
    name: str
    description: str = ""
    spellings: tuple[tuple[str, float], ...] = ()
    identifiers: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def register_entities(
    register: Register, at: Addresses, published: Collection[str]
) -> tuple[Entity, ...]:
    """Return the persons, parties, ministries and offices whose addresses are in ``published``."""
    described = careers(_spells(register))
    found = [
        *(_person(p, at, described.get(p.key, "")) for p in register.persons),
        *(_party(p, at) for p in register.parties),
        *_ministries(register, at),
        *(_office(o, at) for o in register.offices),
    ]
    return tuple(entity for entity in found if entity.address in published)


def _spells(register: Register) -> Iterator[NamedSpell]:
    """Yield the memberships and tenures of all persons, who are identified by their keys."""
    parties = {party.key: party for party in register.parties}
    offices = {office.key: office for office in register.offices}
    for each in register.memberships:
        party = parties[each.party] if each.party else None
        name = membership_name(each, party)
        yield NamedSpell(each.person, _SPELL_KINDS[each.kind], name, _exact_days(each))
    for tenure in register.tenures:
        label = offices[tenure.office].label
        yield NamedSpell(tenure.person, SpellKind.OFFICE, label, _exact_days(tenure))


def _person(person: Person, at: Addresses, description: str) -> Entity:
    spellings = {name_letters(person.name): 1.0}
    for letters, is_whole in surnames(person):
        spellings[letters] = 1.0 if is_whole else spellings.get(letters, _HALF)
    return Entity(
        address=at.person(person),
        type=EntityType.PERSON,
        name=person.name,
        description=description,
        spellings=tuple(spellings.items()),
        identifiers=_identifiers(person.wikidata, person.guid, person.parlement_id),
        keys=(person.key,),
    )


def _party(party: Party, at: Addresses) -> Entity:
    return Entity(
        address=at.party(party),
        type=EntityType.PARTY,
        name=party.name,
        description=" ".join(filter(None, (party.abbreviation, _period(party)))),
        spellings=_spellings(party.name, party.abbreviation, *party.aliases),
        identifiers=_identifiers(party.wikidata),
        keys=(party.key,),
    )


def _ministries(register: Register, at: Addresses) -> Iterator[Entity]:
    """Yield each ministry once, under its latest name, with all its other names."""
    latest = {at.ministry(m): m for m in register.present_ministries.values()}
    for address, ministry in latest.items():
        same = [m for m in register.ministries if at.ministry(m) == address]
        names = [name for m in same for name in (m.name, m.abbreviation, *m.aliases)]
        yield Entity(
            address=address,
            type=EntityType.MINISTRY,
            name=ministry.name,
            description=" ".join(filter(None, (ministry.abbreviation, _period(ministry)))),
            spellings=_spellings(*names),
            identifiers=_identifiers(ministry.wikidata),
            keys=tuple(m.key for m in same),
        )


def _office(office: Office, at: Addresses) -> Entity:
    names = (office.label, office.portfolio, *office.aliases)
    ranked = (f"{office.kind} van {alias}" for alias in office.aliases)
    return Entity(
        address=at.office(office),
        type=EntityType.OFFICE,
        name=office.label,
        description=" ".join(filter(None, (office.label_en, _period(office)))),
        spellings=_spellings(*names, *ranked),
        identifiers=_identifiers(office.wikidata),
        keys=(office.key,),
    )


def _spellings(*names: str | None) -> tuple[tuple[str, float], ...]:
    return tuple(
        (letters, 1.0) for letters in dict.fromkeys(map(name_letters, filter(None, names)))
    )


def _identifiers(item: str | None, *others: str | None) -> tuple[str, ...]:
    in_wikidata = (item, external.wikidata(item)) if item else ()
    return tuple(filter(None, (*in_wikidata, *others)))


def _exact_days(spell: Membership | Tenure) -> DayRange:
    """Return the first and the last day of a spell. A day that is not exact is None."""
    since = spell.since if spell.since_precision is DatePrecision.DAY else None
    until = spell.until if spell.until_precision is DatePrecision.DAY else None
    return since, until


def _period(entry: Party | Office | Ministry) -> str:
    if isinstance(entry, Party):
        return _year_range(entry.founded, entry.dissolved)
    return _year_range(entry.since, entry.until)


def _year_range(since: date | None, until: date | None) -> str:
    if since is None and until is None:
        return ""
    return f"({since.year if since else ''}–{until.year if until else ''})"
