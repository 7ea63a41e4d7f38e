"""The front page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.server.page import HTML, page_text
from kv2rdf.server.served_release import served_release


def home_routes() -> list[Route]:
    """Return the route of the front page."""
    return [Route("/", _home)]


def _home(request: Request) -> Response:
    files = sorted(name for name in served_release(request).hashes if "/" not in name)
    return Response(page_text(request, "home.html.j2", files=files), media_type=HTML)
