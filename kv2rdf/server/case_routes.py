"""The responses with the pages and the feeds of cases."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.errors import QueryError
from kv2rdf.server.atom_feed import FEED
from kv2rdf.server.case_feed import case_feed
from kv2rdf.server.conditional import content_answer, redirect
from kv2rdf.server.documents.near_identifiers import near_identifiers
from kv2rdf.server.documents.place import DOCUMENTS
from kv2rdf.server.page import HTML
from kv2rdf.server.page_answer import missing_page
from kv2rdf.server.pages.case_page import DataFormat, Neighbours, case_html
from kv2rdf.server.pages.citing_cases import citation_links
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.release_rules import known_rules
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.recent_contents import RecentContents
from kv2rdf.server.requested_form import requested_form
from kv2rdf.server.requested_site import requested_site
from kv2rdf.server.served_release import ServedRelease, served_release

_MOST_RECENT_BYTES = 16_000_000
"""The maximum total size in bytes of the recent pages of cases that are kept in memory."""
_DATA_FORMATS = (
    ("Turtle", "text/turtle", "ttl"),
    ("JSON-LD", "application/ld+json", "jsonld"),
    ("N-Triples", "application/n-triples", "nt"),
)


def prepare_cases(release: ServedRelease) -> None:
    """List the previous and the next case of each case, to which its page contains links.

    Raises ReleaseError if the release cannot be read.
    """
    _NEIGHBOURS.value(release)


def case_page_answer(request: Request) -> Response:
    """Return the response with the page of a case or, with ``?vorm=atom``, with its feed.

    If the path contains an identifier of the case other than its number, the response is a redirect
    to the page of the case. Raises QueryError if ``vorm`` has an invalid value, and Problem if
    there is no such case. The problem names the cases with similar numbers.
    """
    site, number = requested_site(request), request.path_params["number"]
    is_feed = requested_form(request, FEED) == FEED
    pages = _RECENT_PAGES.value(served_release(request))
    key = (site.root, site.language, number)
    # Pages contain their query string. If pages with one were kept, they could fill the memory.
    content = None if site.query else pages.content(key)
    if content is None:
        answer = _new_answer(request, site, number, is_feed=is_feed)
        if isinstance(answer, Response):
            return answer
        content = answer.encode()
        if not site.query:
            pages.keep(key, content)
    return content_answer(request, content, media_type=HTML)


def _new_answer(request: Request, site: PageSite, number: str, *, is_feed: bool) -> str | Response:
    """Return the page or feed of a case, or a redirect if the case has another number."""
    release = served_release(request)
    try:
        case = release.release.case_view(number, site.language)
    except QueryError as error:
        near = near_identifiers(number, release.release.cases.numbers)
        reason = "no_such_case_but" if near else "no_such_case"
        raise missing_page(request, reason, others=near, number=number) from error
    if case.number != number:
        path = site.link(f"zaak/{case.number}{site.query}")
        return redirect(path, HTTPStatus.MOVED_PERMANENTLY)
    if is_feed:
        return case_feed(request, site, case)
    citations = citation_links(release.release, case.address)
    rules, formats = known_rules(release.release, site.language), _formats(site, case.address)
    return case_html(case, site, rules, _NEIGHBOURS.value(release)[case.number], formats, citations)


def _formats(site: PageSite, address: str) -> tuple[DataFormat, ...]:
    topic = address.removeprefix(site.base)
    return tuple(
        DataFormat(name, media_type, f"{site.root}{DOCUMENTS}{topic}.{extension}")
        for name, media_type, extension in _DATA_FORMATS
    )


def _neighbours(release: ServedRelease) -> Mapping[str, Neighbours]:
    """Return a mapping from each case to the previous and next case by year and number."""
    numbers = (None, *release.release.cases.names, None)
    return {
        number: Neighbours(before, after)
        for before, number, after in zip(numbers, numbers[1:], numbers[2:], strict=False)
        if number is not None
    }


_NEIGHBOURS = PerRelease(_neighbours)


def _no_pages(_release: ServedRelease) -> RecentContents:
    return RecentContents(_MOST_RECENT_BYTES)


_RECENT_PAGES = PerRelease(_no_pages)
