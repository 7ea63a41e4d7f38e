"""The formats of documents: their names in paths, and their media types."""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from starlette.requests import HTTPConnection

from kv2rdf.server.negotiation import best_media_type


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format of a document.

    ``extension`` is the end of the document's path, without the dot. ``accepted`` contains the
    media types by which clients can request it. The first of these is used in responses. ``rdf`` is
    None for HTML.
    """

    extension: str
    accepted: tuple[str, ...]
    rdf: ox.RdfFormat | None

    @property
    def media_type(self) -> str:
        """The media type of responses, without parameters."""
        return self.accepted[0]

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header. It contains the encoding if the type is text.

        JSON is always in UTF-8, and RDF/XML states its own encoding.
        """
        is_text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if is_text else self.media_type

    @property
    def has_graphs(self) -> bool:
        """Whether the format names the graph of each statement."""
        return self.rdf in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)


HTML_FORMAT: Final = DocumentFormat("html", ("text/html", "application/xhtml+xml"), None)
TURTLE_FORMAT: Final = DocumentFormat(
    "ttl", ("text/turtle", "application/x-turtle", "text/n3"), ox.RdfFormat.TURTLE
)
DOCUMENT_FORMATS: Final = (
    HTML_FORMAT,
    TURTLE_FORMAT,
    DocumentFormat("jsonld", ("application/ld+json", "application/json"), ox.RdfFormat.JSON_LD),
    DocumentFormat("nt", ("application/n-triples", "text/plain"), ox.RdfFormat.N_TRIPLES),
    DocumentFormat("nq", ("application/n-quads",), ox.RdfFormat.N_QUADS),
    DocumentFormat("trig", ("application/trig", "application/x-trig"), ox.RdfFormat.TRIG),
    DocumentFormat("rdf", ("application/rdf+xml",), ox.RdfFormat.RDF_XML),
)
"""All formats. If a client prefers several equally, the first of them is used.

rdflib still requests ``text/n3``, and ``text/plain``, which was the media type of N-Triples in RDF
1.0. Every Turtle document is also N3. ``application/xml`` is not accepted as RDF/XML, because
browsers request it.
"""

# The media types of responses come first, so that a wildcard matches one of these.
_BY_MEDIA_TYPE = {format_.media_type: format_ for format_ in DOCUMENT_FORMATS} | {
    other: format_ for format_ in DOCUMENT_FORMATS for other in format_.accepted[1:]
}
_WITHOUT_GRAPHS = tuple(
    name for name, format_ in _BY_MEDIA_TYPE.items() if format_.rdf and not format_.has_graphs
)
_BY_EXTENSION = {format_.extension: format_ for format_ in DOCUMENT_FORMATS}


def negotiated_format(request: HTTPConnection) -> DocumentFormat | None:
    """Return the format that a client prefers, or None if it accepts none.

    If the client prefers a format with graphs, but its Accept header also names an RDF format
    without graphs, the latter is returned. Clients such as Comunica read only the default graph,
    which is nearly empty in a document with graphs.
    """
    chosen = best_media_type(request, tuple(_BY_MEDIA_TYPE))
    if chosen is None or not _BY_MEDIA_TYPE[chosen].has_graphs:
        return _BY_MEDIA_TYPE[chosen] if chosen else None
    other = best_media_type(request, _WITHOUT_GRAPHS)
    is_named = other is not None and other in request.headers.get("accept", "").lower()
    return _BY_MEDIA_TYPE[other if other and is_named else chosen]


def split_extension(path: str) -> tuple[str, DocumentFormat | None]:
    """Return a path without the extension of a format, and that format.

    If the path has no such extension, return the unchanged path and None.
    """
    stem, dot, extension = path.rpartition(".")
    found = _BY_EXTENSION.get(extension) if dot else None
    return (stem, found) if found else (path, None)
