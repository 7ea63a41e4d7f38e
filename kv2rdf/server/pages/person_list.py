"""The page of all persons, with the numbers of cases in which each of them asked or answered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.rdf.vocabulary import FOAF
from kv2rdf.server.pages.data_limits import missing_sentence
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.per_release import PerRelease

_PERSONS = """
SELECT ?person ?label ?type ?role ?year ?count WHERE {
  { SELECT ?person ?role ?year (COUNT(DISTINCT ?case) AS ?count) WHERE {
    { ?case kv:askedBy ?person BIND("asked" AS ?role) } UNION
    { ?case kv:answeredBy ?person BIND("answered" AS ?role) }
    OPTIONAL { ?case dct:dateSubmitted ?day BIND(YEAR(?day) AS ?year) }
  } GROUP BY ?person ?role ?year }
  VALUES ?type { foaf:Person kv:NameForm }
  ?person a ?type ; rdfs:label ?label .
}
"""
_CASES = """
SELECT ?year ?set (COUNT(DISTINCT ?case) AS ?count) WHERE {
  { ?case kv:askedBy ?asker BIND("asked" AS ?set) } UNION
  { ?case kv:askedBy ?asker . ?asker a foaf:Person BIND("linked" AS ?set) }
  OPTIONAL { ?case dct:dateSubmitted ?day BIND(YEAR(?day) AS ?year) }
}
GROUP BY ?year ?set
"""
_ORDERS = {"gevraagd": "asked", "beantwoord": "answered"}
_FEWEST_CASES = 10
"""The number of cases from which a name that is not linked is in the list of all years."""


class LinkedCases(NamedTuple):
    """The number of cases with an asker, and of those with an asker who is linked to a person."""

    asked: int
    linked: int


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person, and the numbers of cases in which the person asked or answered questions.

    If ``is_linked`` is false, it is a printed name that is not linked to a person.
    """

    address: str
    label: str
    asked: int
    answered: int
    is_linked: bool = True

    def cases(self, name: str) -> int:
        """Return the number of cases in the role ``name``: "asked" or "answered"."""
        return self.asked if name == "asked" else self.answered


def persons_html(release: Release, site: PageSite, order: str | None, written: str | None) -> str:
    """Return the page of all persons, with their cases of all years or of one year.

    ``order`` is a role: "gevraagd" (the default) or "beantwoord". The persons are sorted by their
    number of cases in this role, largest first. ``written`` is the requested year of tabling.
    Raises QueryError if ``order`` is another word or ``written`` is not a year with such cases, and
    ReleaseError if the store cannot be read.
    """
    order = order or next(iter(_ORDERS))
    if order not in _ORDERS:
        raise QueryError(f"orde: {order!r} is not one of {', '.join(_ORDERS)}")
    first = _ORDERS[order]
    second = "answered" if first == "asked" else "asked"
    listed = _LISTED.value(release)
    years = person_years(release)
    if written is not None and written not in map(str, years):
        raise QueryError(f"jaar: {written!r} is not a year in which a person asked or answered")
    year = int(written) if written else None
    shown = [p for p in listed[year] if year or p.is_linked or p.cases(first) >= _FEWEST_CASES]
    persons = sorted(shown, key=lambda p: (-p.cases(first), -p.cases(second), p.label))
    return page_html(
        site,
        "persons.html.j2",
        persons=[(person, site.thing_link(person.address)) for person in persons],
        orders=_ORDERS,
        years=years,
        year=year,
        sorted_by=first,
        missing=missing_sentence(release, site),
        most=max((person.cases(first) for person in persons), default=0) or 1,
        numbers={
            name: sum(1 for p in listed[None] if p.is_linked and p.cases(name))
            for name in _ORDERS.values()
        },
        known=linked_cases(release).get(year, LinkedCases(0, 0)),
        fewer=len(listed[year]) - len(shown),
        fewest=_FEWEST_CASES,
    )


def listed_persons(release: Release) -> tuple[ListedPerson, ...]:
    """Return all persons and all names that are not linked, with their cases of all years.

    Raises ReleaseError if the store cannot be read.
    """
    return _LISTED.value(release)[None]


def linked_cases(release: Release) -> Mapping[int | None, LinkedCases]:
    """Return how many cases of each year have a linked asker, with those of all years under None.

    Raises ReleaseError if the store cannot be read.
    """
    return _LINKED.value(release)


def person_years(release: Release) -> tuple[int, ...]:
    """Return the years of tabling of the cases in which a person asked or answered, in order.

    Raises ReleaseError if the store cannot be read.
    """
    return tuple(sorted(year for year in _LISTED.value(release) if year is not None))


def _listed(release: Release) -> Mapping[int | None, tuple[ListedPerson, ...]]:
    """Return the persons of each year, and those of all years under None."""
    counts: dict[int | None, dict[tuple[str, str, bool], dict[str, int]]] = {None: {}}
    for person, label, kind, role, year, count in rows_of(release.query(_PERSONS)):
        named = (person, label, kind == FOAF.Person)
        for key in (None, int(year)) if year else (None,):
            found = counts.setdefault(key, {}).setdefault(named, defaultdict(int))
            found[role] += int(count)
    return {
        year: tuple(
            ListedPerson(person, label, found["asked"], found["answered"], is_linked)
            for (person, label, is_linked), found in persons.items()
        )
        for year, persons in counts.items()
    }


def _linked(release: Release) -> Mapping[int | None, LinkedCases]:
    counts: dict[int | None, dict[str, int]] = {None: defaultdict(int)}
    for year, name, count in rows_of(release.query(_CASES)):
        for key in (None, int(year)) if year else (None,):
            counts.setdefault(key, defaultdict(int))[name] += int(count)
    return {year: LinkedCases(found["asked"], found["linked"]) for year, found in counts.items()}


_LISTED = PerRelease(_listed, "persons")
_LINKED = PerRelease(_linked, "cases with a linked asker")
