"""The cases of an entity in each of its lists. They are kept, because finding them is slow."""

import json
from collections.abc import Mapping, Sequence

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.pages.thing_kinds import ThingKind
from kv2rdf.server.per_release import PerRelease
from kv2rdf.server.recent_contents import RecentContents

_CASES = "SELECT DISTINCT ?list ?case WHERE { $cases }"
_MOST_BYTES = 4_000_000
"""The maximum size of all lists that are kept. The lists of a large ministry take 80,000 bytes."""


def cases_by_list(release: Release, kind: ThingKind, address: str) -> Mapping[str, Sequence[str]]:
    """Return the addresses of the cases in each list of an entity, by the name of the list.

    ``address`` is the address of the entity. Raises ReleaseError if the store cannot be read.
    """
    recent, known = _RECENT_LISTS.value(release), listed_cases(release)
    content = recent.content((address,))
    if content is None:
        places: dict[str, list[int]] = {name: [] for name in kind.lists}
        query = _CASES.replace("$cases", kind.cases).replace("$thing", f"<{address}>")
        for name, case in rows_of(release.query(query)):
            if case in known:
                places[name].append(known[case].place)
        content = json.dumps(places).encode()
        recent.keep((address,), content)
    addresses = tuple(known)
    return {
        name: [addresses[place] for place in listed] for name, listed in json.loads(content).items()
    }


def _no_lists(_release: Release) -> RecentContents:
    return RecentContents(_MOST_BYTES)


_RECENT_LISTS = PerRelease(_no_lists)
