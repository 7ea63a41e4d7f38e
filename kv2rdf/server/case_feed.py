"""The feed of a single case."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from kv2rdf.query.case_view.case_days import case_badges
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.server.atom_feed import ATOM, FeedEntry, requested_feed
from kv2rdf.server.conditional import content_answer
from kv2rdf.server.pages.page_site import PageSite


def case_feed(request: Request, site: PageSite, case: CaseView) -> Response:
    """Return the response with the feed of a case.

    The feed has one entry, which changes when an answer or a notice is added. The summary of the
    entry is the state of the case.
    """
    entry = FeedEntry(
        address=case.address,
        page=f"{request.base_url}{site.language}/zaak/{case.number}",
        title=case.title,
        published=case.tabled,
        updated=_last_day(case),
        authors=tuple(dict.fromkeys(person.as_printed for person in case.people_in("indiener"))),
        summary=" · ".join(badge.text for badge in case_badges(case, site.words, site.data_day)),
    )
    feed = requested_feed(request, (entry,), case.number)
    return content_answer(request, feed, media_type=ATOM)


def _last_day(case: CaseView) -> date | None:
    """Return the date of the latest event in a case, or None if no date is known."""
    days = (case.tabled, case.answered, *(notice.day for notice in case.notices))
    return max((day for day in days if day is not None), default=None)
