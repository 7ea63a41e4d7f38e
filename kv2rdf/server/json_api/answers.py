"""The responses of the API, which are made from the same values as the corresponding pages."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from kv2rdf.server.conditional import redirect
from kv2rdf.server.json_api.case_objects import CASE, ShownCase
from kv2rdf.server.json_api.json_answer import json_answer
from kv2rdf.server.json_api.list_objects import CASE_LIST, TEXT_LIST, CaseItem, ListPart
from kv2rdf.server.json_api.thing_objects import THING_LIST, WHOLE_THING, ShownThing, ThingItem
from kv2rdf.server.page_number import LAST_LISTED_PAGE, page_number
from kv2rdf.server.pages.case_rows import CASES_ON_A_PAGE, CaseRow, case_rows
from kv2rdf.server.pages.case_totals import CaseSelection
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.requested_list import RequestedList
from kv2rdf.server.pages.search_request import SearchRequest
from kv2rdf.server.pages.thing_view import thing_view
from kv2rdf.server.problem import Problem, ProblemLink
from kv2rdf.server.request_path import root_path
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import served_release

TEXTS_ON_A_PAGE = 100
THINGS_ON_A_PAGE = 500
_DOCUMENTATION = (ProblemLink("/api/openapi.json", "the description of the API"),)


def case_answer(request: Request) -> Response:
    """Return the response with a case, or a redirect to it from another of its identifiers.

    Raises Problem if there is no such case.
    """
    identifier, site = request.path_params["case"], requested_site(request)
    try:
        view = served_release(request).release.case_view(identifier, site.language)
    except QueryError as error:
        detail = f"There is no case {identifier}."
        raise Problem(HTTPStatus.NOT_FOUND, detail, _DOCUMENTATION) from error
    if view.number != identifier:
        path = f"{root_path(request)}/api/zaak/{view.number}"
        return redirect(path, HTTPStatus.MOVED_PERMANENTLY)
    return json_answer(request, CASE, ShownCase(view, site))


def case_list_answer(request: Request) -> Response:
    """Return the response with a page of the cases that a search finds.

    If there are no words to search for, all cases that match the other parameters are found.
    """
    release, wanted, page = served_release(request).release, _search(request), _page(request)
    found = release.found_cases(
        wanted.words,
        first=CASES_ON_A_PAGE,
        only=wanted.text_filter(),
        order=wanted.search_order,
        offset=(page - 1) * CASES_ON_A_PAGE,
    )
    items = _case_items(request, release, (case.address for case in found.cases))
    part = _part(request, items, found.total, page, CASES_ON_A_PAGE)
    return json_answer(request, CASE_LIST, part, _paging_headers(part))


def text_list_answer(request: Request) -> Response:
    """Return the response with a page of the texts that a search finds.

    Raises Problem if there are no words to search for.
    """
    wanted, page = _search(request), _page(request)
    if not wanted.words:
        raise Problem(
            HTTPStatus.BAD_REQUEST, "A search needs words, in the parameter q.", _DOCUMENTATION
        )
    found = served_release(request).release.search(
        wanted.words,
        first=TEXTS_ON_A_PAGE,
        only=wanted.text_filter(),
        order=wanted.search_order,
        offset=(page - 1) * TEXTS_ON_A_PAGE,
    )
    part = _part(request, found.texts, found.total, page, TEXTS_ON_A_PAGE)
    return json_answer(request, TEXT_LIST, part, _paging_headers(part))


def thing_list_answer(request: Request, kind: str) -> Response:
    """Return the response with a page of the list of all entities of a kind.

    ``kind`` is a key of ``THING_KINDS``.
    """
    site, page = requested_site(request), _page(request)
    listed = listed_things(served_release(request).release, kind, site.language)
    first = (page - 1) * THINGS_ON_A_PAGE
    shown = listed[first : first + THINGS_ON_A_PAGE]
    links = (f"{site.root}/api/{site.thing_path(thing.address)}" for thing in shown)
    items = tuple(ThingItem(thing, link) for thing, link in zip(shown, links, strict=True))
    part = _part(request, items, len(listed), page, THINGS_ON_A_PAGE)
    return json_answer(request, THING_LIST, part, _paging_headers(part))


def thing_answer(request: Request, kind: str, key: str) -> Response:
    """Return the response with an entity and a page of one of its lists of cases.

    ``kind`` is a key of ``THING_KINDS``, and ``key`` is the rest of the path of the entity in the
    API. Raises Problem if the release does not contain the entity.
    """
    release, page, fields = served_release(request).release, _page(request), request.query_params
    wanted = RequestedList(fields.get("lijst"), CaseSelection(fields.get("stand")), page)
    view = thing_view(release, kind, key, requested_site(request).language, wanted)
    if view is None:
        detail = f"There is no {kind} {key} in this release."
        raise Problem(HTTPStatus.NOT_FOUND, detail, _DOCUMENTATION)
    shown = view.lists.shown
    total = shown.counts.selected(wanted.selection)
    rows = shown.rows if page == shown.page else ()
    items = _case_items(request, release, (row.address for row in rows), rows)
    part = _part(request, items, total, page, CASES_ON_A_PAGE)
    return json_answer(request, WHOLE_THING, ShownThing(view, part), _paging_headers(part))


def _case_items(
    request: Request, release: Release, addresses: Iterable[str], rows: tuple[CaseRow, ...] = ()
) -> tuple[CaseItem, ...]:
    """Return the cases with the given addresses as items.

    ``rows`` contains the row of each of these cases. If it is empty, the rows are read from the
    release.
    """
    found = release.cases_at(addresses)
    rows = rows or case_rows(release, [case.address for case in found])
    by_address = {row.address: row for row in rows}
    start = f"{root_path(request)}/api/zaak/"
    return tuple(CaseItem(case, by_address[case.address], start + case.case) for case in found)


def _search(request: Request) -> SearchRequest:
    return SearchRequest.read((k, v) for k, v in request.query_params.multi_items() if k != "p")


def _page(request: Request) -> int:
    return page_number(request.query_params.get("p", "1"), LAST_LISTED_PAGE)


def _part(
    request: Request, items: tuple[object, ...], total: int, page: int, on_a_page: int
) -> ListPart:
    has_more = page * on_a_page < total and page < LAST_LISTED_PAGE
    next_page = request.url.include_query_params(p=page + 1)
    following = f"{next_page.path}?{next_page.query}" if has_more else None
    return ListPart(items, total, page, following)


def _paging_headers(part: ListPart) -> dict[str, str]:
    headers = {"X-KV-Total": str(part.total)}
    if part.following:
        headers["Link"] = f'<{part.following}>; rel="next"'
    return headers
