"""The pages of entities, such as persons or topics, each with a list of cases."""

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.asked_together import asked_together
from kv2rdf.server.pages.case_lists_page import CaseListsPage, PageLink, case_lists_html
from kv2rdf.server.pages.namesakes import namesakes
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.requested_list import RequestedList, late_cases_link
from kv2rdf.server.pages.thing_view import ThingView
from kv2rdf.server.pages.thing_years import thing_charts, thing_years

_NAMED = ("persoon", "naamvorm")
"""The kinds of entities that have a surname."""


def thing_html(release: Release, site: PageSite, view: ThingView, wanted: RequestedList) -> str:
    """Return the page of an entity. ``wanted`` is the list of cases that was requested.

    Raises ReleaseError if the store cannot be read.
    """
    years = thing_years(release, view)
    page = CaseListsPage(
        kind=view.kind,
        label=view.label,
        lists=view.lists,
        wanted=wanted,
        is_dutch=view.is_dutch,
        address=view.address,
        same=view.same,
        related=view.related,
        thing_years=years,
        charts=thing_charts(site, view, years),
        together=asked_together(release, site, view.kind, view.address),
        further=_late_cases(site, view),
        other=view.other,
        namesakes=namesakes(release, site, view.address) if view.kind in _NAMED else (),
    )
    return case_lists_html(site, page)


def _late_cases(site: PageSite, view: ThingView) -> tuple[PageLink, ...]:
    """Return the link to the cases that a ministry answered late, if there are any."""
    if view.kind != "ministerie" or not view.lists.totals[view.lists.lateness].late:
        return ()
    link = late_cases_link(site, ministry=view.address.rpartition("/")[2])
    return (PageLink(link, site.words.text("late_cases")),)
