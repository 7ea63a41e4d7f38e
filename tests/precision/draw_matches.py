"""A draw of certain matches from a release, for review one by one.

    python -m tests.precision.draw_matches RELEASE COMMIT 400 > tests/precision/matches.csv

The mentions come from the release. They are matched by the program and the tables of this checkout.
The matches of a year are ordered by the sha256 of COMMIT and the address of each participation, so
the draw can be repeated with the same result. The same number of matches is drawn for each year.
Half of them are members who ask, and half are ministers and state secretaries.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Role
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.reference import register_files, shipped_folders

MENTIONS = """
PREFIX kv: <https://w3id.org/kamervragen/def#>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
SELECT ?participation ?role ?name ?party ?office ?day ?chamber WHERE {
  ?activity eli-dl:had_participation ?participation ; eli-dl:activity_date ?day .
  ?participation eli-dl:participation_role ?role ; kv:nameForm ?form .
  ?form kv:asInSource ?name ; kv:chamber ?chamber .
  OPTIONAL { ?participation kv:partyAsInSource ?party }
  OPTIONAL { ?participation kv:officeAsInSource ?office }
}
"""
_CHAMBERS = {"oorg10002": Chamber.TK, "oorg10001": Chamber.EK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A mention as printed, and the person whom the program finds for it.

    ``verdict`` is the judgement of a reader: "right" or "wrong", or "" before the list was read.
    """

    participation: str
    day: str
    chamber: str
    role: str
    name: str
    party: str
    office: str
    person: str
    rule: str
    verdict: str = ""
    note: str = ""


COLUMNS = tuple(field.name for field in fields(Match))


def shipped_matcher() -> PersonMatcher:
    """Return the matcher with the tables in seeds/."""
    return PersonMatcher.of(register_files.read_seeds(shipped_folders.folder("seeds")).register)


def person_and_rule(matcher: PersonMatcher, row: dict[str, str]) -> tuple[str, str] | None:
    """Return the key of the person and the rule if the person in a row is certain, or None."""
    mention = Mention(
        printed=row["name"],
        name=row["name"],
        party=row["party"] or None,
        office=row["office"] or None,
    )
    found = matcher.participants(
        Role(row["role"]), [mention], date.fromisoformat(row["day"]), Chamber(row["chamber"])
    )
    if len(found) != 1 or found[0].person is None or found[0].person_rule is None:
        return None
    return found[0].person.key, found[0].person_rule.value


def certain_matches(mentions: Iterable[dict[str, str]], matcher: PersonMatcher) -> Iterator[Match]:
    """Yield the mentions for which the person is certain."""
    for row in mentions:
        if found := person_and_rule(matcher, row):
            yield Match(**row, person=found[0], rule=found[1])


def drawn(matches: Iterable[Match], commit: str, number: int) -> list[Match]:
    """Return ``number`` matches, in order of date.

    They are spread evenly over the years, and over those who ask and those who are in office.
    """

    def place(match: Match) -> str:
        return sha256(f"{commit} {match.participation}".encode()).hexdigest()

    rank: dict[tuple[str, bool], int] = {}
    ordered = []
    for match in sorted(matches, key=place):
        group = match.day[:4], match.role == Role.ASKER
        rank[group] = rank.get(group, 0) + 1
        ordered.append((rank[group], place(match), match))
    chosen = sorted(ordered, key=lambda entry: entry[:2])[:number]
    return sorted((match for _, _, match in chosen), key=lambda m: (m.day, m.participation))


def mentions_in(release: Path) -> Iterator[dict[str, str]]:
    """Yield the mentions in a release that have a name and a date."""
    with Release(release) as opened:
        result = opened.query(MENTIONS)
    assert isinstance(result, ResultRows)
    for found in json.loads(result.json)["results"]["bindings"]:
        yield as_row({name: found.get(name, {}).get("value", "") for name in result.variables})


def as_row(solution: dict[str, str]) -> dict[str, str]:
    """Return a result of the query as the values that the matcher needs."""
    row = dict(solution)
    row["role"] = row["role"].rsplit("/", 1)[1]
    row["chamber"] = _CHAMBERS[row["chamber"].rsplit("/", 1)[1]].value
    return row


def write(matches: Iterable[Match]) -> None:
    """Write matches to standard output."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(match) for match in matches)


def main(release: str, commit: str, number: str) -> None:
    """Draw matches from a release, and write them."""
    found = certain_matches(mentions_in(Path(release)), shipped_matcher())
    write(drawn(found, commit, int(number)))


if __name__ == "__main__":
    main(*sys.argv[1:])
