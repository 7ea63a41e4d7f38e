"""The pages for people, in Dutch and English."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kv2rdf.errors import QueryError
from kv2rdf.reference.page_words import LANGUAGES
from kv2rdf.server.answer_queue import SEARCH_QUEUE, QueuedAnswer, queued_answer
from kv2rdf.server.case_list_answers import CASE_LIST_ANSWERS
from kv2rdf.server.case_routes import case_page_answer, prepare_cases
from kv2rdf.server.conditional import redirect
from kv2rdf.server.page_answer import page_answer
from kv2rdf.server.pages.data_page import PublishedFile, data_html
from kv2rdf.server.pages.home_page import home_html
from kv2rdf.server.pages.index_page import index_html, sessions_html, years_html
from kv2rdf.server.pages.page_templates import compile_templates
from kv2rdf.server.pages.person_list import persons_html
from kv2rdf.server.pages.prepared_data import read_page_data
from kv2rdf.server.pages.search_page import prepare_search, search_html
from kv2rdf.server.pages.search_request import SearchRequest
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.preparation import prepare_elsewhere
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.search_results import search_results
from kv2rdf.server.served_release import ServedRelease, served_release

_IDENTIFIER = re.compile(r"\d{4}Z\d{5}|\d{6,10}|(?:ah|kv)-\w+-[\w-]+|(?:SG_)?KVR\d+|V\d{8,}\w?")


def page_routes() -> list[Route]:
    """Return the routes of the pages. ``/``, ``/nl`` and ``/en`` are redirected to a home page."""
    paths: tuple[tuple[str, Callable[[Request], Response] | QueuedAnswer], ...] = (
        ("", _home),
        ("zoek", SEARCH_QUEUE.queued(_search)),
        ("data", _data),
        ("jaar", _years),
        ("vergaderjaar", _sessions),
        ("zaak/{number}", queued_answer(case_page_answer)),
        *((kind, _index) for kind, found in THING_KINDS.items() if found.things),
        *CASE_LIST_ANSWERS,
    )
    pages = [Route(f"/{lang}/{path}", answer) for lang in LANGUAGES for path, answer in paths]
    starts = [Route(f"/{lang}", _home_redirect) for lang in LANGUAGES]
    return [Route("/", _start), *starts, *pages]


def prepare_pages(release: ServedRelease) -> None:
    """Compute the data that searches, the home page and the pages of cases need.

    Otherwise, the first reader would have to wait for some seconds if the release is large. The
    templates of the pages of cases, which are requested most often, are compiled meanwhile. Raises
    ReleaseError if the release cannot be read.
    """
    with ThreadPoolExecutor(1) as thread:
        compiled = thread.submit(compile_templates, ("case.html.j2", "layout.html.j2"))
        prepare_elsewhere(release.release, read_page_data)
        compiled.result()
    prepare_search(release.release)
    prepare_cases(release)


def _start(request: Request) -> Response:
    """Redirect to the home page in the language that the reader's browser prefers.

    Each address has a page in only one language, so that a cache cannot mix the languages.
    """
    return redirect(requested_site(request).link(""), HTTPStatus.FOUND)


def _home_redirect(request: Request) -> Response:
    """Redirect from the path of a language without a slash to the home page in this language."""
    path = requested_site(request).link("") + (f"?{request.url.query}" if request.url.query else "")
    return redirect(path, HTTPStatus.PERMANENT_REDIRECT)


def _home(request: Request) -> Response:
    return page_answer(request, home_html(served_release(request).release, requested_site(request)))


def _search(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    parameters = request.query_params.multi_items()
    wanted = SearchRequest.read(parameters)
    if not wanted.others and not all(value for _, value in parameters):
        # A form also sends its empty fields. The same search has only one address.
        return redirect(site.link("zoek") + wanted.query(), HTTPStatus.MOVED_PERMANENTLY)
    if wanted.form not in ("", "html"):
        return search_results(request, site, wanted)
    if _IDENTIFIER.fullmatch(wanted.words):
        try:
            case = release.case_view(wanted.words, site.language)
        except QueryError:
            pass  # words in texts can also have this form
        else:
            return RedirectResponse(site.link(f"zaak/{case.number}"), HTTPStatus.FOUND)
    return page_answer(request, search_html(release, site, wanted))


def _data(request: Request) -> Response:
    release = served_release(request)
    names = [name for name in release.hashes if "/" not in name]
    files = (
        PublishedFile(
            name, (release.release.files.folder / name).stat().st_size, release.hashes[name].file
        )
        for name in names
    )
    return page_answer(request, data_html(requested_site(request), files))


def _index(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    if site.path == "persoon":
        values = request.query_params
        html = persons_html(release, site, values.get("orde"), values.get("jaar") or None)
    else:
        html = index_html(release, site, site.path)
    return page_answer(request, html)


def _years(request: Request) -> Response:
    return page_answer(
        request, years_html(served_release(request).release, requested_site(request))
    )


def _sessions(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    return page_answer(request, sessions_html(release, site))
