"""What the data starts from: seeds/ read into the register and the lookups, rows checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
from kv2rdf.reference.csv_rows import Row, read_rows


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
    persons = read_rows(authority / "persons.csv", _person)
    parties = read_rows(authority / "parties.csv", _party)
    ministries = read_rows(authority / "ministries.csv", _ministry)
    offices = read_rows(
        authority / "offices.csv", _office, names={"ministry_key": {m.key for m in ministries}}
    )
    person_keys = {"person_key": {p.key for p in persons}}
    lookups: dict[str, dict[str, str]] = {}
    for kind, printed, meant in read_rows(
        folder / "lookups.csv",
        lambda row: (row["kind"], row["printed"], row["meant"]),
        key=("kind", "printed"),
    ):
        lookups.setdefault(kind, {})[printed] = meant
    register = Register(
        persons=persons,
        parties=parties,
        memberships=read_rows(
            authority / "memberships.csv",
            _membership,
            names=person_keys | {"party_key": {p.key for p in parties}},
        ),
        ministries=ministries,
        offices=offices,
        tenures=read_rows(
            authority / "tenures.csv",
            _tenure,
            key=("person_key", "office_key", "start"),
            names=person_keys | {"office_key": {o.key for o in offices}},
        ),
        topics=read_rows(authority / "topics.csv", _topic, names={"parent_key": None}),
        media=read_rows(authority / "media.csv", _medium, names={"parent_key": None}),
        terms=read_rows(folder / "terms.csv", _term, key=("chamber", "from")),
        moved=read_rows(folder / "moved.csv", lambda row: (row["old"], row["new"]), key=("old",)),
    )
    return Seeds(register=register, lookups=lookups)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def _person(row: Row) -> Person:
    return Person(
        key=row["key"],
        name=row["full_name"],
        guid=row["tk_guid"] or None,
        wikidata=row["wikidata_qid"] or None,
        parlement_id=row["parlement_id"] or None,
    )


def _party(row: Row) -> Party:
    return Party(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"],
        aliases=_listed(row["aliases"]),
        wikidata=row["wikidata_qid"] or None,
        founded=_day(row["founded"]),
        dissolved=_day(row["dissolved"]),
    )


def _membership(row: Row) -> Membership:
    return Membership(
        key=row["key"],
        person=row["person_key"],
        party=row["party_key"],
        kind=MembershipKind(row["kind"]),
        since=_day(row["start"]),
        until=_day(row["end"]),
    )


def _ministry(row: Row) -> Ministry:
    return Ministry(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"] or None,
        tooi=row["tooi_uri"] or None,
        wikidata=row["wikidata_qid"] or None,
    )


def _office(row: Row) -> Office:
    return Office(
        key=row["key"],
        label=row["label_nl"],
        label_en=row["label_en"],
        ministry=row["ministry_key"],
        since=_day(row["valid_from"]),
        until=_day(row["valid_until"]),
        wikidata=row["wikidata_qid"] or None,
    )


def _tenure(row: Row) -> Tenure:
    return Tenure(
        person=row["person_key"],
        office=row["office_key"],
        since=date.fromisoformat(row["start"]),
        until=_day(row["end"]),
    )


def _topic(row: Row) -> Topic:
    return Topic(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        owms=row["owms_uri"] or None,
        tooi=row["tooi_top_uri"] or None,
        match=row["tooi_match"] or None,
    )


def _medium(row: Row) -> Medium:
    return Medium(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        names=_listed(row["names"]),
    )


def _term(row: Row) -> AnswerTerm:
    return AnswerTerm(
        chamber=row["chamber"],
        days=int(row["days"]),
        since=date.fromisoformat(row["from"]),
        until=_day(row["until"]),
        article=row["article"],
        source=row["source"],
    )
