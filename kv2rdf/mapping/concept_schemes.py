"""Topics, headings, media and answer terms as concepts, and their concept schemes."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.labels import label_rows, other_names
from kv2rdf.mapping.periods import period
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import AnswerTerm, HeadingMatch, Medium, Topic
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCT, KV, RDF, SKOS

_MATCHES = {
    "exactMatch": SKOS.exactMatch,
    "closeMatch": SKOS.closeMatch,
    "broadMatch": SKOS.broadMatch,
}


def topic(t: Topic, at: Addresses) -> Triples:
    """Return the triples about a topic of the TaxonomieBeleidsagenda.

    The topic has its own address, because several topics may match one topic of OWMS.
    """
    return about(
        at.topic(t.key),
        (RDF.type, SKOS.Concept),
        *label_rows(Dutch(t.label)),
        (SKOS.inScheme, at.scheme("thema")),
        (SKOS.broader, at.topic(t.parent) if t.parent else None),
        (SKOS.closeMatch if t.parent else SKOS.exactMatch, Iri(t.owms) if t.owms else None),
        (_MATCHES[t.tooi_match or "closeMatch"], Iri(t.tooi) if t.tooi else None),
    )


def heading(words: str, broader: str | None, at: Addresses) -> Triples:
    """Return the triples about a heading of the archive, with its broader heading, if any."""
    return about(
        at.subject(words),
        (RDF.type, SKOS.Concept),
        *label_rows(Dutch(words)),
        (SKOS.inScheme, at.scheme("rubriek")),
        (SKOS.broader, at.subject(broader) if broader else None),
    )


def heading_match(m: HeadingMatch, at: Addresses) -> Triples:
    """Return the triples that link a heading of the archive to a topic of similar meaning."""
    yield from heading(m.heading, None, at)
    yield from about(at.subject(m.heading), (SKOS.closeMatch, at.topic(m.topic)))


def medium(m: Medium, at: Addresses) -> Triples:
    """Return the triples about a newspaper, broadcaster or other medium, or a kind of medium."""
    return about(
        at.medium(m.key),
        (RDF.type, SKOS.Concept),
        *label_rows(Dutch(m.label)),
        other_names(m.label, *m.names),
        (SKOS.inScheme, at.scheme("medium")),
        (SKOS.broader, at.medium(m.parent) if m.parent else None),
    )


def answer_term(t: AnswerTerm, at: Addresses) -> Triples:
    """Return the triples about an answer term: the number of days, and the article that sets it."""
    address = at.answer_term(t)
    in_force = at.period(address)
    yield from about(
        address,
        (RDF.type, SKOS.Concept),
        *label_rows(Dutch(f"{t.days} dagen: {t.article}"), English(f"{t.days} days: {t.article}")),
        (SKOS.inScheme, at.scheme("termijn")),
        (KV.chamber, external.CHAMBERS[Chamber(t.chamber)]),
        (KV.termDays, t.days),
        (KV.article, Dutch(t.article)),
        (DCT.temporal, in_force),
        (SKOS.note, English(t.source)),
    )
    yield from period(in_force, t.since, t.until)


def scheme(address: Iri, label: str, label_en: str) -> Triples:
    """Return the triples about a concept scheme."""
    return about(
        address,
        (RDF.type, SKOS.ConceptScheme),
        *label_rows(Dutch(label), English(label_en)),
    )
