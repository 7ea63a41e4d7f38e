"""The redirects from the addresses of entities to the documents that describe them.

A client that requests HTML is redirected to the page of the site about the entity, if there is one.
"""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.conditional import redirect
from kv2rdf.server.documents.document_answer import document_redirect
from kv2rdf.server.documents.document_format import HTML_FORMAT, negotiated_format
from kv2rdf.server.documents.place import path_of, requested_place
from kv2rdf.server.documents.successors import successor_answer
from kv2rdf.server.pages.page_site import part_anchor
from kv2rdf.server.release_files import file_answer
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release


def thing_routes() -> list[Route]:
    """Return the route for all entities. It matches every path, so it must come last."""
    return [Route("/{path:path}", _thing)]


def _thing(request: Request) -> Response:
    release, path = served_release(request), f"/{request.path_params['path']}"
    name = path.removeprefix(f"{path_of(release, release.address)}/")
    if name != path and name in release.hashes:
        return file_answer(request, name)
    found = requested_place(release, path)
    if found is None:
        return successor_answer(request, path)
    page = None if found.format_ else reading_page(request, found.place.topic, path)
    if page is not None and negotiated_format(request) is HTML_FORMAT:
        return redirect(page, HTTPStatus.SEE_OTHER)
    return document_redirect(request, found.place, found.format_)


def reading_page(request: Request, topic: str, path: str) -> str | None:
    """Return the link to the page of the site about an entity, or None if there is no such page.

    ``topic`` is the path of the entity, and ``path`` is the path of the request. If the entity is a
    case, and ``path`` is the path of one of its questions or answers, the link leads to that part
    of the page.
    """
    site = requested_site(request)
    page, anchor = site.thing_link(site.base + topic), part_anchor(path)
    return f"{page}#{anchor}" if page and anchor else page
