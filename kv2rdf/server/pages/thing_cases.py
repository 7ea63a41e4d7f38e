"""The cases of an entity in each of its lists. They are kept, because finding them is slow."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.listed_things import listed_things
from kv2rdf.server.pages.thing_kinds import THING_KINDS, ThingKind
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.recent_contents import RecentContents

MANY_CASES: Final = 3_000
"""The number of cases from which the lists of an entity are prepared. Finding 6,000 takes 0.5 s."""
_CASES = "SELECT DISTINCT ?list ?case WHERE { $cases }"
_MOST_BYTES = 4_000_000
"""The maximum size of all lists that are kept. The lists of a large ministry take 80,000 bytes."""


def cases_by_list(release: Release, kind: ThingKind, address: str) -> Mapping[str, Sequence[str]]:
    """Return the addresses of the cases in each list of an entity, by the name of the list.

    ``address`` is the address of the entity. Raises ReleaseError if the store cannot be read.
    """
    recent = _RECENT_LISTS.value(release)
    (prepared,) = _LONG_LISTS.kept_values(release) or ({},)
    content = prepared.get(address) or recent.content((address,))
    if content is None:
        content = _lists(release, kind, address)
        recent.keep((address,), content)
    addresses = tuple(listed_cases(release))
    return {
        name: [addresses[place] for place in listed] for name, listed in json.loads(content).items()
    }


def read_long_lists(release: Release) -> None:
    """Find the cases of all entities that have at least ``MANY_CASES``.

    Raises ReleaseError if the release cannot be read.
    """
    _LONG_LISTS.value(release)


def _lists(release: Release, kind: ThingKind, address: str) -> bytes:
    """Return the positions of the cases in each list of an entity, as JSON."""
    known = listed_cases(release)
    places: dict[str, list[int]] = {name: [] for name in kind.lists}
    query = _CASES.replace("$cases", kind.cases).replace("$thing", f"<{address}>")
    for name, case in rows_of(release.query(query)):
        if case in known:
            places[name].append(known[case].place)
    return json.dumps(places).encode()


def _long_lists(release: Release) -> Mapping[str, bytes]:
    return {
        thing.address: _lists(release, kind, thing.address)
        for name, kind in THING_KINDS.items()
        if kind.things is not None
        for thing in listed_things(release, name, "nl")
        if thing.count >= MANY_CASES
    }


def _no_lists(_release: Release) -> RecentContents:
    return RecentContents(_MOST_BYTES)


_RECENT_LISTS = PerRelease(_no_lists)
_LONG_LISTS = PerRelease(_long_lists, "long lists")
