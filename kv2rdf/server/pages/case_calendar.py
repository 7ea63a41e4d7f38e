"""The session, the month of tabling and the waiting time of each case.

They are read once for each release.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.listed_cases import listed_cases
from kv2rdf.server.per_release import PerRelease

_FACTS = """
SELECT ?case ?session ?day ?days WHERE {
  { SELECT ?case ?state WHERE { ?case kv:state ?state } }
  OPTIONAL { SELECT ?case ?session WHERE { ?case kv:sessionYear ?session } }
  OPTIONAL { SELECT ?case ?day WHERE { ?case dct:dateSubmitted ?day } }
  OPTIONAL { SELECT ?case ?days WHERE { ?case kv:daysToAnswer ?days } }
}
ORDER BY ?session
"""


class CaseTimes(NamedTuple):
    """The month in which a case was tabled ("2004-09"), and the days until its answer.

    Both are None if they are not known.
    """

    month: str | None
    days: int | None


@dataclass(frozen=True, slots=True)
class CaseCalendar:
    """The cases of each session, in order of sessions, and the times of all cases.

    A case is represented by its position in the list of all cases, newest first (see
    ``listed_cases``). ``times`` contains the times of each case at its position. A session is
    written as in the data: "2004-2005".
    """

    sessions: Mapping[str, tuple[int, ...]]
    times: tuple[CaseTimes, ...]


def case_calendar(release: Release) -> CaseCalendar:
    """Return the sessions and times of all cases. Raises ReleaseError if they cannot be read."""
    return _CALENDAR.value(release)


def cases_of_session(release: Release, session: str) -> tuple[str, ...]:
    """Return the addresses of the cases of a session, newest first.

    The session of a case is the one in which its papers were numbered. Raises ReleaseError if the
    store cannot be read.
    """
    addresses = tuple(listed_cases(release))
    places = case_calendar(release).sessions.get(session, ())
    return tuple(addresses[place] for place in sorted(places))


def _calendar(release: Release) -> CaseCalendar:
    known = listed_cases(release)
    sessions: dict[str, list[int]] = {}
    times = [CaseTimes(None, None)] * len(known)
    for case, session, day, days in rows_of(release.query(_FACTS)):
        place = known[case].place
        times[place] = CaseTimes(intern(day[:7]) if day else None, int(days) if days else None)
        if session:
            sessions.setdefault(session, []).append(place)
    return CaseCalendar({name: tuple(found) for name, found in sessions.items()}, tuple(times))


_CALENDAR = PerRelease(_calendar, "calendar")
