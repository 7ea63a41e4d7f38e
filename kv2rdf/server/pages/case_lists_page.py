"""The page of all cases, or of an entity, a year or a session, with lists of its cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from kv2rdf.server.pages.asked_together import AskedTogether
from kv2rdf.server.pages.case_list_csv import MOST_CASES
from kv2rdf.server.pages.case_totals import SELECTIONS
from kv2rdf.server.pages.namesakes import Namesake
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.requested_list import LIST_ORDERS, RequestedList
from kv2rdf.server.pages.thing_view import CaseLists, OtherAsker, RelatedThing
from kv2rdf.server.pages.thing_years import NamedChart, ThingYear


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to another page. ``relation`` is "prev" or "next", or None."""

    href: str
    text: str
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month, with the number of its cases and the link to a list of them, or None."""

    label: str
    count: int
    href: str | None


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """The years of tabling and the ministries among which a reader can choose.

    ``ministries`` maps the key of each ministry to its name.
    """

    years: tuple[int, ...]
    ministries: Mapping[str, str]


class CaseListsPage(NamedTuple):
    """What a page shows. Only its kind, its label and its lists of cases are on every page.

    ``is_dutch`` states whether the label is in Dutch on an English page. ``beside`` contains links
    to the periods before and after this one, and ``further`` contains links to other pages about
    the same. ``ministries`` contains the names of the ministries of each case, by the address of
    the case. ``address``, ``same``, ``related`` and ``other`` are those of a ``ThingView``.
    """

    kind: str
    label: str
    lists: CaseLists
    wanted: RequestedList
    is_dutch: bool = False
    address: str | None = None
    same: tuple[str, ...] = ()
    related: Mapping[str, tuple[RelatedThing, ...]] = MappingProxyType({})
    beside: Sequence[PageLink] = ()
    further: Sequence[PageLink] = ()
    remarks: tuple[str, ...] = ()
    thing_years: tuple[ThingYear, ...] = ()
    charts: Sequence[NamedChart] = ()
    months: Sequence[MonthRow] = ()
    together: tuple[AskedTogether, ...] = ()
    other: OtherAsker | None = None
    namesakes: tuple[Namesake, ...] = ()
    filters: CaseFilters | None = None
    ministries: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def case_lists_html(site: PageSite, page: CaseListsPage) -> str:
    """Return a page with lists of cases."""
    lists = page.lists
    shown = {
        "lists": lists.totals,
        "shown": lists.shown,
        "most_in_csv": MOST_CASES,
        "lateness": lists.lateness,
        "answered": lists.totals[lists.lateness],
        "selections": SELECTIONS,
        "orders": LIST_ORDERS,
    }
    return page_html(site, "thing.html.j2", **(page._asdict() | shown))
