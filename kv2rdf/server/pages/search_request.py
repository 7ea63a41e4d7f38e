"""A request to the search page, as given by the parameters of its address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import STATES, SearchOrder, TextFilter
from kv2rdf.query.period import Period, written_period
from kv2rdf.release.text_index import TEXT_KINDS
from kv2rdf.server.page_number import page_number

CHAMBERS = ("tk", "ek")
LAST_PAGE = 40
"""The number of the last page of results on the search page."""
ORDERS = {"nieuw": SearchOrder.DAY, "best": SearchOrder.RANK, "oud": SearchOrder.OLDEST}
FORMS = ("html", "csv", "json", "atom")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search. ``since`` and ``until`` are a year, a month or a day, as in the address.

    ``kind`` is one of ``TEXT_KINDS``, ``chamber`` is one of ``CHAMBERS``, ``state`` is one of
    ``STATES``, ``order`` is a key of
    ``ORDERS``, and ``form`` is one of ``FORMS``. If ``order`` or ``form`` is empty, the first of
    its values is used. ``others`` contains the names of unknown parameters.
    """

    words: str = ""
    since: str = ""
    until: str = ""
    party: str = ""
    asker: str = ""
    chamber: str = ""
    state: str = ""
    kind: str = ""
    ministry: str = ""
    order: str = ""
    form: str = ""
    page: int = 1
    others: tuple[str, ...] = ()

    @classmethod
    def read(cls, parameters: Iterable[tuple[str, str]]) -> Self:
        """Return the search in the parameters of an address.

        Raises QueryError if a value is not valid.
        """
        values = {name: value.strip() for name, value in parameters if value.strip()}
        known = {name: values.pop(name) for name in tuple(values) if name in _FIELDS or name == "p"}
        _check(known, "kamer", CHAMBERS)
        _check(known, "stand", STATES)
        _check(known, "deel", TEXT_KINDS)
        _check(known, "orde", tuple(ORDERS))
        _check(known, "vorm", FORMS)
        page = page_number(known.pop("p", "1"), LAST_PAGE)
        fields = {_FIELDS[name]: value for name, value in known.items()}
        request = cls(**fields, page=page, others=tuple(values))
        request.text_filter()
        return request

    def text_filter(self) -> TextFilter:
        """Return the filter for the texts. Raises QueryError if a date is not valid."""
        since, until = _period("van", self.since), _period("tot", self.until)
        return TextFilter(
            since=since.first if since else None,
            until=until.last if until else None,
            kinds=frozenset({self.kind} - {""}),
            asker=self.asker or None,
            party=self.party or None,
            ministry=self.ministry or None,
            chamber=self.chamber or None,
            state=self.state or None,
        )

    @property
    def search_order(self) -> SearchOrder:
        """The order of the texts. By default, the newest texts come first."""
        return ORDERS[self.order or next(iter(ORDERS))]

    def query(self, **changed: object) -> str:
        """Return a query string with the parameters that have an effect, in a fixed order.

        ``changed`` replaces the values of some fields.
        """
        fields = {field: changed.get(field, getattr(self, field)) for field in _FIELDS.values()}
        shown = [(name, fields[field]) for name, field in _FIELDS.items() if fields[field]]
        if (page := changed.get("page", self.page)) != 1:
            shown.append(("p", page))
        return f"?{urlencode(shown)}" if shown else ""


_FIELDS = {
    "q": "words",
    "van": "since",
    "tot": "until",
    "fractie": "party",
    "vrager": "asker",
    "kamer": "chamber",
    "stand": "state",
    "deel": "kind",
    "ministerie": "ministry",
    "orde": "order",
    "vorm": "form",
}


def _check(values: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> None:
    if values.get(name, allowed[0]) not in allowed:
        raise QueryError(f"{name}: {values[name]!r} is not one of {', '.join(allowed)}")


def _period(name: str, written: str) -> Period | None:
    try:
        return written_period(written) if written else None
    except QueryError as error:
        raise QueryError(f"{name}: {error}") from error
