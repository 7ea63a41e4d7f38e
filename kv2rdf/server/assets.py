"""The static files that pages need, such as style sheets.

The files of the query editor exist only after ``make editor``.
"""

from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.conditional import content_answer
from kv2rdf.server.problem import Problem

_FOLDER = Path(__file__).parent / "static"
_EDITOR = Path(__file__).parent / "editor" / "node_modules" / "@zazuko" / "yasqe" / "build"
_EDITOR_FILES = ("yasqe.min.css", "yasqe.min.js")
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def asset_routes() -> list[Route]:
    """Return a list with the route of the static files."""
    return [Route("/assets/{name}", _asset)]


def has_editor() -> bool:
    """Whether the query editor is installed."""
    return all((_EDITOR / name).is_file() for name in _EDITOR_FILES)


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    own = next((path for path in _FOLDER.iterdir() if path.name == name), None)
    path = _EDITOR / name if name in _EDITOR_FILES and has_editor() else own
    if path is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is no such file.")
    return content_answer(request, path.read_bytes(), media_type=_MEDIA_TYPES[path.suffix])
