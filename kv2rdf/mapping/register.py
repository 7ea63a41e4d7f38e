"""The register of seeds/: people, parties, chambers, ministries, offices, topics, media, terms."""

from collections.abc import Iterable
from datetime import date

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.concept_schemes import (
    answer_term,
    heading_match,
    medium,
    scheme,
    topic,
)
from kv2rdf.mapping.labels import label_rows
from kv2rdf.mapping.parties import group, house_of_parliament, party
from kv2rdf.mapping.periods import period
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import (
    Membership,
    MembershipKind,
    Ministry,
    Office,
    Party,
    Person,
    Register,
    Tenure,
)
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCT, FOAF, KV, ORG, OWL, RDF, RDFS, SKOS

MEMBERSHIP_CONCEPTS: dict[MembershipKind | type[Tenure], str] = {
    MembershipKind.GROUP_TK: "lid-van-de-fractie",
    MembershipKind.GROUP_EK: "lid-van-de-fractie",
    MembershipKind.PARTY: "lid-van-de-partij",
    Tenure: "ambtsdrager",
}

_GROUPS = {MembershipKind.GROUP_TK: Chamber.TK, MembershipKind.GROUP_EK: Chamber.EK}


def register(r: Register, at: Addresses) -> Triples:
    """All entries of the register, and a redirect from each moved address.

    A group of a party in a chamber is here only if a membership names it. Other groups are in the
    register only if they are named by papers (``register_from_papers``).
    """
    persons = {p.key: p for p in r.persons}
    parties = {p.key: p for p in r.parties}
    ministries = r.present_ministries
    offices = {o.key: o for o in r.offices}
    for p in r.persons:
        yield from person(p, at)
    for chamber in Chamber:
        yield from house_of_parliament(chamber)
    for one in r.parties:
        yield from party(one, at)
    groups = ((m.party, _GROUPS[m.kind]) for m in r.memberships if m.kind in _GROUPS)
    for key, chamber in dict.fromkeys(groups):
        yield from group(parties[key], chamber, at)
    for m in r.memberships:
        yield from membership(m, persons[m.person], parties[m.party], at)
    for department in dict.fromkeys(ministries.values()):
        names = [m for m in r.ministries if ministries[m.key] == department]
        yield from ministry(department, names, at)
    for o in r.offices:
        yield from office(o, ministries[o.ministry], at)
    for t in r.tenures:
        post = offices[t.office]
        yield from tenure(t, persons[t.person], post, ministries[post.ministry], at)
    yield from concepts(r, at)
    for old, new in r.moved_addresses:
        yield from about(at.moved(old), (DCT.isReplacedBy, at.moved(new)))


def concepts(r: Register, at: Addresses) -> Triples:
    """The topics, headings, media and answer terms, and their schemes."""
    for theme in r.topics:
        yield from topic(theme, at)
    for match in r.heading_matches:
        yield from heading_match(match, at)
    for cited in r.media:
        yield from medium(cited, at)
    for term in r.answer_terms:
        yield from answer_term(term, at)
    yield from scheme(at.scheme("termijn"), "Antwoordtermijnen", "Terms for answering")
    yield from scheme(at.scheme("thema"), "TaxonomieBeleidsagenda", "Policy agenda taxonomy")
    yield from scheme(at.scheme("rubriek"), "Rubrieken van Parlando", "Parlando's headings")
    yield from scheme(at.scheme("medium"), "Media", "Media")


def person(p: Person, at: Addresses) -> Triples:
    """A person, with the identifiers that other registers use."""
    return about(
        at.person(p),
        (RDF.type, FOAF.Person),
        (FOAF.name, Code(p.name)),
        (RDFS.label, Code(p.name)),
        (DCT.identifier, map(Code, filter(None, (p.guid, p.parlement_id)))),
        (OWL.sameAs, external.wikidata(p.wikidata) if p.wikidata else None),
    )


def membership(m: Membership, member: Person, of: Party, at: Addresses) -> Triples:
    """A membership of a party or its group in a chamber, with its period if any date is known."""
    kind = external.concept(MEMBERSHIP_CONCEPTS[m.kind])
    chamber = _GROUPS.get(m.kind)
    where = at.group(of, chamber) if chamber else at.party(of)
    yield from _spell(at.membership(m.key), kind, member, where, m.since, m.until, at)


def ministry(m: Ministry, names: Iterable[Ministry], at: Addresses) -> Triples:
    """A ministry, under its latest name, with its other names and its abbreviations."""
    others = dict.fromkeys(word for n in names for word in (n.abbreviation, n.name) if word)
    return about(
        at.ministry(m),
        (RDF.type, (ORG.FormalOrganization, KV.Ministry)),
        *label_rows(Dutch(m.name)),
        (SKOS.altLabel, [Dutch(word) for word in others if word != m.name]),
        (OWL.sameAs, external.wikidata(m.wikidata) if m.wikidata else None),
    )


def office(o: Office, department: Ministry, at: Addresses) -> Triples:
    """A post in the government."""
    return about(
        at.office(o),
        (RDF.type, ORG.Post),
        *label_rows(Dutch(o.label), English(o.label_en)),
        (ORG.postIn, at.ministry(department)),
        (OWL.sameAs, external.wikidata(o.wikidata) if o.wikidata else None),
    )


def tenure(t: Tenure, holder: Person, post: Office, department: Ministry, at: Addresses) -> Triples:
    """A tenure of an office."""
    spell = at.membership(f"{t.person}-{t.office}-{t.since}")
    kind, where = external.concept(MEMBERSHIP_CONCEPTS[Tenure]), at.ministry(department)
    yield from _spell(spell, kind, holder, where, t.since, t.until, at)
    yield from about(spell, (KV.office, at.office(post)))


def _spell(
    spell: Iri,
    kind: Iri,
    member: Person,
    where: Iri,
    since: date | None,
    until: date | None,
    at: Addresses,
) -> Triples:
    dated = since is not None or until is not None
    spell_period = at.period(spell)
    yield from about(
        spell,
        (RDF.type, ORG.Membership),
        (ORG.role, kind),
        (ORG.member, at.person(member)),
        (ORG.organization, where),
        (ORG.memberDuring, spell_period if dated else None),
    )
    if dated:
        yield from period(spell_period, since, until)
