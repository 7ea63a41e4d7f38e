"""The routes of the pages about the terms and lists of concepts of a release."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.page_answer import missing_page, page_answer
from kv2rdf.server.pages.concept_lists import concepts_html
from kv2rdf.server.pages.vocabulary_page import term_html, vocabulary_html
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release


def vocabulary_routes() -> list[Route]:
    """Return the routes of the pages about terms and lists of concepts, in both languages."""
    paths = (
        ("begrippen", _vocabulary),
        ("begrippen/lijst/{key}", _concepts),
        ("begrippen/{name}", _term),
    )
    return [Route(f"/{lang}/{path}", answer) for lang in LANGUAGES for path, answer in paths]


def _vocabulary(request: Request) -> Response:
    html = vocabulary_html(served_release(request).release, requested_site(request))
    return page_answer(request, html)


def _term(request: Request) -> Response:
    release, name = served_release(request).release, request.path_params["name"]
    return _found(request, term_html(release, requested_site(request), name))


def _concepts(request: Request) -> Response:
    release, key = served_release(request).release, request.path_params["key"]
    return _found(request, concepts_html(release, requested_site(request), key))


def _found(request: Request, html: str | None) -> Response:
    if html is None:
        raise missing_page(request, "no_such_term", "begrippen", "link_terms")
    return page_answer(request, html)
