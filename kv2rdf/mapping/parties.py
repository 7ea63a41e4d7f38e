"""Parties, chambers, and the group of a party in a chamber."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.labels import label_rows, other_names
from kv2rdf.model.kinds import CHAMBER_NAMES, Chamber
from kv2rdf.model.register import Party
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Code, Dutch, English
from kv2rdf.rdf.vocabulary import KV, ORG, OWL, RDF, SKOS


def party(p: Party, at: Addresses) -> Triples:
    """Return the triples about a political party."""
    return about(
        at.party(p),
        (RDF.type, (ORG.Organization, KV.Party)),
        *label_rows(Dutch(p.name)),
        other_names(p.name, p.abbreviation, *p.aliases),
        (SKOS.notation, Code(p.short_name)),
        (OWL.sameAs, external.wikidata(p.wikidata) if p.wikidata else None),
    )


def group(p: Party, chamber: Chamber, at: Addresses) -> Triples:
    """Return the triples about the parliamentary group of a party in a chamber."""
    in_dutch, in_english = CHAMBER_NAMES[chamber]
    return about(
        at.group(p, chamber),
        (RDF.type, (ORG.Organization, KV.Group)),
        *label_rows(Dutch(f"{p.short_name}, {in_dutch}"), English(f"{p.short_name}, {in_english}")),
        (SKOS.altLabel, Dutch(p.short_name)),
        (SKOS.notation, Code(p.short_name)),
        (ORG.subOrganizationOf, at.party(p)),
        (KV.chamber, external.CHAMBERS[chamber]),
    )


def house_of_parliament(chamber: Chamber) -> Triples:
    """Return the triples about a chamber of the States General."""
    in_dutch, in_english = CHAMBER_NAMES[chamber]
    return about(
        external.CHAMBERS[chamber],
        (RDF.type, ORG.FormalOrganization),
        *label_rows(Dutch(in_dutch), English(in_english)),
        other_names(in_dutch, f"{in_dutch} der Staten-Generaal"),
    )
