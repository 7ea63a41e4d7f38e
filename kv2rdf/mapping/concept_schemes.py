"""Topics and media as concepts, and the schemes they are in."""

from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.register import Medium, Topic
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Dutch, English, Iri
from kv2rdf.rdf.vocabulary import RDF, SKOS

_MATCHES = {
    "exactMatch": SKOS.exactMatch,
    "closeMatch": SKOS.closeMatch,
    "broadMatch": SKOS.broadMatch,
}


def topic(t: Topic, at: Addresses) -> Triples:
    """A topic of the TaxonomieBeleidsagenda.

    Its address is our own, not that of OWMS, since several topics may match one topic of OWMS.
    """
    return about(
        at.topic(t.key),
        (RDF.type, SKOS.Concept),
        (SKOS.prefLabel, Dutch(t.label)),
        (SKOS.inScheme, at.scheme("thema")),
        (SKOS.broader, at.topic(t.parent) if t.parent else None),
        (SKOS.closeMatch if t.parent else SKOS.exactMatch, Iri(t.owms) if t.owms else None),
        (_MATCHES[t.tooi_match or "closeMatch"], Iri(t.tooi) if t.tooi else None),
    )


def medium(m: Medium, at: Addresses) -> Triples:
    """A newspaper, broadcaster or other medium, or a kind of medium."""
    return about(
        at.medium(m.key),
        (RDF.type, SKOS.Concept),
        (SKOS.prefLabel, Dutch(m.label)),
        (SKOS.altLabel, map(Dutch, m.names)),
        (SKOS.inScheme, at.scheme("medium")),
        (SKOS.broader, at.medium(m.parent) if m.parent else None),
    )


def scheme(address: Iri, label: str, label_en: str) -> Triples:
    """A concept scheme."""
    return about(
        address,
        (RDF.type, SKOS.ConceptScheme),
        (SKOS.prefLabel, (Dutch(label), English(label_en))),
    )
