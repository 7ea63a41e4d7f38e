"""What the data starts from: seeds/ read into the register and the lookups, rows checked."""

import csv
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from kv2rdf.errors import SeedError
from kv2rdf.model.register import (
    AnswerTerm,
    Medium,
    Membership,
    MembershipKind,
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
    """Read seeds/.

    Raises SeedError, with file and line, where a row has no source, names what is not there, or
    has the key of another.
    """
    authority = folder / "authority"
    persons = _rows(authority / "persons.csv", _person)
    parties = _rows(authority / "parties.csv", _party)
    ministries = _rows(authority / "ministries.csv", _ministry)
    offices = _rows(
        authority / "offices.csv", _office, names={"ministry_key": {m.key for m in ministries}}
    )
    person_keys = {"person_key": {p.key for p in persons}}
    lookups: dict[str, dict[str, str]] = {}
    for kind, printed, meant in _rows(
        folder / "lookups.csv",
        lambda row: (row["kind"], row["printed"], row["meant"]),
        key=("kind", "printed"),
    ):
        lookups.setdefault(kind, {})[printed] = meant
    register = Register(
        persons=persons,
        parties=parties,
        memberships=_rows(
            authority / "memberships.csv",
            _membership,
            names=person_keys | {"party_key": {p.key for p in parties}},
        ),
        ministries=ministries,
        offices=offices,
        tenures=_rows(
            authority / "tenures.csv",
            _tenure,
            key=("person_key", "office_key", "start"),
            names=person_keys | {"office_key": {o.key for o in offices}},
        ),
        topics=_rows(authority / "topics.csv", _topic, names={"parent_key": None}),
        media=_rows(authority / "media.csv", _medium, names={"parent_key": None}),
        terms=_rows(folder / "terms.csv", _term, key=("chamber", "from")),
        moved=_rows(folder / "moved.csv", lambda row: (row["old"], row["new"]), key=("old",)),
    )
    return Seeds(register=register, lookups=lookups)


def _rows(
    path: Path,
    make: Callable[[_Row], _Thing],
    *,
    key: tuple[str, ...] = ("key",),
    names: Mapping[str, Collection[str] | None] | None = None,
) -> tuple[_Thing, ...]:
    """Read a file. ``key`` has the columns that tell rows apart, ``names`` for a column that names
    other rows the keys there are (None: those of this file); such a column may be empty."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except csv.Error as error:
        raise SeedError(f"{path.name}: {error}") from error
    made = []
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, start=2):
        try:
            if not row["source"]:
                raise ValueError("has no source")
            if (own := tuple(row[column] for column in key)) in seen:
                raise ValueError(f"{', '.join(own)} stands twice")
            seen.add(own)
            for column, known in (names or {}).items():
                there = {other["key"] for other in rows} if known is None else known
                if row[column] and row[column] not in there:
                    raise ValueError(f"there is no {column} {row[column]}")
            made.append(make(row))
        except (KeyError, ValueError) as error:
            raise SeedError(f"{path.name}: line {number}: {error}") from error
    return tuple(made)


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
        kind=MembershipKind(row["kind"]),
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


def _medium(row: _Row) -> Medium:
    return Medium(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        names=_listed(row["names"]),
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
