"""The facts by which cases are listed and counted. They are read once for each release."""

from collections.abc import Iterable, Mapping
from sys import intern
from typing import NamedTuple

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.per_release import PerRelease

IN_TIME = {"true": True, "false": False}
"""Maps the text that a query returns for ``kv:answeredInTime`` to a bool."""
_FACTS = """
SELECT ?case ?state ?in_time ?day WHERE {
  { SELECT ?case ?state WHERE { ?case kv:state ?state } }
  OPTIONAL { SELECT ?case ?day WHERE { ?case dct:dateSubmitted ?day } }
  OPTIONAL { SELECT ?case ?in_time WHERE { ?case kv:answeredInTime ?in_time } }
}
ORDER BY DESC(?day) ?case
"""


class ListedCase(NamedTuple):
    """A case, with the facts by which it is listed and counted.

    ``place`` is the position of the case in the list of all cases, newest first. ``state`` is the
    name of a concept, such as "beantwoord". ``is_in_time`` (whether the case was answered in time)
    and ``year`` (the year of tabling) are None if they are not known.
    """

    place: int
    state: str
    is_in_time: bool | None
    year: int | None


def listed_cases(release: Release) -> Mapping[str, ListedCase]:
    """Return all cases by their addresses, newest first.

    Cases without a date come last, and cases with the same date are sorted by address. Raises
    ReleaseError if the store cannot be read.
    """
    return _ALL_FACTS.value(release)


def newest_first(release: Release, cases: Iterable[str]) -> Mapping[str, ListedCase]:
    """Return the cases with the given addresses, by address, in the order of ``listed_cases``.

    Addresses of other things are left out. Raises ReleaseError if the store cannot be read.
    """
    known = listed_cases(release)
    found = {case: known[case] for case in cases if case in known}
    return dict(sorted(found.items(), key=lambda item: item[1].place))


def _all_facts(release: Release) -> Mapping[str, ListedCase]:
    rows = rows_of(release.query(_FACTS))
    return {
        case: ListedCase(
            place,
            intern(state.rpartition("/")[2]),
            IN_TIME.get(in_time),
            int(day[:4]) if day else None,
        )
        for place, (case, state, in_time, day) in enumerate(rows)
    }


_ALL_FACTS = PerRelease(_all_facts, "cases")
