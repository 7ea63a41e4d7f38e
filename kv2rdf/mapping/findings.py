"""The findings graph of a case, which contains remarks on the documents of the case."""

from collections import Counter

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.document import CaseDocument, Finding
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.rules import FindingRule
from kv2rdf.rdf.rows import Triples, about, dutch
from kv2rdf.rdf.terms import Code, Iri
from kv2rdf.rdf.vocabulary import KV, PROV, RDF


def has_findings(d: Dossier) -> bool:
    """Whether there is a finding about one of the documents in the graph of a case."""
    return any(document.findings for document in d.own_documents)


def findings_about_case(d: Dossier, at: Addresses) -> Triples:
    """Return the triples of all findings about the documents in the graph of a case."""
    for document in d.own_documents:
        yield from findings_about_document(document, at)


def findings_about_document(d: CaseDocument, at: Addresses) -> Triples:
    """Return the triples of the findings about a document and its parts.

    The address of a finding contains its rule and the entity that it is about. It ends in a number
    if there is an earlier finding with the same rule about the same entity.
    """
    work = at.document(d)
    count: Counter[tuple[Iri, FindingRule]] = Counter()
    for found in d.findings:
        part = found.concerns
        thing = at.part(work, part.kind, part.key) if part else work
        count[thing, found.rule] += 1
        address = at.finding(thing, found.rule, count[thing, found.rule])
        yield from finding(found, address, thing, at)


def finding(f: Finding, address: Iri, thing: Iri, at: Addresses) -> Triples:
    """Return the triples of a finding, such as a repair, a gap or an unpublished text.

    ``thing`` is the address of the document or part that the finding is about.
    """
    return about(
        address,
        (RDF.type, KV.Finding),
        (KV.rule, external.concept(f.rule)),
        (KV.concerns, thing),
        (KV.place, Code(f.location)),
        (KV.text, dutch(f.text)),
        (PROV.wasDerivedFrom, at.source(f.source.id)),
    )
