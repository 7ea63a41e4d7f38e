"""The days that cases waited for their answers, by which lists of cases can be sorted."""

from collections.abc import Iterable, Mapping

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.per_release import PerRelease

_DAYS = "SELECT ?case ?days WHERE { ?case kv:daysToAnswer ?days }"


def longest_first(release: Release, cases: Iterable[str]) -> list[str]:
    """Return the addresses of cases, with the case that waited longest for its answer first.

    Cases with equal waits keep their order, and cases whose wait is not known come last. Raises
    ReleaseError if the store cannot be read.
    """
    days = _ALL_DAYS.value(release)
    return sorted(cases, key=lambda case: -days.get(case, -1))


def _all_days(release: Release) -> Mapping[str, int]:
    return {case: int(days) for case, days in rows_of(release.query(_DAYS))}


_ALL_DAYS = PerRelease(_all_days)
