"""The ministries that were asked in a case, or answered it, and the cases of a ministry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kv2rdf.errors import QueryError
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.pages.case_totals import LATE
from kv2rdf.server.pages.listed_things import ListedThing, listed_things
from kv2rdf.server.pages.thing_cases import cases_by_list
from kv2rdf.server.pages.thing_kinds import THING_KINDS

_MINISTRY = "ministerie"
_MINISTRIES = """
SELECT DISTINCT ?case ?role ?ministry WHERE {
  VALUES ?case { $cases }
  ?case eli-dl:consists_of ?activity . ?activity eli-dl:had_participation ?participation .
  ?participation eli-dl:had_participant_organization ?ministry ; eli-dl:participation_role ?role .
}
"""
_LABELS = """
SELECT ?ministry ?label WHERE {
  VALUES ?ministry { $ministries } ?ministry skos:prefLabel ?label FILTER(LANG(?label) = "nl")
}
"""
"""Finds the label of each ministry once. Finding them for each case takes twice as long."""
_ROLES = tuple(f"{PREFIXES['c']}{role}" for role in ("geadresseerde", "antwoordgever"))


@dataclass(frozen=True, slots=True)
class CaseMinistries:
    """The names of the ministries that were asked in a case, and of those that answered."""

    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()


def ministries_of_cases(release: Release, cases: Iterable[str]) -> Mapping[str, CaseMinistries]:
    """Return the ministries of the cases with the given addresses, by address.

    Raises ReleaseError if the store cannot be read.
    """
    listed = tuple(cases)
    found = rows_of(release.query(_MINISTRIES.replace("$cases", _written(listed))))
    ministries = sorted({ministry for _, _, ministry in found})
    labelled = rows_of(release.query(_LABELS.replace("$ministries", _written(ministries))))
    labels = {row[0]: row[1] for row in labelled}
    named: dict[tuple[str, str], set[str]] = {}
    for case, role, ministry in found:
        if ministry in labels:
            named.setdefault((case, role), set()).add(labels[ministry])
    return {
        case: CaseMinistries(*(tuple(sorted(named.get((case, role), ()))) for role in _ROLES))
        for case in listed
    }


def ministries_by_key(release: Release) -> Mapping[str, ListedThing]:
    """Return all ministries by the last part of their addresses, sorted by name.

    Raises ReleaseError if the store or the text index cannot be read.
    """
    things = sorted(listed_things(release, _MINISTRY, "nl"), key=lambda thing: thing.label)
    return {thing.address.rpartition("/")[2]: thing for thing in things}


def cases_of_ministry(release: Release, key: str, selection: str | None) -> frozenset[str]:
    """Return the addresses of the cases of a ministry in a selection.

    ``selection`` is one of ``SELECTIONS``, or None. If it is ``LATE``, the cases are those that the
    ministry answered, as in the figures. Otherwise, they are also those that it was asked. Raises
    QueryError if there is no ministry with this key, and ReleaseError if the store cannot be read.
    """
    ministry = ministries_by_key(release).get(key)
    if ministry is None:
        raise QueryError(f"ministerie: {key!r} is not a ministry of this release")
    kind = THING_KINDS[_MINISTRY]
    name = kind.lateness if selection == LATE and kind.lateness else kind.lists[0]
    return frozenset(cases_by_list(release, kind, ministry.address)[name])


def _written(addresses: Iterable[str]) -> str:
    """Return addresses as written in a query."""
    return " ".join(f"<{address}>" for address in addresses)
