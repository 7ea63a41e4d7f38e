"""The page that lists all cases, or those of a year, a ministry and a state that a reader chose."""

from collections.abc import Mapping

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_lists_page import CaseFilters, CaseListsPage, case_lists_html
from kv2rdf.server.pages.case_ministries import ministries_by_key, ministries_of_cases
from kv2rdf.server.pages.case_totals import all_case_totals
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.requested_list import RequestedList
from kv2rdf.server.pages.thing_view import CaseLists, case_lists

_LIST = "all"


def all_lists(release: Release, wanted: RequestedList) -> CaseLists:
    """Return the list of all cases, as far as ``wanted`` includes them.

    Raises QueryError if ``wanted`` names another list or an unknown ministry, and ReleaseError if
    the store cannot be read.
    """
    return case_lists(release, {_LIST: listed_cases(release)}, wanted)


def all_cases_html(release: Release, site: PageSite, wanted: RequestedList) -> str:
    """Return the page with the list of all cases, as far as ``wanted`` includes them.

    Raises the same errors as ``all_lists``.
    """
    lists = all_lists(release, wanted)
    ministries = {key: thing.label for key, thing in ministries_by_key(release).items()}
    page = CaseListsPage(
        kind="zaak",
        label=site.words.text("index_zaak"),
        lists=lists,
        wanted=wanted,
        filters=CaseFilters(tuple(all_case_totals(release).by_year), ministries),
        ministries=_ministries(release, lists),
    )
    return case_lists_html(site, page)


def _ministries(release: Release, lists: CaseLists) -> Mapping[str, tuple[str, ...]]:
    """Return the ministries that answered each case that is shown or, if none, that were asked."""
    found = ministries_of_cases(release, [row.address for row in lists.shown.rows])
    return {case: named.answered or named.asked for case, named in found.items()}
