"""The certain matches of a release, and facts in the same release against which they are checked.

Nothing here uses the code that finds the matches.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of

_MATCHES = """
SELECT ?address ?role ?rule ?person ?day ?chamber ?name ?group ?office {
  ?address kv:personMatchedBy ?rule_ ; eli-dl:had_participant_person ?person ;
    eli-dl:participation_role ?role_ .
  ?activity eli-dl:had_participation ?address ; eli-dl:activity_date ?day .
  ?case eli-dl:consists_of ?activity ; kv:chamber ?chamber .
  OPTIONAL { ?address kv:nameForm/kv:asInSource ?name }
  OPTIONAL { ?address eli-dl:participation_in_name_of ?group }
  OPTIONAL { ?address kv:office ?office }
  BIND(STRAFTER(STR(?rule_), "/begrip/") AS ?rule)
  BIND(STRAFTER(STR(?role_), "/begrip/") AS ?role)
} ORDER BY ?address
"""
_SPELLS = """
SELECT ?person ?organisation ?office ?first ?last {
  ?spell org:member ?person ; org:organization ?organisation .
  OPTIONAL { ?spell kv:office ?office }
  OPTIONAL { ?spell org:memberDuring/dcat:startDate ?first }
  OPTIONAL { ?spell org:memberDuring/dcat:endDate ?last }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedMatch:
    """A certain match: the person to whom a mention refers, and the printed words."""

    address: str
    role: str
    rule: str
    person: str
    day: date
    chamber: str
    name: str = ""
    group: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSpell:
    """A seat in a chamber or its group, or a tenure of an office. An unknown date is None."""

    organisation: str
    office: str = ""
    first: date | None = None
    last: date | None = None

    def includes(self, day: date, grace: timedelta = timedelta()) -> bool:
        """Whether a spell with a known first day includes a date, or ended shortly before it."""
        if self.first is None or day < self.first:
            return False
        return self.last is None or day <= self.last + grace


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """The known facts about a person. ``initial`` is the first initial, or "" if it is not known.

    ``surnames`` are the letters of the surname, of other names, and of each part of the surname.
    """

    initial: str = ""
    born: date | None = None
    surnames: tuple[str, ...] = ()


def certain_matches_of(release: Release) -> Iterator[CheckedMatch]:
    """Yield the certain matches of a release that have a date, in the order of their addresses."""
    for address, role, rule, person, day, *others in rows_of(release.query(_MATCHES)):
        chamber, name, group, office = others
        yield CheckedMatch(
            address=address, role=role, rule=rule, person=person, day=date.fromisoformat(day),
            chamber=chamber, name=name, group=group, office=office,
        )  # fmt: skip


def spells_of(release: Release) -> dict[str, tuple[CheckedSpell, ...]]:
    """Return the seats and tenures in a release, by the address of the person."""
    found: dict[str, tuple[CheckedSpell, ...]] = {}
    for person, organisation, office, first, last in rows_of(release.query(_SPELLS)):
        spell = CheckedSpell(
            organisation=organisation, office=office, first=_day(first), last=_day(last)
        )
        found[person] = (*found.get(person, ()), spell)
    return found


def persons_of(tables: Path, base: str) -> dict[str, PersonFacts]:
    """Return the persons in a copy of ``seeds/``, by their addresses under a base.

    A row that a user supplies may add to one of our own rows.
    """
    rows: dict[str, dict[str, str]] = {}
    for folder in ("authority", "brought"):
        path = tables / folder / "persons.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    known = {column: cell for column, cell in row.items() if cell}
                    rows.setdefault(row["key"], {}).update(known)
    return {f"{base}/id/persoon/{key}": _facts(row) for key, row in rows.items()}


def letters(text: str) -> str:
    """Return the letters of a text, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalpha, plain))


def _facts(row: dict[str, str]) -> PersonFacts:
    family = row.get("family", "")
    wholes = map(letters, (family, *row.get("other_names", "").split("|")))
    halves = (half for half in map(letters, re.split(r"[- ]", family)) if len(half) > 2)
    return PersonFacts(
        initial=(row.get("initials") or row.get("given", ""))[:1],
        born=_day(row.get("birth_date", "")),
        surnames=tuple(dict.fromkeys(name for name in (*wholes, *halves) if name)),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
