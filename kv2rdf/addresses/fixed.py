"""Addresses that no --base moves: of our concepts, and of things that others gave an address."""

import re
from functools import cache

from kv2rdf.addresses.spelling import segment
from kv2rdf.errors import MintError
from kv2rdf.model.kinds import Chamber
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME

_PAGE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\uf8ff\ufff0-\uffff]+")


@cache
def concept(key: str) -> Iri:
    """Give a concept of ours: a kind of paper, a role, an activity, a state, a rule, a scheme."""
    return Iri(f"{HOME}/id/begrip/{segment(key)}")


def file_format(name: str) -> Iri:
    """Give a file format in the EU's table of file types, such as ``HTML``."""
    return Iri(f"http://publications.europa.eu/resource/authority/file-type/{segment(name)}")


def media_type(name: str) -> Iri:
    """Give a media type at IANA, such as ``text/html``."""
    return Iri(f"https://www.iana.org/assignments/media-types/{name}")


def wikidata(item: str) -> Iri:
    """Give an item of Wikidata; its own addresses are http."""
    return Iri(f"http://www.wikidata.org/entity/{segment(item)}")


def page(address: str) -> Iri:
    """Give the address of a page as a source prints it; raises MintError where it is none."""
    if not _PAGE.fullmatch(address):
        raise MintError(f"no address of a page: {address!r}")
    return Iri(address)


ONTOLOGY = Iri(f"{HOME}/def")

SHAPES = Iri(f"{HOME}/shapes")

DUTCH = Iri("http://publications.europa.eu/resource/authority/language/NLD")

CHAMBERS = {
    Chamber.TK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10002"),
    Chamber.EK: Iri("https://identifier.overheid.nl/tooi/id/oorg/oorg10001"),
}
