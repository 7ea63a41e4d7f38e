"""Atom feeds (RFC 4287) of the texts that a search finds, an entity's cases, or one case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from xml.etree import ElementTree as ET

from starlette.requests import Request

from kv2rdf.rdf.xml_characters import allowed_xml
from kv2rdf.server.served_release import served_release

ATOM = "application/atom+xml"
FEED: Final = "atom"
"""The value of ``vorm`` that requests a feed."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
_DECLARATION = b"<?xml version='1.0' encoding='utf-8'?>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry. ``address`` is its identifier, and ``page`` is the link to a page about it.

    ``published`` is the date of tabling, and ``updated`` the date of the last change, if known.
    """

    address: str
    page: str
    title: str
    published: date | None
    updated: date | None
    authors: tuple[str, ...]
    summary: str


def requested_feed(request: Request, entries: Iterable[FeedEntry], subject: str) -> bytes:
    """Return the requested feed as XML in UTF-8. Its title contains ``subject``."""
    return atom_feed(
        entries,
        title=f"Kamervragen: {subject}",
        address=str(request.url),
        page=str(request.url.remove_query_params("vorm")),
        changed=served_release(request).built,
    )


def atom_feed(
    entries: Iterable[FeedEntry],
    *,
    title: str,
    address: str,
    page: str,
    changed: datetime,
) -> bytes:
    """Return a feed as XML in UTF-8. Characters not allowed in XML become U+FFFD.

    ``address`` is the address of the feed itself, and ``page`` the address of the page with the
    same list. ``changed`` is the time at which the release was built. It is also used for entries
    whose date of change is not known.
    """
    ET.register_namespace("", _NAMESPACE)
    feed = ET.Element(f"{{{_NAMESPACE}}}feed")
    moment = changed.isoformat()
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", moment)
    _add(feed, "link", rel="self", type=ATOM, href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    _add(_add(feed, "author"), "name", "Kamervragen")
    for each in entries:
        entry = _add(feed, "entry")
        _add(entry, "id", each.address)
        _add(entry, "title", each.title)
        if each.published is not None:
            _add(entry, "published", _moment(each.published))
        _add(entry, "updated", _moment(each.updated) if each.updated else moment)
        _add(entry, "link", rel="alternate", type="text/html", href=each.page)
        for name in each.authors:
            _add(_add(entry, "author"), "name", name)
        _add(entry, "summary", each.summary)
    written = ET.tostring(feed, encoding="unicode").encode(errors="replace")
    return allowed_xml(_DECLARATION + written)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element and return it."""
    element = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = text or None
    return element
