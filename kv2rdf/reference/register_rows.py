"""Entries of the register, made from the rows of the CSV files in ``seeds/``."""

import re
from datetime import date

from kv2rdf.addresses import external
from kv2rdf.addresses.spelling import checked_segment
from kv2rdf.model.cabinet import Cabinet
from kv2rdf.model.evidence import DatePrecision, SeatCount, Speaker
from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.model.register import (
    AnswerTerm,
    HeadingMatch,
    Medium,
    Membership,
    Ministry,
    Office,
    OfficeKind,
    Party,
    Person,
    Tenure,
    Topic,
)
from kv2rdf.reference.csv_rows import Row, required_key

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def person_from_row(row: Row) -> Person:
    """Return the person in a row of persons.csv."""
    return Person(
        key=checked_segment(row["key"]),
        name=row["full_name"],
        given=row["given"],
        prefix=row["prefix"],
        family=row["family"],
        initials=row["initials"],
        other_names=_split(row["other_names"]),
        gender=row["gender"] or None,
        guid=checked_segment(row["tk_guid"]) if row["tk_guid"] else None,
        wikidata=_wikidata(row["wikidata_qid"]),
        parlement_id=row["parlement_id"] or None,
        born=_date(row["birth_date"]),
    )


def party_from_row(row: Row) -> Party:
    """Return the party in a row of parties.csv."""
    return Party(
        key=checked_segment(row["key"]),
        name=row["name"],
        abbreviation=row["abbreviation"] or None,
        aliases=_split(row["aliases"]),
        wikidata=_wikidata(row["wikidata_qid"]),
        founded=_day_or_year(row["founded"], "01-01"),
        dissolved=_day_or_year(row["dissolved"], "12-31"),
    )


def membership_from_row(row: Row) -> Membership:
    """Return the membership in a row of memberships.csv.

    Raises ValueError if the kind or a precision is unknown, if no person is named, or if a
    membership of a party or a group names no party.
    """
    kind = MembershipKind(row["kind"])
    if not row["party_key"] and kind not in (MembershipKind.SEAT_TK, MembershipKind.SEAT_EK):
        raise ValueError("has no party")
    since, since_precision = _dated(row, "start")
    until, until_precision = _dated(row, "end")
    return Membership(
        key=checked_segment(row["key"]),
        person=required_key(row, "person_key"),
        party=row["party_key"] or None,
        kind=kind,
        since=since,
        since_precision=since_precision,
        until=until,
        until_precision=until_precision,
    )


def speaker_from_row(row: Row) -> Speaker:
    """Return the speaker in a row of speakers.csv."""
    return Speaker(
        name=row["name_printed"],
        party=row["party_key"] or None,
        chamber=Chamber(row["chamber"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
    )


def seat_count_from_row(row: Row) -> SeatCount:
    """Return the seat count in a row of seats.csv. Raises ValueError if the party is missing."""
    return SeatCount(
        chamber=Chamber(row["chamber"]),
        first_sitting=date.fromisoformat(row["first_sitting"]),
        party=required_key(row, "party_key"),
        seats=int(row["seats"]),
    )


def ministry_from_row(row: Row) -> Ministry:
    """Return the ministry in a row of ministries.csv."""
    return Ministry(
        key=checked_segment(row["key"]),
        name=row["name"],
        abbreviation=row["abbreviation"] or None,
        aliases=_split(row["aliases"]),
        since=_date(row["valid_from"]),
        until=_date(row["valid_until"]),
        tooi=_address(row["tooi_uri"]),
        wikidata=_wikidata(row["wikidata_qid"]),
    )


def office_from_row(row: Row) -> Office:
    """Return the office in a row of offices.csv. Raises ValueError if the ministry is missing."""
    return Office(
        key=checked_segment(row["key"]),
        kind=OfficeKind(row["kind"]),
        aliases=_split(row["aliases"]),
        label=row["label_nl"],
        label_en=row["label_en"],
        ministry=required_key(row, "ministry_key"),
        since=_date(row["valid_from"]),
        until=_date(row["valid_until"]),
        wikidata=_wikidata(row["wikidata_qid"]),
    )


def tenure_from_row(row: Row) -> Tenure:
    """Return the tenure in a row of tenures.csv.

    Raises ValueError if a precision is unknown, or if the first day, the person or the office is
    missing.
    """
    since, since_precision = _dated(row, "start")
    until, until_precision = _dated(row, "end")
    if since is None:
        raise ValueError("has no start")
    return Tenure(
        person=required_key(row, "person_key"),
        office=required_key(row, "office_key"),
        since=since,
        since_precision=since_precision,
        until=until,
        until_precision=until_precision,
    )


def cabinet_from_row(row: Row) -> Cabinet:
    """Return the cabinet in a row of cabinets.csv.

    Raises ValueError if the first day is missing or a precision is unknown.
    """
    since, since_precision = _dated(row, "start")
    until, until_precision = _dated(row, "end")
    if since is None:
        raise ValueError("has no start")
    return Cabinet(
        key=checked_segment(row["key"]),
        name=row["label_nl"],
        name_en=row["label_en"],
        short_name=row["short_name"],
        since=since,
        since_precision=since_precision,
        until=until,
        until_precision=until_precision,
        wikidata=_wikidata(row["wikidata_qid"]),
    )


def topic_from_row(row: Row) -> Topic:
    """Return the topic in a row of topics.csv."""
    return Topic(
        key=checked_segment(row["key"]),
        label=row["label"],
        parent=row["parent_key"] or None,
        owms=_address(row["owms_uri"]),
        tooi=_address(row["tooi_top_uri"]),
        tooi_match=row["tooi_match"] or None,
    )


def heading_match_from_row(row: Row) -> HeadingMatch:
    """Return the match in a row of headings.csv. Raises ValueError if the topic is missing."""
    return HeadingMatch(heading=row["heading"], topic=required_key(row, "theme_key"))


def medium_from_row(row: Row) -> Medium:
    """Return the medium in a row of media.csv."""
    return Medium(
        key=checked_segment(row["key"]),
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


def _address(text: str) -> str | None:
    return external.web_address(text) if text else None


def _wikidata(text: str) -> str | None:
    if text and not _WIKIDATA.fullmatch(text):
        raise ValueError(f"not a Wikidata item: {text!r}")
    return text or None


def _dated(row: Row, column: str) -> tuple[date | None, DatePrecision]:
    """Return the date in a column and its precision.

    Raises ValueError if there is a precision without a date, or if the precision is unknown.
    """
    day, precision = _date(row[column]), row[f"{column}_precision"]
    if day is None:
        if precision:
            raise ValueError(f"has a precision but no date in the column {column}")
        return None, DatePrecision.DAY
    return day, DatePrecision(precision)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_or_year(text: str, day_of_year: str) -> date | None:
    """Return the date in ``text``, or ``day_of_year`` in that year if ``text`` is only a year."""
    return _date(f"{text}-{day_of_year}" if len(text) == len("2022") else text)


def _split(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))
