"""The check that an address is an IRI, which every address must pass before it is written."""

import re

import pyoxigraph as ox

_UNWRITTEN = re.compile(r"[\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""White space beyond ASCII, which rdflib does not read in an IRI, and characters that change the
direction of writing, which RFC 3987 forbids in section 4.1."""


def is_iri(address: str) -> bool:
    """Whether ``address`` is an absolute IRI by RFC 3987 that every reader of RDF accepts.

    The grammar is checked by the store, which refuses to load anything else.
    """
    if not address.isascii() and _UNWRITTEN.search(address):
        return False
    try:
        ox.NamedNode(address)
    except ValueError:
        return False
    return True
