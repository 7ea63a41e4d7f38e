"""Lists of all entities of a kind, each with the number of its cases."""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.thing_kinds import THING_KINDS, IndexedRole
from kv2rdf.server.per_release import PerRelease

_THINGS = """
SELECT ?thing (COUNT(DISTINCT ?case) AS ?count) WHERE { $things } GROUP BY ?thing
"""
_LABELS = """
SELECT ?thing ?label ?language WHERE {
  VALUES ?thing { $things } ?thing rdfs:label ?label BIND(LANG(?label) AS ?language)
}
"""
_SHORT_NAMES = """
SELECT ?thing (MIN(?name) AS ?short) WHERE {
  VALUES ?thing { $things } ?thing a kv:Party ; skos:altLabel ?name ; rdfs:label ?label
  FILTER(STR(?name) != STR(?label))
}
GROUP BY ?thing
"""


@dataclass(frozen=True, slots=True)
class ListedThing:
    """An entity in a list of all entities of its kind. ``count`` is the number of its cases.

    ``short`` is the short name of a party, such as "CDA", or None.
    """

    address: str
    label: str
    count: int
    short: str | None


class _Listed(NamedTuple):
    """All entities of a kind.

    The rows are (address, number of cases), (address, label, language), and (address, short name).
    """

    counts: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    short_names: tuple[tuple[str, ...], ...]


def _things_of_kind(kind: str, release: Release) -> _Listed:
    things = THING_KINDS[kind].things
    if isinstance(things, IndexedRole):
        found = release.texts.linked_case_counts(things.role, things.path)
        counts: tuple[tuple[str, ...], ...] = tuple(
            (address, str(count)) for address, count in sorted(found.items())
        )
    else:
        counts = rows_of(release.query(_THINGS.replace("$things", things or "")))
    addresses = " ".join(f"<{thing}>" for thing, _ in counts)
    queries = (query.replace("$things", addresses) for query in (_LABELS, _SHORT_NAMES))
    labels, short_names = (rows_of(release.query(query)) for query in queries)
    return _Listed(counts, labels, short_names)


_LISTED = {
    kind: PerRelease(partial(_things_of_kind, kind), f"things {kind}") for kind in THING_KINDS
}


def listed_things(release: Release, kind: str, language: str) -> tuple[ListedThing, ...]:
    """Return all entities of a kind, sorted by number of cases (largest first) and then by label.

    Each label is in ``language`` if the entity has a label in that language. Raises ReleaseError if
    the store or the text index cannot be read.
    """
    listed = _LISTED[kind].value(release)
    labels: dict[str, str] = {}
    for thing, label, label_language in listed.labels:
        if thing not in labels or label_language == language:
            labels[thing] = label
    short = {thing: name for thing, name in listed.short_names if name}
    things = [
        ListedThing(thing, labels.get(thing, thing), int(n), short.get(thing))
        for thing, n in listed.counts
    ]
    return tuple(sorted(things, key=lambda thing: (-thing.count, thing.label, thing.address)))
