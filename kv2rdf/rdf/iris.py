"""A check that an address is a valid IRI."""

import re

import pyoxigraph as ox

_UNWRITTEN = re.compile(r"[\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that are refused in an IRI, although the triple store accepts them.

rdflib does not accept white space beyond ASCII. Section 4.1 of RFC 3987 forbids the characters that
change the direction of writing.
"""


def is_iri(address: str) -> bool:
    """Whether ``address`` is an absolute IRI (RFC 3987) that every RDF reader accepts.

    The grammar is checked by pyoxigraph.
    """
    if not address.isascii() and _UNWRITTEN.search(address):
        return False
    try:
        ox.NamedNode(address)
    except ValueError:
        return False
    return True
