"""The kinds of publication. A document is recognised by its content, never by its name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.addresses.spelling import source_key
from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.input.documents import InputDocument, content_of
from kv2rdf.sources.kvr.document import read_kvr_document
from kv2rdf.sources.kvr.vindplaats import read_only_vindplaats
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.openkamer.page import is_page
from kv2rdf.sources.openkamer.papers import read_page

_NOT_PUBLICATIONS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an ODT",
    b"\x89PNG": "an image",
}
_TAGS_WITHOUT_READER = {"officiele-publicatie", "html"}

Lookups = Mapping[str, Mapping[str, str]]
"""For each kind of phrase, a map from misprinted words to the right ones (seeds/lookups.csv)."""


class NotAPublicationError(Exception):
    """Raised for an input document that is something other than a publication.

    The message says what the document is. The message is published as a reason (``kv:reason``) and
    in addresses, so rewording it changes published data. The same is true of the problem of a
    ReadError.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """An input document of a kind that has a reader.

    ``content`` is the element ``kvr`` of a KVR document, or the text of an openkamer page.
    """

    document: InputDocument
    content: Node | str

    def papers(self, lookups: Lookups) -> tuple[Paper, ...]:
        """Return the papers. Raises ReadError if something in the publication cannot be placed."""
        if isinstance(self.content, Node):
            source = _source(self.document, SourceKind.KVR)
            return (read_kvr_document(source, self.content, lookups.get("vindplaats", {})),)
        source = _source(self.document, SourceKind.OPENKAMER)
        return read_page(source, self.content)

    def kind_and_session(self, lookups: Lookups) -> tuple[SourceKind, str | None]:
        """Return the kind of source and the session year, even if the papers cannot be read.

        The kind is UNKNOWN if a KVR document has no readable Vindplaats. The session year is None
        if the publication does not print it.
        """
        if not isinstance(self.content, Node):
            return SourceKind.OPENKAMER, None
        try:
            meta = self.content.one("meta")
            printed = read_only_vindplaats(meta, lookups.get("vindplaats", {}))
        except ReadError:
            return SourceKind.UNKNOWN, None
        return printed.kind, printed.session_year


def read_publication(document: InputDocument, lookups: Lookups) -> tuple[Paper, ...]:
    """Recognise a document and return its papers. Raises NotAPublicationError or ReadError."""
    return recognise(document).papers(lookups)


def recognise(document: InputDocument) -> Publication:
    """Return a document as a publication.

    Raises NotAPublicationError if it is something else, and ReadError if it is empty or broken, or
    if its kind of publication has no reader yet.
    """
    content = content_of(document)
    for start, name in _NOT_PUBLICATIONS.items():
        if content.startswith(start):
            raise NotAPublicationError(name)
    if _is_xml(content):
        return Publication(document=document, content=_kvr_element(document, content))
    text = _decode(document, content)
    if is_page(text):
        return Publication(document=document, content=text)
    if text.lstrip()[:1] in {"{", "["}:
        _check_json(document, text)
        raise NotAPublicationError("JSON that is no record we know")
    raise NotAPublicationError("text that is no publication we know")


def _is_xml(content: bytes) -> bool:
    """Whether the first character after white space is ``<``, in UTF-8 or UTF-16."""
    start = content[:512].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return start.startswith(b"<")


def _kvr_element(document: InputDocument, content: bytes) -> Node:
    node = Node.parse(document.id, content)
    if node.tag in _TAGS_WITHOUT_READER:
        problem = "there is no reader for this kind yet"
        raise ReadError(document.id, f"/{node.tag}", problem)
    if node.tag != "kvr":
        raise NotAPublicationError(f"XML of another kind ({node.tag})")
    return node


def _decode(document: InputDocument, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(b"Kamervraag "):
            raise ReadError(document.id, f"byte {error.start}", "is not UTF-8") from error
        raise NotAPublicationError("bytes that are no text") from error


def _check_json(document: InputDocument, text: str) -> None:
    """Raise ReadError if a JSON file, or any line of a JSONL file, is not valid JSON."""
    for line in [text] if not document.id.endswith(".jsonl") else text.splitlines():
        try:
            json.loads(line or "null")
        except (ValueError, RecursionError) as error:
            raise ReadError(document.id, "JSON", f"broken: {error}") from error


def _source(document: InputDocument, kind: SourceKind) -> Source:
    name, _, digits = document.id.partition("~")
    stem = source_key(name.rpartition(".")[0] or name)
    key = f"{stem}~{digits}" if digits else stem
    return Source(id=document.id, key=key, kind=kind, sha256=document.sha256)
