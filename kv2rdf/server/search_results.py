"""The texts that a search finds, as CSV, JSON or a feed."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.query.found_text_formats import found_csv, found_json
from kv2rdf.query.found_texts import FoundText
from kv2rdf.server.atom_feed import ATOM, FeedEntry, requested_feed
from kv2rdf.server.conditional import content_answer
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.search_request import LAST_PAGE, SearchRequest
from kv2rdf.server.problem import Problem
from kv2rdf.server.served_release import served_release

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "atom": ATOM,
}
_MOST_TEXTS = {"csv": 1_000, "json": 1_000, "atom": 50}
"""The maximum number of texts in a response. The Link header leads to the next texts."""


def search_results(request: Request, site: PageSite, wanted: SearchRequest) -> Response:
    """Return the response with the texts that a search finds, in the form that ``wanted`` names.

    Raises Problem if there are no words to search for, QueryError if the search is not valid, and
    ReleaseError if the text index cannot be read.
    """
    if not wanted.words:
        raise Problem(
            HTTPStatus.BAD_REQUEST, "A search in this form needs words, in the parameter q."
        )
    form = wanted.form
    most = _MOST_TEXTS[form]
    found = served_release(request).release.search(
        wanted.words,
        first=most,
        only=wanted.text_filter(),
        order=wanted.search_order,
        offset=(wanted.page - 1) * most,
    )
    if form == "atom":
        start = str(request.base_url).rstrip("/")
        entries = _feed_entries(found.texts, f"{start}/{site.language}/zaak/")
        content = requested_feed(request, entries, wanted.words)
    else:
        content = (found_csv if form == "csv" else found_json)(found.texts).encode()
    headers = {"X-KV-Total": str(found.total)}
    if found.offset + len(found.texts) < found.total and wanted.page < LAST_PAGE:
        following = site.link("zoek") + wanted.query(page=wanted.page + 1)
        headers["Link"] = f'<{following}>; rel="next"'
    return content_answer(request, content, headers, _MEDIA_TYPES[form])


def _feed_entries(texts: Iterable[FoundText], cases: str) -> Iterator[FeedEntry]:
    """Yield an entry for each text. ``cases`` is the beginning of the address of a case's page."""
    for text in texts:
        yield FeedEntry(
            address=text.address,
            page=cases + text.case,
            title=text.title,
            published=None,
            updated=text.day,
            authors=text.askers,
            summary=text.snippet,
        )
