"""The files that pages need, such as style sheets. They belong to the program, not to a release."""

from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.conditional import unchanged_answer, validators
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import served_release

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
    content = path.read_bytes()
    headers = validators(sha256(content).hexdigest(), served_release(request).built)
    unchanged = unchanged_answer(request, headers)
    return unchanged or Response(content, headers=headers, media_type=_MEDIA_TYPES[path.suffix])
