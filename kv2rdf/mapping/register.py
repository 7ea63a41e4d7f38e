"""The register in seeds/ except people: parties, chambers, offices, topics, media and terms."""

from collections.abc import Iterable

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.addresses.stability import is_of_person
from kv2rdf.mapping.concept_schemes import (
    answer_term,
    heading_match,
    medium,
    scheme,
    topic,
)
from kv2rdf.mapping.labels import label_rows, other_names
from kv2rdf.mapping.parties import house_of_parliament, party
from kv2rdf.mapping.periods import period
from kv2rdf.model.brought_source import BroughtSource
from kv2rdf.model.cabinet import Cabinet
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import (
    Ministry,
    Office,
    Register,
)
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Dutch, English
from kv2rdf.rdf.vocabulary import DCT, KV, ORG, OWL, RDF, SKOS


def register(r: Register, at: Addresses) -> Triples:
    """Return the triples about all entries of the register except people.

    They include a redirect from each moved address, except the addresses of people, because people
    may be missing from a release (``people``). The group of a party in a chamber is included in a
    release only if a paper names it (``register_from_papers``), or if a person to whom a paper may
    refer belonged to it (``people``).
    """
    for chamber in Chamber:
        yield from house_of_parliament(chamber)
    for one in r.parties:
        yield from party(one, at)
    ministries = r.present_ministries
    for department in dict.fromkeys(ministries.values()):
        names = [m for m in r.ministries if ministries[m.key] == department]
        yield from ministry(department, names, at)
    for o in r.offices:
        yield from office(o, ministries[o.ministry], at)
    for one_cabinet in r.cabinets:
        yield from cabinet(one_cabinet, at)
    yield from concepts(r, at)
    for source in r.brought_sources:
        yield from brought_source(source, at)
    for old, new in r.moved_addresses:
        if not is_of_person(at.moved(new).removeprefix(at.base)):
            yield from about(at.moved(old), (DCT.isReplacedBy, at.moved(new)))


def concepts(r: Register, at: Addresses) -> Triples:
    """Return the triples about topics, headings, media and answer terms, and their schemes."""
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


def ministry(m: Ministry, names: Iterable[Ministry], at: Addresses) -> Triples:
    """Return the triples about a ministry under its latest name, with all its other names.

    ``names`` contains the register entries of the ministry, one for each of its names.
    """
    others = [word for n in names for word in (n.abbreviation, n.name, *n.aliases)]
    return about(
        at.ministry(m),
        (RDF.type, (ORG.FormalOrganization, KV.Ministry)),
        *label_rows(Dutch(m.name)),
        other_names(m.name, *others),
        (OWL.sameAs, external.wikidata(m.wikidata) if m.wikidata else None),
    )


def office(o: Office, department: Ministry, at: Addresses) -> Triples:
    """Return the triples about an office in the government."""
    return about(
        at.office(o),
        (RDF.type, ORG.Post),
        *label_rows(Dutch(o.label), English(o.label_en)),
        other_names(o.label, *o.other_labels),
        (ORG.postIn, at.ministry(department)),
        (OWL.sameAs, external.wikidata(o.wikidata) if o.wikidata else None),
    )


def cabinet(c: Cabinet, at: Addresses) -> Triples:
    """Return the triples about a cabinet, with the period in which it was in office."""
    address = at.cabinet(c.key)
    in_office = at.period(address)
    yield from about(
        address,
        (RDF.type, (ORG.Organization, KV.Cabinet)),
        *label_rows(Dutch(c.name), English(c.name_en)),
        other_names(c.name, c.short_name),
        (DCT.temporal, in_office),
        (OWL.sameAs, external.wikidata(c.wikidata) if c.wikidata else None),
    )
    yield from period(in_office, c.since, c.until, c.since_precision, c.until_precision)


def brought_source(s: BroughtSource, at: Addresses) -> Triples:
    """Return the triples about a source of entries that a user added, with its licence."""
    return about(
        at.brought_source(s.name),
        (RDF.type, DCT.RightsStatement),
        *label_rows(Dutch(s.name), English(s.name)),
        (
            SKOS.definition,
            (
                Dutch(f"Toegevoegd door wie deze uitgave maakte. Licentie: {s.licence}"),
                English(f"Added by whoever built this release: {s.what}. Licence: {s.licence}"),
            ),
        ),
        (DCT.source, external.web_address(s.where) if external.is_web_address(s.where) else None),
    )
