"""The pages of entities, such as persons or topics, and of years, each with a list of cases."""

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.figures.release_figures import FIGURES, figure_rows
from kv2rdf.server.pages.figures.year_choice import years_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.person_list import person_years
from kv2rdf.server.pages.thing_view import CaseLists, RequestedList, ThingView, case_lists


def thing_html(site: PageSite, view: ThingView, wanted: RequestedList) -> str:
    """Return the page of an entity. ``wanted`` is the list of cases that was requested."""
    return page_html(
        site, "thing.html.j2", kind=view.kind, label=view.label, is_dutch=view.is_dutch,
        address=view.address, same=view.same, related=view.related, wanted=wanted, years=[],
        year_pages=[], **_shown(view.lists),
    )  # fmt: skip


def year_html(release: Release, site: PageSite, year: int, wanted: RequestedList) -> str | None:
    """Return the page of a year, or None if no case was tabled in that year.

    Raises ReleaseError if the store cannot be read.
    """
    tabled = [case for case, facts in listed_cases(release).items() if facts.year == year]
    lists = case_lists(release, {"tabled": tabled}, wanted)
    if not lists.shown.counts.total:
        return None
    known = all_case_totals(release).by_year
    return page_html(
        site, "thing.html.j2", kind="jaar", label=str(year), is_dutch=False, address=None, same=(),
        related={}, wanted=wanted, **_shown(lists),
        years=[other for other in (year - 1, year + 1) if other in known],
        year_pages=_year_pages(release, year),
    )  # fmt: skip


def _year_pages(release: Release, year: int) -> list[tuple[str, str]]:
    """Return the pages with counts of a year: the path of each, and the key of its name."""
    pages = [("persoon", "who_asked")] if year in person_years(release) else []
    return pages + [
        (f"cijfers/{figure.name}", f"figure_{figure.name}")
        for figure in FIGURES.values()
        if year in years_of(figure, figure_rows(release, figure))
    ]


def _shown(lists: CaseLists) -> dict[str, object]:
    return {
        "lists": lists.totals,
        "shown": lists.shown,
        "lateness": lists.lateness,
        "answered": lists.totals[lists.lateness],
    }
