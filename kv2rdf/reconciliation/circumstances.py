"""The information in a query besides a name: party, date, chamber, office and identifier."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kv2rdf.model.kinds import Chamber
from kv2rdf.reconciliation.queries import ReconciliationQuery

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_CHAMBERS = {
    "tk": Chamber.TK,
    "tweede kamer": Chamber.TK,
    "ek": Chamber.EK,
    "eerste kamer": Chamber.EK,
}


class QueryProperty(StrEnum):
    """The properties in a query that help to find an entity. The values are their identifiers."""

    PARTY = "party"
    DAY = "day"
    CHAMBER = "chamber"
    OFFICE = "office"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The values of the properties of a query, each of which is None if it is not given.

    ``is_clear`` is false if a value cannot be read, or if a property has several values. In that
    case, no match is certain.
    """

    party: str | None = None
    day: date | None = None
    chamber: Chamber | None = None
    office: str | None = None
    identifier: str | None = None
    is_clear: bool = True


def circumstances(query: ReconciliationQuery, words: Mapping[str, str]) -> Circumstances:
    """Return the values of the properties of a query. Unknown properties are ignored.

    ``words`` maps the addresses of entities to their names, because the value of a property may be
    the address of a party or an office.
    """
    values: dict[str, set[str]] = {}
    for pid, given in query.properties:
        values.setdefault(pid, set()).update(words.get(value, value) for value in given if value)
    one = {pid: next(iter(given)) for pid, given in values.items() if len(given) == 1}
    day = day_of(one.get(QueryProperty.DAY, ""))
    chamber = _CHAMBERS.get(one.get(QueryProperty.CHAMBER, "").casefold())
    is_read = (day or QueryProperty.DAY not in one) and (
        chamber or QueryProperty.CHAMBER not in one
    )
    known = set(QueryProperty)
    are_single = all(len(given) < 2 for pid, given in values.items() if pid in known)
    return Circumstances(
        party=one.get(QueryProperty.PARTY),
        day=day,
        chamber=chamber,
        office=one.get(QueryProperty.OFFICE),
        identifier=one.get(QueryProperty.IDENTIFIER),
        is_clear=bool(is_read) and are_single,
    )


def day_of(text: str) -> date | None:
    """Return the date in a text such as "2022-01-31" or "2022-01-31T00:00:00Z", or None."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
