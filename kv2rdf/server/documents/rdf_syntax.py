"""Documents in the syntaxes of RDF."""

import io
from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kv2rdf.rdf.turtle import body, header
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.rdf.xml_characters import allowed_xml
from kv2rdf.server.documents.content import ThingDocument
from kv2rdf.server.documents.document_format import TURTLE_FORMAT, DocumentFormat
from kv2rdf.server.served_release import ServedRelease

_HEADING = b"\n# This document\n\n"


def rdf_content(release: ServedRelease, content: ThingDocument, format_: DocumentFormat) -> bytes:
    """Return a document in a syntax of RDF.

    N-Quads and TriG also name the graph of each statement. Statements about the document itself are
    in the default graph. Raises ReleaseError if the release cannot be read.
    """
    if format_ is TURTLE_FORMAT:
        lines = ox.serialize(content.description + content.own, format=ox.RdfFormat.N_TRIPLES)
        if content.turtle is not None:
            return content.turtle + _HEADING + (lines or b"")
        return readable_turtle((lines or b"").decode(), release.base)
    triples = (*content.triples, *content.own)
    if format_.has_graphs:
        return rdf_bytes(tuple(_quads(release, triples)), format_)
    return rdf_bytes(triples, format_)


def readable_turtle(lines: str, base: str) -> bytes:
    """Return N-Triples as Turtle, written in the same style as the files of cases.

    ``base`` is the base of the addresses in the release.
    """
    return f"{header(base)}\n{body(io.StringIO(lines), base)}".encode()


def rdf_bytes(
    statements: Sequence[ox.Triple] | Sequence[ox.Quad], format_: DocumentFormat
) -> bytes:
    """Return statements in a syntax of RDF, with the usual prefixes if the syntax has prefixes.

    In RDF/XML, characters that XML does not allow are replaced by U+FFFD.
    """
    rdf = format_.rdf or ox.RdfFormat.TURTLE
    content = ox.serialize(statements, format=rdf, prefixes=dict(PREFIXES)) or b""
    return allowed_xml(content) if rdf is ox.RdfFormat.RDF_XML else content


def _quads(release: ServedRelease, triples: tuple[ox.Triple, ...]) -> Iterator[ox.Quad]:
    """Yield each statement with its graph. All graphs of a subject are read in a single step."""
    known: dict[ox.Triple, ox.Quad] = {}
    for subject in dict.fromkeys(triple.subject for triple in triples):
        if isinstance(subject, ox.NamedNode):
            known.update((quad.triple, quad) for quad in release.release.quads(subject))
    for triple in triples:
        yield known.get(triple) or ox.Quad(*triple)
