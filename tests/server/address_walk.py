"""Requests for every address of a release, and a list of the responses that are wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import DCT
from tests.server.accept_headers import ACCEPT
from tests.server.in_process import Answer, Caller

RDF_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
}
TYPES = {
    "html": "text/html; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
    "rdf": "application/rdf+xml",
}

KINDS_OF_CLIENT = {True: "text/html", False: "text/turtle"}
NEEDED = ("etag", "last-modified", "x-kv-release")
RELATIONS = ("alternate", "describedby", "license", "canonical", "cite-as")


class Addresses:
    """The addresses of a release, without fragments, and the statements about each."""

    def __init__(self, folder: Path) -> None:
        self.about: dict[str, set[ox.Triple]] = defaultdict(set)
        self.aliases: set[str] = set()
        self.graphs: set[str] = set()
        with Release(folder) as release:
            self.base = release.base or ""
            for quad in release.quads():
                self._add(quad)
        self.paths = sorted(self.about.keys() | self.graphs)

    def _add(self, quad: ox.Quad) -> None:
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.graph_name, ox.NamedNode)
        self.graphs.add(quad.graph_name.value.removeprefix(self.base))
        path = quad.subject.value.partition("#")[0].removeprefix(self.base)
        if not path.startswith("/"):
            return  # a ministry has an address of TOOI
        if quad.predicate.value == DCT.isReplacedBy:
            self.aliases.add(path)
        self.about[path].add(quad.triple)

    def is_alias(self, path: str) -> bool:
        """Whether the only statements about an address are those that name its replacement."""
        about = self.about.get(path, set())
        return path in self.aliases and all(t.predicate.value == DCT.isReplacedBy for t in about)

    def one_of_each_kind(self) -> list[str]:
        """Return a few paths: the first of each pattern of words."""
        name = re.compile(r"[^/]*(?:\d|~~)[^/]*|(?<=/id/)(\w+)/.*")
        kinds = {name.sub(r"\1", path): path for path in self.paths}
        return sorted(kinds.values())


def faults_of_thing(call: Caller, path: str, clients: Iterable[str] = ACCEPT) -> Iterator[str]:
    """Yield the faults in the answers at the address of an entity, for some clients.

    All clients that want a page must be redirected to one place, and all others to another.
    """
    first = {is_page: call(path, accept) for is_page, accept in KINDS_OF_CLIENT.items()}
    for client in clients:
        accept, extension = ACCEPT[client]
        for method in ("GET", "HEAD"):
            answer = call(path, accept, method)
            if answer.status not in (300, 301, 303) or "*" not in _origin(answer):
                yield f"{method} {path} for {client}: {answer.status}"
            expected = first[extension == "html"].headers.get("location")
            if answer.headers.get("location") != expected:
                yield f"{method} {path} for {client}: {answer.headers.get('location')}"
    if (answer := call(path, method="OPTIONS")).status != 204 or "*" not in _origin(answer):
        yield f"OPTIONS {path}: {answer.status}"


def faults_of_document(call: Caller, path: str) -> Iterator[str]:
    """Yield the faults in the answers at the path of a document, for each client."""
    etags: dict[str, str] = {}
    for client, (accept, extension) in ACCEPT.items():
        where = f"{path} for {client}"
        answer = call(path, accept)
        if answer.status != 200 or answer.headers["content-type"] != TYPES[extension]:
            yield f"{where}: {answer.status} {answer.headers.get('content-type')}"
            continue
        etags[extension] = answer.headers["etag"]
        yield from (f"{where}: no {name}" for name in _missing_headers(answer))
        if answer.headers["content-location"] != f"{path}.{extension}":
            yield f"{where}: Content-Location {answer.headers['content-location']}"
        head = call(path, accept, "HEAD")
        if (head.status, _stable(head)) != (200, _stable(answer)):
            yield f"HEAD {where}: {head.status} {head.headers}"
        again = call(path, accept, if_none_match=answer.headers["etag"])
        if (again.status, again.content, _origin(again)) != (304, b"", "*"):
            yield f"{where}: not 304 on repeat but {again.status}"
        if call(f"{path}.{extension}").content != answer.content:
            yield f"{path}.{extension} differs from {where}"
    if len(set(etags.values())) != len(etags):
        yield f"{path}: one ETag for several formats"
    if (options := call(path, method="OPTIONS")).status != 204 or "*" not in _origin(options):
        yield f"OPTIONS {path}: {options.status}"


def statements(call: Caller, path: str, extension: str) -> set[ox.Quad]:
    """Return the statements of a document, without those about the document itself."""
    content = call(f"{path}.{extension}").content
    parsed = ox.parse(content, format=RDF_FORMATS[extension])
    return {quad for quad in parsed if "/doc/" not in str(quad.subject)}


def faults_of_formats(call: Caller, path: str) -> Iterator[str]:
    """Yield the formats of a document whose statements differ."""
    expected = _renamed(statements(call, path, "nq"))
    for extension in RDF_FORMATS:
        if _renamed(statements(call, path, extension)) != expected:
            yield f"{path}.{extension} differs from {path}.nq"


def _renamed(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    """Return triples with names of blank nodes that depend on the triples only."""
    triples = ox.Dataset(ox.Quad(*quad.triple) for quad in quads)
    triples.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {quad.triple for quad in triples}


def documents(call: Caller, paths: Iterable[str]) -> dict[str, set[str]]:
    """Return the document of each path that has one, with the paths that lead to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        answer = call(path, "text/turtle")
        if answer.status == 303:
            found[answer.headers["location"].partition("#")[0]].add(path)
    return found


def _missing_headers(answer: Answer) -> set[str]:
    links = answer.headers.get("link", "")
    missing = {name for name in NEEDED if name not in answer.headers}
    missing |= {relation for relation in RELATIONS if f'rel="{relation}"' not in links}
    if answer.headers["etag"].startswith("W/") or "Accept" not in answer.headers.get("vary", ""):
        missing.add("strong ETag and Vary")
    return missing if _origin(answer) == "*" else missing | {"CORS"}


def _origin(answer: Answer) -> str:
    return answer.headers.get("access-control-allow-origin", "")


def _stable(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "date"}
