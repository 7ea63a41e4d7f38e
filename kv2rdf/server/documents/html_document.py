"""A document as a plain HTML page."""

from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox
from starlette.requests import Request

from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.documents.content import ThingDocument, subject_address
from kv2rdf.server.documents.document_format import DOCUMENT_FORMATS
from kv2rdf.server.documents.place import DOCUMENTS, path_of
from kv2rdf.server.page import page_text
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import ServedRelease, served_release


@dataclass(frozen=True, slots=True)
class PageValue:
    """A value on a page: its text, its link, and the language of the text."""

    text: str
    link: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class PageThing:
    """An entity on a page.

    ``anchor`` is the fragment with which other pages link to it. ``properties`` contains the short
    name of each property, with its values.
    """

    anchor: str
    address: str
    properties: tuple[tuple[str, tuple[PageValue, ...]], ...]


def html_content(request: Request, content: ThingDocument) -> bytes:
    """Return a document as an HTML page, encoded in UTF-8."""
    release, root = served_release(request), root_path(request)
    things = [
        _thing(release, root, content, subject, list(triples))
        for subject, triples in groupby(content.triples, key=subject_address)
    ]
    page = page_text(
        request,
        "document.html.j2",
        title=content.title,
        address=content.address,
        things=things,
        document=DOCUMENTS + content.topic,
        formats=DOCUMENT_FORMATS[1:],
    )
    return page.encode()


def _thing(
    release: ServedRelease,
    root: str,
    content: ThingDocument,
    subject: str,
    triples: list[ox.Triple],
) -> PageThing:
    below = subject.removeprefix(f"{content.address}#")
    path = path_of(release, subject)
    anchor = below if below != subject else (path or subject).removeprefix("/")
    properties = tuple(
        (_short(predicate), tuple(_value(release, root, triple.object) for triple in group))
        for predicate, group in groupby(triples, key=lambda t: str(t.predicate.value))
    )
    return PageThing(anchor, subject, properties)


def _value(release: ServedRelease, root: str, value: object) -> PageValue:
    if isinstance(value, ox.NamedNode):
        address = str(value.value)
        path = path_of(release, address)
        link = address if path is None else root + path
        is_web = link.startswith(("https://", "http://", "/"))
        return PageValue(_short(address), link if is_web else None, None)
    if isinstance(value, ox.Literal):
        return PageValue(str(value.value), None, value.language)
    return PageValue(str(value), None, None)


def _short(address: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace) and address != namespace:
            return f"{prefix}:{address[len(namespace) :]}"
    return address
