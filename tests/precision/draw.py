"""Draw identified persons from releases: ``python -m tests.precision.draw SEED COUNT RELEASE...``.

The program prints a table as CSV. SEED is the id of a commit, so that nobody can choose the
persons. Each year of the papers has the same number of rows, if it has so many identified persons.
The releases must be built without --authority.
"""

import csv
import random
import sys
from collections.abc import Iterable
from itertools import chain, zip_longest
from pathlib import Path

from kv2rdf import open_release
from kv2rdf.query.sparql import ResultRows

_DAY = 2
COLUMNS = ("participation", "role", "day", "printed", "party", "person", "rule")
_QUERY = """
    SELECT ?participation ?role ?day ?printed ?party ?person ?rule WHERE {
      ?participation kv:personMatchedBy ?rule ; eli-dl:participation_role ?role ;
        eli-dl:had_participant_person ?person ; kv:nameForm ?form .
      ?form kv:asInSource ?printed .
      ?activity eli-dl:had_participation ?participation ; eli-dl:activity_date ?day .
      OPTIONAL { ?form kv:partyAsInSource ?party }
    }
"""

Match = tuple[str, ...]


def identified_persons(release: Path) -> list[Match]:
    """Return the identified persons in a release, each with the values of COLUMNS."""
    with open_release(release) as opened:
        found = opened.query(_QUERY)
    if not isinstance(found, ResultRows):
        raise TypeError("the query is not a SELECT")
    return list(found.rows)


def drawn_matches(matches: Iterable[Match], number: int, seed: str) -> list[Match]:
    """Return ``number`` matches, in order of the day. The years take turns, one match at a time."""
    years: dict[str, list[Match]] = {}
    for match in sorted(set(matches)):
        years.setdefault(match[_DAY][:4], []).append(match)
    chosen = random.Random(seed)
    for year in sorted(years):
        chosen.shuffle(years[year])
    in_turns = chain.from_iterable(zip_longest(*(years[year] for year in sorted(years))))
    drawn = [match for match in in_turns if match is not None][:number]
    return sorted(drawn, key=lambda match: (match[_DAY], match))


if __name__ == "__main__":
    seed, number, *releases = sys.argv[1:]
    known = chain.from_iterable(identified_persons(Path(release)) for release in releases)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(drawn_matches(known, int(number), seed))
