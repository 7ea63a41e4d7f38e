"""The people in the register, with their memberships and tenures.

A release contains only people to whom at least one of its papers may refer.
"""

from collections.abc import Iterable, Iterator, Mapping

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.parties import group
from kv2rdf.mapping.periods import period
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.register import Membership, Ministry, Office, Party, Person, Register, Tenure
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, FOAF, KV, ORG, OWL, RDF, RDFS

MEMBERSHIP_CONCEPTS: dict[MembershipKind | type[Tenure], str] = {
    MembershipKind.GROUP_TK: "lid-van-de-fractie",
    MembershipKind.GROUP_EK: "lid-van-de-fractie",
    MembershipKind.SEAT_TK: "lid-van-de-kamer",
    MembershipKind.SEAT_EK: "lid-van-de-kamer",
    MembershipKind.PARTY: "lid-van-de-partij",
    Tenure: "ambtsdrager",
}

_GROUPS = {MembershipKind.GROUP_TK: Chamber.TK, MembershipKind.GROUP_EK: Chamber.EK}
_SEATS = {MembershipKind.SEAT_TK: Chamber.TK, MembershipKind.SEAT_EK: Chamber.EK}


class PeopleRows(Mapping[str, list[Triple]]):
    """A mapping from the address of each person to the triples about that person.

    The triples describe the person, the person's memberships and tenures, and the parliamentary
    groups to which the person belonged. They include redirects from former addresses of all these
    entities. The triples of a person are made when they are first needed, and are then kept,
    because most releases need only a few persons, but need them for many cases.
    """

    def __init__(self, register: Register, at: Addresses) -> None:
        """Index the entries of a register by person, without making any triples."""
        self._at = at
        self._parties = {p.key: p for p in register.parties}
        self._ministries = register.present_ministries
        self._offices = {o.key: o for o in register.offices}
        spells: dict[str, list[Membership | Tenure]] = {p.key: [] for p in register.persons}
        for held in register.memberships:
            spells[held.person].append(held)
        for tenure_held in register.tenures:
            spells[tenure_held.person].append(tenure_held)
        self._persons_from: dict[str, list[Iri]] = {}
        self._spells_from: dict[str, list[Iri]] = {}
        for source in register.brought_sources:
            for key in source.persons:
                self._persons_from.setdefault(key, []).append(at.brought_source(source.name))
            for key in source.spells:
                self._spells_from.setdefault(key, []).append(at.brought_source(source.name))
        self._former: dict[Iri, list[Iri]] = {}
        for old, new in register.moved_addresses:
            self._former.setdefault(at.moved(new), []).append(at.moved(old))
        self._people = {str(at.person(p)): (p, spells[p.key]) for p in register.persons}
        self._made: dict[str, list[Triple]] = {}

    def __getitem__(self, address: str) -> list[Triple]:
        if address not in self._made:
            self._made[address] = self._rows(address)
        return self._made[address]

    def _rows(self, address: str) -> list[Triple]:
        found, spells = self._people[address]
        rows = list(person(found, self._at))
        sources = self._persons_from.get(found.key, ())
        rows += about(self._at.person(found), (DCT.source, sources))
        for spell in spells:
            sources = self._spells_from.get(spell.key, ())
            rows += about(self._at.membership(spell.key), (DCT.source, sources))
            if isinstance(spell, Membership):
                party = self._parties[spell.party] if spell.party else None
                rows += membership(spell, found, party, self._at)
                if party and spell.kind in _GROUPS:
                    rows += group(party, _GROUPS[spell.kind], self._at)
            else:
                post = self._offices[spell.office]
                rows += tenure(spell, found, post, self._ministries[post.ministry], self._at)
        rows += self._redirects(subject for subject, _, _ in rows)
        return rows

    def _redirects(self, things: Iterable[Iri]) -> Triples:
        """Yield the redirects that lead to entities, directly or through other former addresses."""
        addresses = list(dict.fromkeys(things))
        for address in addresses:
            for former in self._former.get(address, ()):
                yield from about(former, (DCT.isReplacedBy, address))
                addresses.append(former)

    def changed_addresses(self, other: "PeopleRows") -> list[str]:
        """Return the addresses of all persons whose triples may differ from those in ``other``.

        Persons who are in only one of the two are included. No triples are made: a person is left
        out if everything from which the triples are made is the same in both.
        """
        addresses = sorted({*self, *other})
        if self.shared_rows != other.shared_rows:
            return addresses
        return [each for each in addresses if self.basis(each) != other.basis(each)]

    @property
    def shared_rows(self) -> tuple[object, ...]:
        """The rows of the register from which the triples of more than one person are made."""
        return self._at, self._parties, self._ministries, self._offices, self._former

    def basis(self, address: str) -> tuple[object, ...]:
        """Return the rows that are used only for the triples of the person with this address.

        Return an empty tuple if there is no such person.
        """
        if address not in self._people:
            return ()
        found, spells = self._people[address]
        sources = [self._spells_from.get(spell.key) for spell in spells]
        return found, spells, self._persons_from.get(found.key), sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, address: object) -> bool:
        return address in self._people


def person(p: Person, at: Addresses) -> Triples:
    """Return the triples about a person, with the identifiers used in other registers."""
    return about(
        at.person(p),
        (RDF.type, FOAF.Person),
        (FOAF.name, Code(p.name)),
        (RDFS.label, Code(p.name)),
        (DCT.identifier, map(Code, filter(None, (p.guid, p.parlement_id)))),
        (OWL.sameAs, external.wikidata(p.wikidata) if p.wikidata else None),
    )


def membership(m: Membership, member: Person, of: Party | None, at: Addresses) -> Triples:
    """Return the triples about a membership of a party, a group or a chamber.

    ``of`` is the party, or None if it is a membership of a chamber.
    """
    if of is None:
        where = external.CHAMBERS[_SEATS[m.kind]]
    elif m.kind in _GROUPS:
        where = at.group(of, _GROUPS[m.kind])
    else:
        where = at.party(of)
    yield from _spell(at.membership(m.key), m, member, where, at)


def tenure(t: Tenure, holder: Person, post: Office, department: Ministry, at: Addresses) -> Triples:
    """Return the triples about a tenure of an office."""
    spell = at.membership(t.key)
    yield from _spell(spell, t, holder, at.ministry(department), at)
    yield from about(spell, (KV.office, at.office(post)))


def _spell(
    address: Iri, spell: Membership | Tenure, member: Person, where: Iri, at: Addresses
) -> Triples:
    kind = MEMBERSHIP_CONCEPTS[spell.kind if isinstance(spell, Membership) else Tenure]
    is_dated = spell.since is not None or spell.until is not None
    spell_period = at.period(address)
    yield from about(
        address,
        (RDF.type, ORG.Membership),
        (ORG.role, external.concept(kind)),
        (ORG.member, at.person(member)),
        (ORG.organization, where),
        (ORG.memberDuring, spell_period if is_dated else None),
    )
    if is_dated:
        yield from period(
            spell_period, spell.since, spell.until, spell.since_precision, spell.until_precision
        )
