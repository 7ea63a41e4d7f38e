"""The memberships and tenures of the persons of a release."""

from collections.abc import Iterator
from datetime import date

from kv2rdf.query.careers import NamedSpell, SpellKind
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_KINDS = {
    "lid-van-de-fractie": SpellKind.GROUP,
    "lid-van-de-kamer": SpellKind.SEAT,
    "lid-van-de-partij": SpellKind.PARTY,
    "ambtsdrager": SpellKind.OFFICE,
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


def published_spells(release: Release) -> Iterator[NamedSpell]:
    """Yield the memberships and tenures of a release. Persons are identified by address."""
    for row in rows_of(release.query(_SPELLS)):
        person, kind_address, name, office, since, vague_since, until, vague_until = row
        kind = _KINDS[kind_address.rpartition("/")[2]]
        days = (_day(since, vague_since), _day(until, vague_until))
        yield NamedSpell(person, kind, office if kind is SpellKind.OFFICE else name, days)


def _day(written: str, precision: str) -> date | None:
    """Return a date, or None if it is missing or not exact."""
    return date.fromisoformat(written) if written and not precision else None
