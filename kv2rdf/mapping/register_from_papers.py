"""The register entries that come from papers: printed names, groups, headings, and sources."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.concept_schemes import heading
from kv2rdf.mapping.parties import group
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import CHAMBER_NAMES, Chamber
from kv2rdf.model.paper import Mention, Source
from kv2rdf.model.participants import Role
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Code, Dutch
from kv2rdf.rdf.vocabulary import DCT, KV, PROV, RDF, RDFS


def names_and_sources(d: Dossier, at: Addresses) -> Triples:
    """Return the triples about all names, headings, sources and askers' groups of a case."""
    for document in d.documents:
        for p in document.participants:
            form = name_form if p.mention.name is not None else office_form
            yield from form(p.mention, d.chamber, at)
            if p.party is not None and p.role is Role.ASKER:
                yield from group(p.party, d.chamber, at)
        for words in document.subjects:
            yield from subject(words, at)
        for s in document.sources:
            yield from paper_source(s, at)
        for finding in document.findings:
            yield from paper_source(finding.source, at)


def name_form(m: Mention, chamber: Chamber, at: Addresses) -> Triples:
    """Return the triples about a name as printed, with the party printed after it."""
    where = ", ".join(filter(None, (m.party, CHAMBER_NAMES[chamber][0])))
    return about(
        at.name_form(m, chamber),
        (RDF.type, KV.NameForm),
        (RDFS.label, Dutch(f"{m.name} ({where})")),
        (KV.asInSource, code(m.name)),
        (KV.partyAsInSource, code(m.party)),
        (KV.chamber, external.CHAMBERS[chamber]),
    )


def office_form(m: Mention, chamber: Chamber, at: Addresses) -> Triples:
    """Return the triples about an office printed without a name, with its ministry if printed."""
    return about(
        at.office_form(m, chamber),
        (RDF.type, KV.OfficeForm),
        (RDFS.label, Dutch(f"{m.whole_office} ({CHAMBER_NAMES[chamber][0]})")),
        (KV.officeAsInSource, code(m.office)),
        (KV.ministryAsInSource, code(m.ministry)),
        (KV.chamber, external.CHAMBERS[chamber]),
    )


def subject(words: str, at: Addresses) -> Triples:
    """Return the triples about a rubriek (a heading) of the archive, and its broader rubriek.

    "Landbouw (Akkerbouw)" is below "Landbouw".
    """
    main, bracket, _ = words.partition(" (")
    yield from heading(words, main if bracket else None, at)
    if bracket:
        yield from heading(main, None, at)


def paper_source(s: Source, at: Addresses) -> Triples:
    """Return the triples about an input document: its id, kind, sha256 and web page."""
    return about(
        at.source(s.id),
        (RDF.type, PROV.Entity),
        (DCT.identifier, Code(s.id)),
        (KV.sourceKind, external.concept(s.kind)),
        (KV.sha256, Code(s.sha256)),
        (DCT.source, external.web_address(s.page_url) if s.page_url else None),
    )
