"""Addresses that do not depend on ``--base``: those of concepts and of external entities."""

import re
from collections.abc import Mapping
from functools import cache

from kv2rdf.addresses.spelling import checked_segment
from kv2rdf.errors import MintError
from kv2rdf.model.kinds import Chamber
from kv2rdf.rdf.iris import is_iri
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME

_WITH_HOST = re.compile(
    r"""
    https?://
    (?:[^/?#]*@(?=[^/?#]) | (?![^/?#]*@))   # a user, which is allowed, or none
    [^/?#@:]                                # the first character of the host
    """,
    re.VERBOSE,
)
_ITEM_ADDRESS = re.compile(r"http://www\.wikidata\.org/entity/(Q[1-9][0-9]*)")
PUBLISHED_FORMATS: Mapping[str, tuple[str, str]] = {
    "html": ("text/html", "HTML"),
    "pdf": ("application/pdf", "PDF"),
    "xml": ("application/xml", "XML"),
}
"""Maps the extension of a published file to its media type and its EU file type."""


@cache
def concept(key: str) -> Iri:
    """Return the address of the concept or concept scheme with the given key."""
    return Iri(f"{HOME}/id/begrip/{checked_segment(key)}")


def file_format(name: str) -> Iri:
    """Return the address of a file type, such as ``HTML``, in the file type table of the EU."""
    return Iri(
        f"http://publications.europa.eu/resource/authority/file-type/{checked_segment(name)}"
    )


def media_type(name: str) -> Iri:
    """Return the address of a media type, such as ``text/html``, at IANA."""
    return Iri(f"https://www.iana.org/assignments/media-types/{name}")


def wikidata(item: str) -> Iri:
    """Return the address of an item in Wikidata. It begins with http, not https."""
    return Iri(f"http://www.wikidata.org/entity/{checked_segment(item)}")


def wikidata_item(address: str) -> str | None:
    """Return the Wikidata id, such as "Q42", in an address, or None if it does not contain one."""
    found = _ITEM_ADDRESS.fullmatch(address)
    return found[1] if found else None


def is_web_address(url: str) -> bool:
    """Whether a URL is a valid IRI that begins with http or https and contains a host."""
    return _WITH_HOST.match(url) is not None and is_iri(url)


def extension(url: str) -> str:
    """Return the part of a URL after its last full stop.

    If the URL is that of a file, this part is the extension of the file.
    """
    return url.rpartition(".")[2]


def web_address(url: str) -> Iri:
    """Return the URL of a web page as an address.

    Raises MintError if ``is_web_address`` is false for the URL.
    """
    if not is_web_address(url):
        raise MintError(f"not the address of a page: {url!r}")
    return Iri(url)


def official_page(identifier: str) -> Iri:
    """Return the address of a paper's page at officielebekendmakingen.nl."""
    return Iri(f"https://zoek.officielebekendmakingen.nl/{checked_segment(identifier)}.html")


ONTOLOGY = Iri(f"{HOME}/def")

SHAPES = Iri(f"{HOME}/shapes")

DUTCH = Iri("http://publications.europa.eu/resource/authority/language/NLD")

CHAMBERS = {
    Chamber.TK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10002"),
    Chamber.EK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10001"),
}
