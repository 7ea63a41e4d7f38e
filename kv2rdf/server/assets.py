"""The files that pages need, such as style sheets. They are part of the program."""

from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.conditional import content_answer
from kv2rdf.server.problem import Problem

_FOLDER = Path(__file__).parent / "static"
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def asset_routes() -> list[Route]:
    """Return the route of these files."""
    return [Route("/assets/{name}", _asset)]


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    path = next((path for path in _FOLDER.iterdir() if path.name == name), None)
    if path is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is no such file.")
    return content_answer(request, path.read_bytes(), media_type=_MEDIA_TYPES[path.suffix])
