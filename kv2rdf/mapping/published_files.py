"""The files in which the text of a document is published, such as its web page."""

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.rules import MatchRule
from kv2rdf.rdf.rows import Triples, about
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCT, ELI, KV, RDF

_PAGE = "html"


def published_file(work: Iri, form: str, address: Iri, at: Addresses) -> Triples:
    """Return the triples about a file of a document: its kind, and its address at the publisher.

    ``form`` is the file extension, and ``address`` is the address at the publisher.
    """
    media_type, file_type = external.PUBLISHED_FORMATS[form]
    return about(
        at.manifestation(work, form),
        (RDF.type, ELI.Manifestation),
        (ELI.media_type, external.media_type(media_type)),
        (DCT.format, external.file_format(file_type)),
        (ELI.is_exemplified_by, address),
    )


def listed_page(d: CaseDocument, work: Iri, at: Addresses) -> Triples:
    """Return the triples about a document's official page, if it is known only from a list."""
    if d.listed_identifier is None or _PAGE in map(external.extension, d.page_urls):
        return
    page = at.manifestation(work, _PAGE)
    yield from about(at.expression(work), (ELI.is_embodied_by, page))
    yield from published_file(work, _PAGE, external.official_page(d.listed_identifier), at)
    yield from about(page, (KV.matchedBy, external.concept(MatchRule.LISTED_IDENTIFIER)))
