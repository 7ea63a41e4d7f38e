"""What the data starts from: seeds/ read into the register and the lookups, rows checked."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import SeedError
from kv2rdf.model.register import (
    AnswerTerm,
    Membership,
    Ministry,
    Office,
    Party,
    Person,
    Register,
    Tenure,
    Topic,
)

_Row = Mapping[str, str]
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """All of seeds/: the register, and by kind what a misprint of the sources means."""

    register: Register
    lookups: Mapping[str, Mapping[str, str]]


def read(folder: Path) -> Seeds:
    """Read seeds/. Raises SeedError where a row names what is not there, or a key stands twice."""
    authority = folder / "authority"
    register = Register(
        persons=_rows(authority / "persons.csv", _person),
        parties=_rows(authority / "parties.csv", _party),
        memberships=_rows(authority / "memberships.csv", _membership),
        ministries=_rows(authority / "ministries.csv", _ministry),
        offices=_rows(authority / "offices.csv", _office),
        tenures=_rows(authority / "tenures.csv", _tenure),
        topics=_rows(authority / "topics.csv", _topic),
        terms=_rows(folder / "terms.csv", _term),
        moved=_rows(folder / "moved.csv", lambda row: (row["old"], row["new"])),
    )
    _checked(register)
    lookups: dict[str, dict[str, str]] = {}
    for kind, printed, meant in _rows(
        folder / "lookups.csv", lambda row: (row["kind"], row["printed"], row["meant"])
    ):
        lookups.setdefault(kind, {})[printed] = meant
    return Seeds(register=register, lookups=lookups)


def _rows(path: Path, make: Callable[[_Row], _Thing]) -> tuple[_Thing, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    made = []
    for number, row in enumerate(rows, start=2):
        try:
            if not row["source"]:
                raise ValueError("has no source")
            made.append(make(row))
        except (KeyError, ValueError) as error:
            raise SeedError(f"{path.name}: line {number}: {error}") from error
    return tuple(made)


def _checked(register: Register) -> None:
    keys: dict[str, set[str]] = {}
    for name in ("persons", "parties", "memberships", "ministries", "offices", "topics"):
        keys[name] = set()
        for thing in getattr(register, name):
            if thing.key in keys[name]:
                raise SeedError(f"{name}: the key {thing.key} stands twice")
            keys[name].add(thing.key)
    named = [
        *((m.person, "persons") for m in register.memberships),
        *((m.party, "parties") for m in register.memberships),
        *((o.ministry, "ministries") for o in register.offices),
        *((t.person, "persons") for t in register.tenures),
        *((t.office, "offices") for t in register.tenures),
        *((t.parent, "topics") for t in register.topics if t.parent),
    ]
    for key, name in named:
        if key not in keys[name]:
            raise SeedError(f"{name}: there is no row {key}, and another file names it")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def _person(row: _Row) -> Person:
    return Person(
        key=row["key"],
        name=row["full_name"],
        guid=row["tk_guid"] or None,
        wikidata=row["wikidata_qid"] or None,
        parlement_id=row["parlement_id"] or None,
    )


def _party(row: _Row) -> Party:
    return Party(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"],
        aliases=_listed(row["aliases"]),
        wikidata=row["wikidata_qid"] or None,
        founded=_day(row["founded"]),
        dissolved=_day(row["dissolved"]),
    )


def _membership(row: _Row) -> Membership:
    return Membership(
        key=row["key"],
        person=row["person_key"],
        party=row["party_key"],
        kind=row["kind"],
        since=_day(row["start"]),
        until=_day(row["end"]),
    )


def _ministry(row: _Row) -> Ministry:
    return Ministry(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"] or None,
        tooi=row["tooi_uri"] or None,
        wikidata=row["wikidata_qid"] or None,
    )


def _office(row: _Row) -> Office:
    return Office(
        key=row["key"],
        label=row["label_nl"],
        label_en=row["label_en"],
        ministry=row["ministry_key"],
        since=_day(row["valid_from"]),
        until=_day(row["valid_until"]),
        wikidata=row["wikidata_qid"] or None,
    )


def _tenure(row: _Row) -> Tenure:
    return Tenure(
        person=row["person_key"],
        office=row["office_key"],
        since=date.fromisoformat(row["start"]),
        until=_day(row["end"]),
    )


def _topic(row: _Row) -> Topic:
    return Topic(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        owms=row["owms_uri"] or None,
        tooi=row["tooi_top_uri"] or None,
        match=row["tooi_match"] or None,
    )


def _term(row: _Row) -> AnswerTerm:
    return AnswerTerm(
        chamber=row["chamber"],
        days=int(row["days"]),
        since=date.fromisoformat(row["from"]),
        until=_day(row["until"]),
        article=row["article"],
        source=row["source"],
    )
