"""The pages of entities, such as persons or topics, each with a list of cases."""

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.asked_together import asked_together
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.thing_view import CaseLists, RequestedList, ThingView
from kv2rdf.server.pages.thing_years import thing_charts, thing_years


def thing_html(release: Release, site: PageSite, view: ThingView, wanted: RequestedList) -> str:
    """Return the page of an entity. ``wanted`` is the list of cases that was requested.

    Raises ReleaseError if the store cannot be read.
    """
    years = thing_years(release, view)
    return page_html(
        site, "thing.html.j2", kind=view.kind, label=view.label, is_dutch=view.is_dutch,
        address=view.address, same=view.same, related=view.related, wanted=wanted, beside=(),
        further=(), remarks=(), months=(), thing_years=years,
        charts=thing_charts(site, view, years), other=view.other,
        together=asked_together(release, site, view.kind, view.address), **shown_lists(view.lists),
    )  # fmt: skip


def shown_lists(lists: CaseLists) -> dict[str, object]:
    """Return the values of the template that show lists of cases."""
    return {
        "lists": lists.totals,
        "shown": lists.shown,
        "lateness": lists.lateness,
        "answered": lists.totals[lists.lateness],
    }
