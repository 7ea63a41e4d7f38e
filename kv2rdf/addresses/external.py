"""Addresses that do not depend on ``--base``: our concepts, and things that others published."""

import re
from functools import cache

from kv2rdf.addresses.spelling import checked_segment
from kv2rdf.errors import MintError
from kv2rdf.model.kinds import Chamber
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME

_WEB_PAGE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\uf8ff\ufff0-\uffff]+")


@cache
def concept(key: str) -> Iri:
    """Return the address of one of our concepts or concept schemes, by its key."""
    return Iri(f"{HOME}/id/begrip/{checked_segment(key)}")


def file_format(name: str) -> Iri:
    """Return the address of a file type, such as ``HTML``, in the EU's table of file types."""
    return Iri(
        f"http://publications.europa.eu/resource/authority/file-type/{checked_segment(name)}"
    )


def media_type(name: str) -> Iri:
    """Return the address of a media type at IANA, such as ``text/html``."""
    return Iri(f"https://www.iana.org/assignments/media-types/{name}")


def wikidata(item: str) -> Iri:
    """Return the address of an item in Wikidata. It begins with http, not https."""
    return Iri(f"http://www.wikidata.org/entity/{checked_segment(item)}")


def web_address(url: str) -> Iri:
    """Return the URL of a web page as an address.

    Raises MintError if it is not a valid http(s) address.
    """
    if not _WEB_PAGE.fullmatch(url):
        raise MintError(f"no address of a page: {url!r}")
    return Iri(url)


ONTOLOGY = Iri(f"{HOME}/def")

SHAPES = Iri(f"{HOME}/shapes")

DUTCH = Iri("http://publications.europa.eu/resource/authority/language/NLD")

CHAMBERS = {
    Chamber.TK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10002"),
    Chamber.EK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10001"),
}
