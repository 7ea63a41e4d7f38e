"""Entries of the register, made from the rows of the CSV files in ``seeds/``."""

from datetime import date

from kv2rdf.model.register import (
    AnswerTerm,
    Medium,
    Membership,
    MembershipKind,
    Ministry,
    Office,
    Party,
    Person,
    Tenure,
    Topic,
)
from kv2rdf.reference.csv_rows import Row


def person_from_row(row: Row) -> Person:
    """Return the person in a row of persons.csv."""
    return Person(
        key=row["key"],
        name=row["full_name"],
        guid=row["tk_guid"] or None,
        wikidata=row["wikidata_qid"] or None,
        parlement_id=row["parlement_id"] or None,
    )


def party_from_row(row: Row) -> Party:
    """Return the party in a row of parties.csv."""
    return Party(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"],
        aliases=_split(row["aliases"]),
        wikidata=row["wikidata_qid"] or None,
        founded=_date(row["founded"]),
        dissolved=_date(row["dissolved"]),
    )


def membership_from_row(row: Row) -> Membership:
    """Return the membership in a row of memberships.csv."""
    return Membership(
        key=row["key"],
        person=row["person_key"],
        party=row["party_key"],
        kind=MembershipKind(row["kind"]),
        since=_date(row["start"]),
        until=_date(row["end"]),
    )


def ministry_from_row(row: Row) -> Ministry:
    """Return the ministry in a row of ministries.csv."""
    return Ministry(
        key=row["key"],
        name=row["name"],
        abbreviation=row["abbreviation"] or None,
        tooi=row["tooi_uri"] or None,
        wikidata=row["wikidata_qid"] or None,
    )


def office_from_row(row: Row) -> Office:
    """Return the office in a row of offices.csv."""
    return Office(
        key=row["key"],
        label=row["label_nl"],
        label_en=row["label_en"],
        ministry=row["ministry_key"],
        since=_date(row["valid_from"]),
        until=_date(row["valid_until"]),
        wikidata=row["wikidata_qid"] or None,
    )


def tenure_from_row(row: Row) -> Tenure:
    """Return the tenure in a row of tenures.csv."""
    return Tenure(
        person=row["person_key"],
        office=row["office_key"],
        since=date.fromisoformat(row["start"]),
        until=_date(row["end"]),
    )


def topic_from_row(row: Row) -> Topic:
    """Return the topic in a row of topics.csv."""
    return Topic(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        owms=row["owms_uri"] or None,
        tooi=row["tooi_top_uri"] or None,
        tooi_match=row["tooi_match"] or None,
    )


def medium_from_row(row: Row) -> Medium:
    """Return the medium in a row of media.csv."""
    return Medium(
        key=row["key"],
        label=row["label"],
        parent=row["parent_key"] or None,
        names=_split(row["names"]),
    )


def answer_term_from_row(row: Row) -> AnswerTerm:
    """Return the answer term in a row of terms.csv."""
    return AnswerTerm(
        chamber=row["chamber"],
        days=int(row["days"]),
        since=date.fromisoformat(row["from"]),
        until=_date(row["until"]),
        article=row["article"],
        source=row["source"],
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))
