"""The page of all persons, with the numbers of cases in which each of them asked or answered."""

from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.per_release import PerRelease

_PERSONS = """
SELECT ?person ?label ?role ?count WHERE {
  { SELECT ?person ?role (COUNT(DISTINCT ?case) AS ?count) WHERE {
    { ?case kv:askedBy ?person BIND("asked" AS ?role) } UNION
    { ?case kv:answeredBy ?person BIND("answered" AS ?role) }
  } GROUP BY ?person ?role }
  ?person a foaf:Person ; rdfs:label ?label .
}
"""
_ORDERS = {"gevraagd": "asked", "beantwoord": "answered"}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person, and the numbers of cases in which the person asked or answered questions."""

    address: str
    label: str
    asked: int
    answered: int

    def cases(self, name: str) -> int:
        """Return the number of cases in the role ``name``: "asked" or "answered"."""
        return self.asked if name == "asked" else self.answered


def persons_html(release: Release, site: PageSite, order: str | None) -> str:
    """Return the page of all persons.

    ``order`` is a role: "gevraagd" (the default) or "beantwoord". The persons are sorted by their
    number of cases in this role, largest first. Raises QueryError if ``order`` is another word, and
    ReleaseError if the store cannot be read.
    """
    order = order or next(iter(_ORDERS))
    if order not in _ORDERS:
        raise QueryError(f"orde: {order!r} is not one of {', '.join(_ORDERS)}")
    first = _ORDERS[order]
    second = "answered" if first == "asked" else "asked"
    persons = sorted(
        _LISTED.value(release), key=lambda p: (-p.cases(first), -p.cases(second), p.label)
    )
    return page_html(
        site,
        "persons.html.j2",
        persons=[(person, site.thing_link(person.address)) for person in persons],
        orders=_ORDERS,
        sorted_by=first,
        most=max((person.cases(first) for person in persons), default=0) or 1,
        numbers={name: sum(1 for p in persons if p.cases(name)) for name in _ORDERS.values()},
    )


def _listed(release: Release) -> tuple[ListedPerson, ...]:
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for person, label, role, count in rows_of(release.query(_PERSONS)):
        counts.setdefault((person, label), {})[role] = int(count)
    return tuple(
        ListedPerson(person, label, found.get("asked", 0), found.get("answered", 0))
        for (person, label), found in counts.items()
    )


_LISTED = PerRelease(_listed)
