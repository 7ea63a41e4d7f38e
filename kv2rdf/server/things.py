"""The addresses of things. Each leads to the document in which the thing is described."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.documents.document_answer import document_redirect
from kv2rdf.server.documents.place import path_of, requested_place
from kv2rdf.server.documents.successors import successor_answer
from kv2rdf.server.release_files import file_answer
from kv2rdf.server.served_release import served_release


def thing_routes() -> list[Route]:
    """Return the route of all things. It matches every path, so it must be the last."""
    return [Route("/{path:path}", _thing)]


def _thing(request: Request) -> Response:
    release, path = served_release(request), f"/{request.path_params['path']}"
    name = path.removeprefix(f"{path_of(release, release.address)}/")
    if name != path and name in release.hashes:
        return file_answer(request, name)
    found = requested_place(release, path)
    if found is None:
        return successor_answer(request, path)
    return document_redirect(request, found.place, found.format_)
