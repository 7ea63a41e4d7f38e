"""A feed of the texts that a search finds, in Atom (RFC 4287). The newest come first."""

import re
from collections.abc import Iterable
from datetime import datetime
from xml.etree import ElementTree as ET

from kv2rdf.query.found_texts import FoundText

ATOM = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def search_feed(
    texts: Iterable[FoundText], *, title: str, address: str, cases: str, changed: datetime
) -> bytes:
    """Return a feed in UTF-8.

    ``address`` is that of the feed itself, ``cases`` what the address of the page of a case begins
    with, and ``changed`` the moment at which the release was built. A text whose case has no day of
    tabling has that moment too.
    """
    ET.register_namespace("", _NAMESPACE)
    feed = ET.Element(f"{{{_NAMESPACE}}}feed")
    moment = changed.isoformat()
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", moment)
    _add(feed, "link", rel="self", type=ATOM, href=address)
    _add(_add(feed, "author"), "name", "Kamervragen")
    for text in texts:
        entry = _add(feed, "entry")
        _add(entry, "id", text.address)
        _add(entry, "title", text.title)
        _add(entry, "updated", f"{text.day.isoformat()}T00:00:00Z" if text.day else moment)
        _add(entry, "link", rel="alternate", href=cases + text.case)
        for name in text.askers:
            _add(_add(entry, "author"), "name", name)
        _add(entry, "summary", text.snippet)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element. A character that XML does not allow becomes a replacement character."""
    safe = {key: _NO_XML.sub("\ufffd", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}", safe)
    element.text = _NO_XML.sub("\ufffd", text) or None
    return element
