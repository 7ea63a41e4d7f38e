"""The content of a document: statements about entities and about the document itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import DCAT, DCT, FOAF, PREFIXES, RDF
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.server.documents.place import CATALOGUE, DOCUMENTS, address_of
from kv2rdf.server.documents.vocabulary_files import (
    VOCABULARIES,
    vocabulary_triples,
    vocabulary_turtle,
)
from kv2rdf.server.served_release import ServedRelease

CATALOGUE_FILE = ReleaseFiles(Path()).catalogue.name
_TYPE = ox.NamedNode(RDF.type)
_DAY = ox.NamedNode(PREFIXES["xsd"] + "date")


@dataclass(frozen=True, eq=False)
class ThingDocument:
    """The statements of a document.

    ``topic`` is the path of the entity that the document is about, and ``address`` is the address
    of that entity. ``turtle`` is the content of the Turtle files about the entity, or None if there
    are none, and ``description`` contains further statements. ``own`` contains the statements about
    the document itself.
    """

    topic: str
    address: str
    own: tuple[ox.Triple, ...]
    turtle: bytes | None = None
    description: tuple[ox.Triple, ...] = ()

    @cached_property
    def triples(self) -> tuple[ox.Triple, ...]:
        """The statements in ``turtle`` and then those in ``description``.

        Raises ReleaseError if the Turtle is damaged.
        """
        if self.topic in VOCABULARIES:
            return vocabulary_triples(self.topic) + self.description
        return (_parsed(self.turtle) if self.turtle else ()) + self.description

    @property
    def title(self) -> str:
        """The first title or label of the entity, or its path if there is none."""
        names = {DCT.title, PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label"}
        names.add(PREFIXES["foaf"] + "name")
        return next(
            (
                str(t.object.value)
                for t in self.triples
                if subject_address(t) == self.address
                and t.predicate.value in names
                and isinstance(t.object, ox.Literal)
            ),
            self.topic.removeprefix("/"),
        )


def thing_document(release: ServedRelease, topic: str) -> ThingDocument:
    """Return the document about the entity with the path ``topic``.

    Raises ReleaseError if a file of the release cannot be read.
    """
    address = address_of(release, topic) or release.base + topic
    own = tuple(_own_triples(release, topic, address))
    if topic in VOCABULARIES:
        used = tuple(_statements_about_terms(release, vocabulary_triples(topic)))
        return ThingDocument(topic, address, own, vocabulary_turtle(topic), used)
    case = release.release.cases.names.get(topic.rpartition("/")[2]) if "/zaak/" in topic else None
    name = CATALOGUE_FILE if topic == CATALOGUE else case
    if name is not None:
        return ThingDocument(topic, address, own, _file(release, name))
    return ThingDocument(topic, address, own, None, tuple(_description(release, address)))


def subject_address(statement: ox.Triple | ox.Quad) -> str:
    """Return the address of the subject of a statement, or "" if it is a blank node."""
    return str(statement.subject.value) if isinstance(statement.subject, ox.NamedNode) else ""


def release_triples(release: ServedRelease, document: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield the statements that name the release, the date and the licence of a document."""
    values: tuple[tuple[str, ox.NamedNode | ox.Literal], ...] = (
        (PREFIXES["void"] + "inDataset", ox.NamedNode(release.address)),
        (DCAT.version, ox.Literal(release.version)),
        (PREFIXES["dct"] + "date", ox.Literal(release.day, datatype=_DAY)),
        (DCT.license, ox.NamedNode(release.license)),
    )
    for predicate, value in values:
        yield ox.Triple(document, ox.NamedNode(predicate), value)


def _own_triples(release: ServedRelease, topic: str, address: str) -> Iterator[ox.Triple]:
    """Yield the statements of a document about itself: its topic, and its release."""
    document = ox.NamedNode(release.base + DOCUMENTS + topic)
    yield ox.Triple(document, _TYPE, ox.NamedNode(PREFIXES["foaf"] + "Document"))
    yield ox.Triple(document, ox.NamedNode(FOAF.primaryTopic), ox.NamedNode(address))
    yield from release_triples(release, document)


def _description(release: ServedRelease, address: str) -> Iterator[ox.Triple]:
    """Yield the statements about an entity, and about each part to which these refer.

    The address of a part is that of the entity, followed by a fragment. For each subject, the types
    come first. The order does not depend on the store.
    """
    found: set[ox.Triple] = set()
    seen, waiting = {address}, [address]
    while waiting:
        for quad in release.release.quads(ox.NamedNode(waiting.pop())):
            found.add(quad.triple)
            value = str(quad.object.value) if isinstance(quad.object, ox.NamedNode) else ""
            if value.startswith(f"{address}#") and value not in seen:
                seen.add(value)
                waiting.append(value)
    yield from sorted(found, key=_order)


def _statements_about_terms(
    release: ServedRelease, triples: tuple[ox.Triple, ...]
) -> Iterator[ox.Triple]:
    """Yield the statements in a release about the subjects of ``triples``, sorted by subject."""
    terms = {triple.subject for triple in triples if isinstance(triple.subject, ox.NamedNode)}
    for term in sorted(terms, key=str):
        yield from sorted((quad.triple for quad in release.release.quads(term)), key=_order)


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    subject, predicate, value = triple
    return str(subject), predicate != _TYPE, str(predicate), str(value)


def _parsed(turtle: bytes) -> tuple[ox.Triple, ...]:
    try:
        return tuple(quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    except (SyntaxError, ValueError) as error:
        raise ReleaseError(f"a document of the release cannot be read: {error}") from error


def _file(release: ServedRelease, name: str) -> bytes:
    path = release.release.files.folder / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReleaseError(f"{path}: {error.strerror}") from error
