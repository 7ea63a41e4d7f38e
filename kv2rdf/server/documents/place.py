"""The paths of entities and of the documents that describe them."""

import re
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from kv2rdf.rdf.vocabulary import DCT, FOAF, HOME, RDF
from kv2rdf.server.documents.document_format import DocumentFormat, split_extension
from kv2rdf.server.documents.vocabulary_files import VOCABULARIES, ontology_versions
from kv2rdf.server.served_release import ServedRelease

DOCUMENTS = "/doc"
"""The prefix of the paths of documents. The path of an entity follows it."""

_PATH = re.compile(r"(?:/[\w.~-]+)+", re.ASCII)
_LONGEST_PATH = 1_000
"""The maximum length of a path that is looked up. It is longer than the path of any entity."""
_AT_HOME = re.compile(r"/(?:def|shapes|id/begrip)(?:/|$)")
_CASE_GRAPH = re.compile(r"/graph/(?:derived/|findings/)?([^/]+)")
_TYPE = ox.NamedNode(RDF.type)
_WHOLE_GRAPHS = re.compile(r"/graph/(?:register|statistics|meta|vocabulary)")
CATALOGUE = "/dataset"
"""The path of the catalogue of the release."""


@dataclass(frozen=True, slots=True)
class Place:
    """The position of a description: the document, and the anchor in it.

    ``topic`` is the path of the case or other entity that the document is about.
    """

    topic: str
    anchor: str = ""

    @property
    def path(self) -> str:
        """The path of the document, without the extension of a format."""
        return DOCUMENTS + self.topic


class RequestedPlace(NamedTuple):
    """The place to which a path leads, and the format that the path names, or None.

    ``path`` is the path of the entity, without the extension of the format.
    """

    place: Place
    path: str
    format_: DocumentFormat | None


def requested_place(release: ServedRelease, path: str) -> RequestedPlace | None:
    """Return the place to which a path leads, and the format that its extension names, if any.

    Return None if no entity has this path.
    """
    for stem, format_ in ((path, None), split_extension(path)):
        if place := place_of(release, stem):
            return RequestedPlace(place, stem, format_)
    return None


def address_of(release: ServedRelease, path: str) -> str | None:
    """Return the address that belongs to a path, or None if the path is not valid.

    There need not be an entity with this address. Terms, shapes and concepts of this project have
    the same addresses in every release.
    """
    if len(path) > _LONGEST_PATH or not _PATH.fullmatch(path):
        return None
    return (HOME if _AT_HOME.match(path) else release.base) + path


def path_of(release: ServedRelease, address: str) -> str | None:
    """Return the path of an entity on this server, or None if this server does not serve it."""
    path = next(
        (address[len(base) :] for base in (release.base, HOME) if address.startswith(f"{base}/")),
        None,
    )
    if path is None or address_of(release, path.partition("#")[0]) != address.partition("#")[0]:
        return None
    return path


def place_of(release: ServedRelease, path: str) -> Place | None:
    """Return the place where an entity is described, or None if there is no such entity.

    An entity that belongs to a case (a paper, a question, an answer, a note, …) is described in the
    document of the case. The files of the release and the folder of its cases are described in the
    catalogue, and terms in the ontology. Every other entity has its own document.
    """
    address = address_of(release, path)
    if address is None:
        return None
    if path in VOCABULARIES or path == CATALOGUE:
        return Place(path)
    if path.startswith("/def/"):
        return Place("/def") if address in ontology_versions()[0] else None
    graphs = _graphs(release, ox.NamedNode(address))
    if not graphs:
        if _WHOLE_GRAPHS.fullmatch(path) and _has_statements(release, address):
            return Place(path)
        name = address.removeprefix(f"{release.address}/")
        is_described = name in release.hashes or name == release.release.files.dossiers.name
        return Place(CATALOGUE, path.removeprefix("/")) if is_described else None
    # The graph of the papers of a case comes before graphs of statements derived in other cases.
    for graph in sorted(graphs, key=lambda graph: (graph.count("/"), graph)):
        case = _case_of_graph(release, graph)
        if case is not None:
            return Place(case, "" if path == case else path.removeprefix("/"))
    return Place(path)


def _graphs(release: ServedRelease, thing: ox.NamedNode) -> set[str]:
    """Return the graphs that state the type of an entity or, if none does, all that describe it.

    Triples with ``dct:isReplacedBy`` are ignored.
    """
    for predicate in (_TYPE, None):
        quads = release.release.quads(thing, predicate)
        names = (quad.graph_name for quad in quads if quad.predicate.value != DCT.isReplacedBy)
        if graphs := {name.value for name in names if isinstance(name, ox.NamedNode)}:
            return graphs
    return set()


def _has_statements(release: ServedRelease, graph: str) -> bool:
    return next(release.release.quads(graph=ox.NamedNode(graph)), None) is not None


def _case_of_graph(release: ServedRelease, graph: str) -> str | None:
    """Return the path of the case that a graph is about, or None if it is not about a case."""
    found = _CASE_GRAPH.fullmatch(graph.removeprefix(release.base))
    if found is None or found[1] not in release.release.cases.names:
        return None
    node = ox.NamedNode(graph)
    topics = release.release.quads(node, ox.NamedNode(FOAF.primaryTopic), None, node)
    address = next(quad.object.value for quad in topics if isinstance(quad.object, ox.NamedNode))
    return path_of(release, address)
