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


@dataclass(frozen=True, slots=True)
class ListedThing:
    """An entity in a list of all entities of its kind. ``count`` is the number of its cases."""

    address: str
    label: str
    count: int


class _Listed(NamedTuple):
    """All entities of a kind: rows of (address, number of cases) and (address, label, language)."""

    counts: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]


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
    return _Listed(counts, rows_of(release.query(_LABELS.replace("$things", addresses))))


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
    things = [ListedThing(thing, labels.get(thing, thing), int(n)) for thing, n in listed.counts]
    return tuple(sorted(things, key=lambda thing: (-thing.count, thing.label, thing.address)))
