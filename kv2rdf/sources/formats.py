"""What kind of publication a document is, told by its content and never by its name."""

import json
from collections.abc import Mapping

from kv2rdf.addresses.spelling import fitting
from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.input.documents import Found, content_of
from kv2rdf.sources.kvr import document, record
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.openkamer import page

_NOT_PUBLICATIONS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an ODT",
    b"\x89PNG": "an image",
}
_PUBLICATIONS_TO_COME = {"officiele-publicatie", "html"}


class NotAPublicationError(Exception):
    """A document that is recognised, and is no publication: no fault, and not read."""


def papers(found: Found, lookups: Mapping[str, Mapping[str, str]]) -> tuple[Paper, ...]:
    """Read a document into its papers.

    ``lookups`` has, by kind, what a misprint of the sources means. Raises NotAPublicationError,
    or ReadError where it looks like a publication and is broken or cannot be placed whole.
    """
    content = content_of(found)
    for start, what in _NOT_PUBLICATIONS.items():
        if content.startswith(start):
            raise NotAPublicationError(what)
    if _looks_like_xml(content):
        return _xml(found, content, lookups)
    text = _decoded(found, content)
    if page.is_page(text):
        return page.read(_source(found, SourceKind.OPENKAMER), text)
    if text.lstrip()[:1] in {"{", "["}:
        _refuse_broken_json(found, text)
        raise NotAPublicationError("JSON that is no record we know")
    raise NotAPublicationError("text that is no publication we know")


def kind(found: Found, lookups: Mapping[str, Mapping[str, str]]) -> tuple[SourceKind, str | None]:
    """Tell of a document that cannot be read what it still says: its kind, and its session."""
    try:
        content = content_of(found)
        if _looks_like_xml(content):
            node = Node.parse(found.id, content)
            if node.tag == "kvr":
                meta = node.one("meta")
                place = record.printed_place(meta, lookups.get("vindplaats", {}))
                return place.kind, place.session_year
        elif page.is_page(_decoded(found, content)):
            return SourceKind.OPENKAMER, None
    except (ReadError, NotAPublicationError):
        return SourceKind.UNKNOWN, None
    return SourceKind.UNKNOWN, None


def _looks_like_xml(content: bytes) -> bool:
    """Tell XML by its first character, in UTF-8 or UTF-16."""
    start = content[:512].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return start.startswith(b"<")


def _xml(
    found: Found, content: bytes, lookups: Mapping[str, Mapping[str, str]]
) -> tuple[Paper, ...]:
    node = Node.parse(found.id, content)
    if node.tag == "kvr":
        return (document.read(_source(found, SourceKind.KVR), node, lookups.get("vindplaats", {})),)
    if node.tag in _PUBLICATIONS_TO_COME:
        raise ReadError(found.id, f"/{node.tag}", "there is no reader for this kind yet")
    raise NotAPublicationError(f"XML of another kind ({node.tag})")


def _decoded(found: Found, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(b"Kamervraag "):
            raise ReadError(found.id, f"byte {error.start}", "is not UTF-8") from error
        raise NotAPublicationError("bytes that are no text") from error


def _refuse_broken_json(found: Found, text: str) -> None:
    for line in [text] if not found.id.endswith(".jsonl") else text.splitlines():
        try:
            json.loads(line or "null")
        except (ValueError, RecursionError) as error:
            raise ReadError(found.id, "JSON", f"broken: {error}") from error


def _source(found: Found, kind: SourceKind) -> Source:
    name, _, digits = found.id.partition("~")
    stem = fitting(name.rpartition(".")[0] or name)
    key = f"{stem}~{digits}" if digits else stem
    return Source(id=found.id, key=key, kind=kind, sha256=found.sha256)
