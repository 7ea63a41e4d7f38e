"""A request for a list of cases, as given by the parameters of an address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from kv2rdf.server.pages.case_totals import EVERY_CASE, LATE, CaseSelection
from kv2rdf.server.pages.page_site import PageSite

LONGEST_WAIT = "dagen"
"""The order in which the case that waited longest for its answer comes first."""
LIST_ORDERS = (LONGEST_WAIT,)
"""The orders of lists of cases, besides the usual one."""


@dataclass(frozen=True, slots=True)
class RequestedList:
    """A requested list of cases: its name, a selection, and the number of the page.

    ``other`` is the path of the page of another person or party, to which the list is limited: both
    asked the questions of its cases. ``ministry`` is the key of a ministry, to whose cases the list
    is limited. ``order`` is one of ``LIST_ORDERS``, or None to list the newest cases first.
    """

    name: str | None = None
    selection: CaseSelection = EVERY_CASE
    page: int = 1
    other: str | None = None
    ministry: str | None = None
    order: str | None = None

    def query(self, shown: str | None = None) -> str:
        """Return the query string for this list, without the number of a page.

        ``shown`` is the name of the list, or None if the page has only one.
        """
        values = {
            "lijst": shown,
            "stand": self.selection.name,
            "jaar": self.selection.year,
            "met": self.other,
            "ministerie": self.ministry,
            "orde": self.order,
        }
        return urlencode({name: value for name, value in values.items() if value})


def late_cases_link(site: PageSite, year: int | None = None, ministry: str | None = None) -> str:
    """Return the link to the list of all cases that were answered late, longest wait first.

    If they are not None, ``year`` is the year of tabling, and ``ministry`` is the key of a ministry
    that answered.
    """
    late = RequestedList(selection=CaseSelection(LATE, year), ministry=ministry, order=LONGEST_WAIT)
    return f"{site.link('zaak')}?{late.query()}"
