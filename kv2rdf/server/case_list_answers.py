"""The responses with lists of cases: all cases, or those of a year or an entity."""

import re
from collections.abc import Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.errors import QueryError
from kv2rdf.server.answer_queue import AnswerQueue, QueuedAnswer
from kv2rdf.server.atom_feed import FEED
from kv2rdf.server.conditional import content_answer
from kv2rdf.server.page_answer import missing_page, page_answer
from kv2rdf.server.page_number import LAST_LISTED_PAGE, page_number
from kv2rdf.server.pages.all_cases_page import all_cases_html, all_lists
from kv2rdf.server.pages.case_list_csv import MOST_CASES, case_list_csv
from kv2rdf.server.pages.case_totals import SELECTIONS, CaseSelection
from kv2rdf.server.pages.period_page import session_html, session_lists, year_html, year_lists
from kv2rdf.server.pages.requested_list import LIST_ORDERS, RequestedList
from kv2rdf.server.pages.thing_kinds import THING_KINDS
from kv2rdf.server.pages.thing_page import thing_html
from kv2rdf.server.pages.thing_view import CaseLists, thing_view
from kv2rdf.server.requested_form import requested_form
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release
from kv2rdf.server.thing_feed import thing_feed

_YEAR = re.compile(r"(?:1[89]|2[01])[0-9]{2}")
_CSV = "csv"
_CSV_QUEUE = AnswerQueue(places=20)
"""The queue of all lists as CSV. Each takes up to 0.4 seconds of processor time.

Without a queue, the answers to many such requests would all wait for each other.
"""


def _all(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    wanted = _wanted(request)
    if requested_form(request, _CSV) == _CSV:
        return _csv(request, site.path, all_lists(release, wanted), wanted.page)
    return page_answer(request, all_cases_html(release, site, wanted))


def _year(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    year = request.path_params["year"]
    if not _YEAR.fullmatch(year):
        raise missing_page(request, "no_such_page")
    wanted = _wanted(request)
    if requested_form(request, _CSV) == _CSV:
        return _csv(request, year, year_lists(release, int(year), wanted), wanted.page)
    return _found(request, year_html(release, site, int(year), wanted))


def _session(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    session = request.path_params["session"]
    wanted = _wanted(request)
    if requested_form(request, _CSV) == _CSV:
        return _csv(request, session, session_lists(release, session, wanted), wanted.page)
    return _found(request, session_html(release, site, session, wanted))


def _thing(request: Request) -> Response:
    release, site = served_release(request).release, requested_site(request)
    kind, key = site.path.partition("/")[0], request.path_params["key"]
    view = thing_view(release, kind, key, site.language, wanted := _wanted(request))
    form = requested_form(request, _CSV, FEED)
    if form == _CSV:
        name = key.rpartition("/")[2].encode("ascii", "ignore").decode()
        return _csv(request, f"{kind}-{name}", view.lists if view else None, wanted.page)
    if form == FEED and view is not None:
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
        ministry=values.get("ministerie") or None,
        order=order,
    )


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


def _csv_queued(answer: Callable[[Request], Response]) -> QueuedAnswer:
    """Return a function that calls ``answer`` at once or, for CSV, when it is its turn."""
    csv_answer = _CSV_QUEUE.queued(answer)

    async def csv_or_page(request: Request) -> Response:
        if request.query_params.get("vorm") == _CSV:
            return await csv_answer(request)
        return await run_in_threadpool(answer, request)

    return csv_or_page


CASE_LIST_ANSWERS: Final[tuple[tuple[str, QueuedAnswer], ...]] = (
    ("zaak", _csv_queued(_all)),
    ("jaar/{year}", _csv_queued(_year)),
    ("vergaderjaar/{session}", _csv_queued(_session)),
    *((f"{kind}/{{key:path}}", _csv_queued(_thing)) for kind in THING_KINDS),
)
"""The paths of lists of cases after the language, and the functions that answer requests there."""
