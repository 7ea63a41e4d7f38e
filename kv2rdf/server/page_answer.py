"""The responses with a page, and the problems for missing pages."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.conditional import content_answer
from kv2rdf.server.page import HTML
from kv2rdf.server.problem import ProblemLink, TranslatedProblem
from kv2rdf.server.requested_site import requested_site


def page_answer(request: Request, html: str) -> Response:
    """Return the response with the page ``html``."""
    return content_answer(request, html.encode(), media_type=HTML)


def missing_page(
    request: Request,
    reason: str,
    section: str = "",
    title: str = "link_home",
    others: Iterable[str] = (),
    **values: object,
) -> TranslatedProblem:
    """Return the problem for a missing page, with a link to a section of the site.

    ``reason`` is the key of the message, into which ``values`` are inserted. ``title`` is the key
    of the title of the link. ``section`` is the path of the link after the language. ``others`` are
    numbers of cases. The links to these cases come before that link.
    """
    start = f"/{requested_site(request).language}/"
    near = (ProblemLink(f"{start}zaak/{number}", number) for number in others)
    links = (*near, ProblemLink.translated(f"{start}{section}", title))
    return TranslatedProblem(HTTPStatus.NOT_FOUND, reason, links, values=values)
