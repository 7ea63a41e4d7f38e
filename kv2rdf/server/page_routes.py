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
from kv2rdf.server.atom_feed import is_feed_requested
from kv2rdf.server.case_routes import case_page_answer, prepare_cases
from kv2rdf.server.conditional import content_answer, redirect
from kv2rdf.server.page_answer import missing_page, page_answer
from kv2rdf.server.page_number import LAST_LISTED_PAGE, page_number
from kv2rdf.server.pages.case_list_csv import MOST_CASES, case_list_csv
from kv2rdf.server.pages.case_totals import SELECTIONS, CaseSelection
from kv2rdf.server.pages.data_page import PublishedFile, data_html
from kv2rdf.server.pages.home_page import home_html
from kv2rdf.server.pages.index_page import index_html, sessions_html, years_html
from kv2rdf.server.pages.page_templates import compile_templates
from kv2rdf.server.pages.period_page import session_html, session_lists, year_html, year_lists
from kv2rdf.server.pages.person_list import persons_html
from kv2rdf.server.pages.prepared_data import read_page_data
from kv2rdf.server.pages.requested_list import LIST_ORDERS, RequestedList
from kv2rdf.server.pages.search_page import prepare_search, search_html
from kv2rdf.server.pages.search_request import SearchRequest
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.pages.thing_page import thing_html
from kv2rdf.server.pages.thing_view import CaseLists, thing_view
from kv2rdf.server.preparation import prepare_elsewhere
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.search_results import search_results
from kv2rdf.server.served_release import ServedRelease, served_release
from kv2rdf.server.thing_feed import thing_feed

_YEAR = re.compile(r"(?:1[89]|2[01])[0-9]{2}")
_IDENTIFIER = re.compile(r"\d{4}Z\d{5}|\d{6,10}|(?:ah|kv)-\w+-[\w-]+|(?:SG_)?KVR\d+|V\d{8,}\w?")


def page_routes() -> list[Route]:
    """Return the routes of the pages. The path ``/`` is redirected to the home page."""
    paths: tuple[tuple[str, Callable[[Request], Response] | QueuedAnswer], ...] = (
        ("", _home),
        ("zoek", SEARCH_QUEUE.queued(_search)),
        ("data", _data),
        ("jaar", _years),
        ("jaar/{year}", _year),
        ("vergaderjaar", _sessions),
        ("vergaderjaar/{session}", _session),
        ("zaak/{number}", queued_answer(case_page_answer)),
        *((kind, _index) for kind, found in THING_KINDS.items() if found.things),
        *((f"{kind}/{{key:path}}", _thing) for kind in THING_KINDS),
    )
    pages = [Route(f"/{lang}/{path}", answer) for lang in LANGUAGES for path, answer in paths]
    return [Route("/", _start), *pages]


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


def _year(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    year = request.path_params["year"]
    if not _YEAR.fullmatch(year):
        raise missing_page(request, "no_such_page")
    wanted = _wanted(request)
    if _is_csv_requested(request):
        return _csv(request, year, year_lists(release, int(year), wanted), wanted.page)
    return _found(request, year_html(release, site, int(year), wanted))


def _sessions(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    return page_answer(request, sessions_html(release, site))


def _session(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    session = request.path_params["session"]
    wanted = _wanted(request)
    if _is_csv_requested(request):
        return _csv(request, session, session_lists(release, session, wanted), wanted.page)
    return _found(request, session_html(release, site, session, wanted))


def _thing(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    kind, key = site.path.partition("/")[0], request.path_params["key"]
    view = thing_view(release, kind, key, site.language, wanted := _wanted(request))
    if _is_csv_requested(request):
        name = key.rpartition("/")[2].encode("ascii", "ignore").decode()
        return _csv(request, f"{kind}-{name}", view.lists if view else None, wanted.page)
    if is_feed_requested(request) and view is not None:
        return thing_feed(request, site, view)
    return _found(request, thing_html(release, site, view, wanted) if view else None)


def _wanted(request: Request) -> RequestedList:
    """Return the requested list. Raises QueryError if a parameter is not valid."""
    values = request.query_params
    page = page_number(values.get("p", "1"), LAST_LISTED_PAGE)
    selection = values.get("stand") or None
    if selection is not None and selection not in SELECTIONS:
        raise QueryError(f"stand: {selection!r} is not one of {', '.join(SELECTIONS)}")
    written = values.get("jaar") or None
    if written is not None and not _YEAR.fullmatch(written):
        raise QueryError(f"jaar: {written!r} is not a year")
    year = int(written) if written else None
    order = values.get("orde") or None
    if order is not None and order not in LIST_ORDERS:
        raise QueryError(f"orde: {order!r} is not one of {', '.join(LIST_ORDERS)}")
    return RequestedList(
        name=values.get("lijst") or None,
        selection=CaseSelection(selection, year),
        page=page,
        other=values.get("met") or None,
        order=order,
    )


def _is_csv_requested(request: Request) -> bool:
    return request.query_params.get("vorm") == "csv"


def _csv(request: Request, name: str, lists: CaseLists | None, part: int) -> Response:
    """Return a part of the list that a page shows, as CSV."""
    if lists is None:
        raise missing_page(request, "no_such_page")
    cases, start = lists.shown.cases, (part - 1) * MOST_CASES
    text = case_list_csv(served_release(request).release, cases[start : start + MOST_CASES])
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.csv"',
        "X-KV-Total": str(len(cases)),
    }
    return content_answer(request, text.encode(), headers, "text/csv; charset=utf-8")


def _found(request: Request, html: str | None) -> Response:
    if html is None:
        raise missing_page(request, "no_such_page")
    return page_answer(request, html)
