"""The root elements of documents in official XML, parsed with the standard library."""

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree
from xml.parsers import expat

from kv2rdf.audit.declarations import has_entity


def xml_root(
    content: bytes, *tags: str, characters: Mapping[str, str] = MappingProxyType({})
) -> ElementTree.Element | None:
    """Return the root of a document if its tag is one of ``tags``.

    Return None if the document is of another kind, is not XML, or declares entities. ``characters``
    maps entities to their characters. A document with an external document type may use these
    entities.
    """
    plain = content.replace(b"\0", b"")
    if not any(tag.encode() in plain for tag in tags):
        return None
    parser = ElementTree.XMLParser()  # noqa: S314 - a document that declares entities is not read
    parser.entity.update(characters)
    try:
        if b"<!ENTITY" in plain and has_entity(content):
            return None
        parser.feed(content)
        root = parser.close()
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError):
        return None
    return root if root.tag in tags else None
