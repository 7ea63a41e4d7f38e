"""The groups, seats and offices of persons in words, to distinguish persons with the same name."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from kv2rdf.query.joined_periods import DayRange, joined_periods_of
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_GROUP, _CHAMBER, _OFFICE, _PARTY = 0, 1, 2, 3
_KINDS = {
    "lid-van-de-fractie": _GROUP,
    "lid-van-de-kamer": _CHAMBER,
    "ambtsdrager": _OFFICE,
    "lid-van-de-partij": _PARTY,
}
_SPELLS = """
SELECT ?person ?kind ?name ?office ?from ?vagueFrom ?until ?vagueUntil WHERE {
  ?spell org:member ?person ; org:role ?kind ; org:organization ?organization .
  ?organization rdfs:label ?name FILTER(LANG(?name) = "nl")
  OPTIONAL { ?spell kv:office/rdfs:label ?office FILTER(LANG(?office) = "nl") }
  OPTIONAL {
    ?spell org:memberDuring ?period .
    OPTIONAL { ?period dcat:startDate ?from }
    OPTIONAL { ?period kv:startPrecision ?vagueFrom }
    OPTIONAL { ?period dcat:endDate ?until }
    OPTIONAL { ?period kv:endPrecision ?vagueUntil }
  }
}
"""


def spells_of_persons(release: Release) -> dict[str, str]:
    """Return descriptions of persons, such as "CDA, Tweede Kamer (2002–2010)", by address.

    A description contains the groups and the offices with their years. If no group is known, it
    contains the seats and the parties instead of the groups. A year is given only if the exact date
    is known.
    """
    spells: dict[str, set[tuple[int, str, str]]] = defaultdict(set)
    for (person, place, name), period in joined_periods_of(_periods(release)):
        spells[person].add((place, _years(*period), name))
    return {person: _words(found) for person, found in sorted(spells.items())}


def _periods(release: Release) -> Iterator[tuple[tuple[str, int, str], DayRange]]:
    """Yield the person, the kind, the name of the body or office, and the days of each spell."""
    for row in rows_of(release.query(_SPELLS)):
        person, kind, name, office, since, vague_since, until, vague_until = row
        place = _KINDS[kind.rpartition("/")[2]]
        period = (_day(since, vague_since), _day(until, vague_until))
        yield (person, place, office if place == _OFFICE else name), period


def _day(written: str, precision: str) -> date | None:
    """Return a date, or None if it is missing or not exact."""
    return date.fromisoformat(written) if written and not precision else None


def _years(since: date | None, until: date | None) -> str:
    first, last = (str(day.year) if day else "" for day in (since, until))
    return first if first == last else f"{first}–{last}"


def _words(spells: set[tuple[int, str, str]]) -> str:
    kinds = {place for place, _, _ in spells}
    shown = {_GROUP, _OFFICE} if _GROUP in kinds else {_CHAMBER, _OFFICE, _PARTY}
    ordered = sorted((years, name) for place, years, name in spells if place in shown)
    return "; ".join(f"{name} ({years})" if years else name for years, name in ordered)
