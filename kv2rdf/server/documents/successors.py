"""The responses for former addresses and other identifiers of entities.

docs/addresses.md explains how former addresses are redirected.
"""

import re
from collections.abc import Iterator
from http import HTTPStatus

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.rdf.vocabulary import DCT
from kv2rdf.server.conditional import redirect
from kv2rdf.server.documents.content import subject_address
from kv2rdf.server.documents.document_format import split_extension
from kv2rdf.server.documents.near_identifiers import near_identifiers
from kv2rdf.server.documents.place import address_of, path_of, place_of
from kv2rdf.server.documents.vocabulary_files import ontology_versions
from kv2rdf.server.problem import ProblemLink, TranslatedProblem
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import ServedRelease, served_release

_STEPS = 4
_IDENTIFIER = re.compile(r"/([\w.-]{1,60})", re.ASCII)
_ANNEX = re.compile(r"(?:(ah)-?)?(\d{8})-(\w+)", re.ASCII)
_CASE = re.compile(r"/(?:eli/nl/(?:tk|ek)/(?:zaak|kv)/)?([\w.-]+)", re.ASCII)
_PAPERS = re.compile(r"/eli/nl/(?:tk|ek)/(?:ah|kv)/")
_CASES = re.compile(r"/eli/nl/(?:tk|ek)/zaak/")


def successor_answer(request: Request, path: str) -> Response:
    """Return a redirect from ``path`` to the entity with this former address or identifier.

    Raises Problem unless exactly one entity has this former address or identifier.
    """
    release = served_release(request)
    stem, format_ = split_extension(path)
    end = f".{format_.extension}" if format_ else ""
    for each, extension in ((path, ""), (stem, end)):
        if found := tuple(_successors(release, each)):
            return _redirect(request, found, extension, HTTPStatus.MOVED_PERMANENTLY)
        if found := _identified(release, each):
            return _redirect(request, found, extension, HTTPStatus.FOUND)
    address = address_of(release, stem)
    if address in ontology_versions()[1]:
        link = ProblemLink.translated("/def", "link_ontology")
        raise TranslatedProblem(HTTPStatus.GONE, "earlier_ontology", (link,))
    if address in release.vanished:
        raise TranslatedProblem(
            HTTPStatus.GONE,
            "gone_address",
            _nearest(release, stem),
            values={"address": address, "release": release.version},
        )
    near, values = _nearest(release, stem), {"release": release.version}
    raise TranslatedProblem(HTTPStatus.NOT_FOUND, "no_such_address", near, values=values)


def _redirect(request: Request, paths: tuple[str, ...], end: str, status: HTTPStatus) -> Response:
    if len(paths) > 1:
        links = tuple(ProblemLink(path + end, path.removeprefix("/")) for path in paths)
        raise TranslatedProblem(HTTPStatus.MULTIPLE_CHOICES, "several_things", links)
    root = root_path(request)
    return redirect(root + paths[0] + end, status)


def _successors(release: ServedRelease, path: str) -> Iterator[str]:
    """Yield the paths of the entities that have replaced the entity with the given path, if any."""
    found, waiting = {path}, [path]
    for _ in range(_STEPS):
        waiting = [new for old in waiting for new in _replacements(release, old)]
        waiting = [new for new in waiting if new not in found]
        found.update(waiting)
        yield from sorted(new for new in waiting if place_of(release, new.partition("#")[0]))


def _replacements(release: ServedRelease, path: str) -> Iterator[str]:
    former = path
    while former:
        address = address_of(release, former)
        if address is None:
            return
        news = [
            str(quad.object.value)
            for quad in release.release.quads(ox.NamedNode(address), ox.NamedNode(DCT.isReplacedBy))
            if isinstance(quad.object, ox.NamedNode)
        ]
        for new in news:
            # If a part was replaced by its paper, entities below the part have no path in the
            # paper.
            rest = "" if address.startswith(f"{new}/") else path[len(former) :]
            new_path = path_of(release, new)
            if new_path is not None:
                yield new_path + rest
        if news:
            return
        former = former.rpartition("/")[0]


def _identified(release: ServedRelease, path: str) -> tuple[str, ...]:
    """Return the paths of the entities with the identifier that follows the slash in ``path``.

    If some of these are papers, only the papers are returned. If none are papers but some are
    cases, only the cases are returned.
    """
    match = _IDENTIFIER.fullmatch(path)
    if match is None:
        return ()
    identifier = match[1]
    spellings = [identifier, identifier.upper(), re.sub("z", "Z", identifier.lower())]
    if annex := _ANNEX.fullmatch(identifier):
        spellings += [f"ah-tk-{annex[2]}-{annex[3]}"]
    for spelling in dict.fromkeys(spellings):
        quads = release.release.quads(None, ox.NamedNode(DCT.identifier), ox.Literal(spelling))
        paths = {path_of(release, subject_address(quad)) for quad in quads} - {None}
        for kind in (_PAPERS, _CASES, re.compile("")):
            if found := tuple(sorted(path for path in paths if path and kind.match(path))):
                return found
    return ()


def _nearest(release: ServedRelease, path: str) -> tuple[ProblemLink, ...]:
    """Return links to the nearest entity above a path, and to cases with similar identifiers."""
    links = []
    above = path if address_of(release, path) else ""
    while above := above.rpartition("/")[0]:
        if place_of(release, above):
            links.append(ProblemLink(above, above.removeprefix("/")))
            break
    if match := _CASE.fullmatch(path):
        links += [
            ProblemLink(f"/{identifier}", identifier)
            for identifier in near_identifiers(match[1], release.release.cases.numbers)
        ]
    return tuple(links)
