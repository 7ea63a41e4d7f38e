"""A request for a list of cases, as given by the parameters of an address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from kv2rdf.server.pages.case_totals import EVERY_CASE, CaseSelection

LONGEST_WAIT = "dagen"
"""The order in which the case that waited longest for its answer comes first."""
LIST_ORDERS = (LONGEST_WAIT,)
"""The orders of lists of cases, besides the usual one."""


@dataclass(frozen=True, slots=True)
class RequestedList:
    """A requested list of cases: its name, a selection, and the number of the page.

    ``other`` is the path of the page of another person or party, to which the list is limited: both
    asked the questions of its cases. ``order`` is one of ``LIST_ORDERS``, or None to list the
    newest cases first.
    """

    name: str | None = None
    selection: CaseSelection = EVERY_CASE
    page: int = 1
    other: str | None = None
    order: str | None = None

    def query(self, shown: str) -> str:
        """Return the query string for this list, without the number of a page.

        ``shown`` is the name of the list.
        """
        values = {
            "lijst": shown,
            "stand": self.selection.name,
            "jaar": self.selection.year,
            "met": self.other,
            "orde": self.order,
        }
        return urlencode({name: value for name, value in values.items() if value})
