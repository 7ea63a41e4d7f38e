"""The feed of the cases of a person, party, ministry, office, topic or medium, newest first."""

from collections.abc import Iterator
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.server.atom_feed import ATOM, FeedEntry, requested_feed
from kv2rdf.server.conditional import content_answer
from kv2rdf.server.pages.case_rows import CaseRow
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.thing_view import ThingView
from kv2rdf.server.served_release import served_release


def thing_feed(request: Request, site: PageSite, view: ThingView) -> Response:
    """Return the response with the feed of the requested list of cases.

    The date of change of an entry is the date of the answer or, if there is none, the date of
    tabling.
    """
    start = str(request.base_url) + site.language
    feed = requested_feed(request, _entries(request, site, view, f"{start}/zaak/"), view.label)
    return content_answer(request, feed, media_type=ATOM)


def _entries(request: Request, site: PageSite, view: ThingView, pages: str) -> Iterator[FeedEntry]:
    rows = view.lists.shown.rows
    cases = served_release(request).release.cases_at(row.address for row in rows)
    for row, case in zip(rows, cases, strict=True):
        yield FeedEntry(
            address=row.address,
            page=pages + row.number,
            title=case.title,
            published=row.day,
            updated=_last_day(row),
            authors=case.askers,
            summary=site.words.text(f"state_{row.state}"),
        )


def _last_day(row: CaseRow) -> date | None:
    """Return the date of the answer or, if there is none, the date of tabling.

    Return None if the date of tabling is unknown.
    """
    return row.day + timedelta(days=row.days or 0) if row.day else None
