"""The papers that are made from a record."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from kv2rdf.addresses import external
from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import CaseRecord, Paper, Remark, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.odata.actors import addressees, askers, names_without_role
from kv2rdf.sources.odata.linked_papers import (
    further_identifiers,
    linked_papers,
    papers_without_place,
    question_publication,
)
from kv2rdf.sources.odata.local_days import deadline_day, local_day, moment
from kv2rdf.sources.odata.record import CaseFields
from kv2rdf.sources.phrases.sessions import SESSION, is_in_session

_WRITTEN_QUESTIONS = "Schriftelijke vragen"
_OTHER_QUESTIONS = ("Mondelinge vragen", "Interpellatie", "Vragenuur")
_NUMBER = re.compile(r"[0-9]{4}Z[0-9]{5}")
_RELEASED = "Vrijgegeven"


def record_papers(source: Source, fields: CaseFields) -> tuple[Paper, ...]:
    """Return the papers of a record: one for the questions, and one for each answer that it lists.

    None of them contains text. Raises NotAPublicationError for a record that was deleted or that is
    not about written questions, and ReadError if a field has an unexpected value.
    """
    if fields.is_deleted:
        raise NotAPublicationError("a record that the chamber has deleted")
    if fields.kind in _OTHER_QUESTIONS:
        raise NotAPublicationError(f"a record of {fields.kind[0].lower()}{fields.kind[1:]}")
    if fields.kind != _WRITTEN_QUESTIONS:
        raise NotAPublicationError("a record of a case without questions")
    if fields.organisation not in (None, "Tweede Kamer"):
        raise ReadError(source.id, "Organisatie", f"not known: {fields.organisation[:40]!r}")
    if not _NUMBER.fullmatch(fields.number):
        raise ReadError(source.id, "Nummer", f"not a Z-number: {fields.number[:40]!r}")
    questions = _questions(source, fields)
    return (questions, *linked_papers(questions, fields))


def _questions(source: Source, fields: CaseFields) -> Paper:
    tabled = local_day(source.id, "GestartOp", fields.started)
    subject = " ".join(re.split(r"[ \t\r\n]+", fields.subject.strip(" \t\r\n")))
    if not subject:
        raise ReadError(source.id, "Onderwerp", "is empty")
    session = fields.session_year
    if session is not None and not SESSION.fullmatch(session):
        raise ReadError(source.id, "Vergaderjaar", f"not a session: {session[:40]!r}")
    return Paper(
        source=source,
        kind=PaperKind.QUESTIONS,
        chamber=Chamber.TK,
        title=None,
        short_title=subject,
        cases=((fields.number,),),
        publication=question_publication(fields),
        session_year=session,
        tabled=tabled,
        dated=tabled,
        askers=askers(source.id, fields),
        addressees=addressees(source.id, fields),
        record=CaseRecord(
            is_settled=fields.is_settled,
            due=deadline_day(source.id, "Termijn", fields.deadline),
            changed=_changed(source.id, fields.changed),
        ),
        remarks=tuple(_remarks(fields, tabled)),
    )


def _changed(document: str, printed: str | None) -> datetime | None:
    if printed is None:
        return None
    at = moment(document, "ApiGewijzigdOp", printed)
    try:
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError as error:
        problem = f"not in a valid year: {printed[:40]!r}"
        raise ReadError(document, "ApiGewijzigdOp", problem) from error


def _remarks(fields: CaseFields, tabled: date | None) -> Iterator[Remark]:
    unused = dict(fields.unused)
    if fields.title is not None and fields.title.split() != fields.subject.split():
        unused["Titel"] = fields.title
    if fields.status not in (None, _RELEASED):
        unused["Status"] = fields.status
    if tabled is None and fields.deadline is not None:
        unused["Termijn"] = fields.deadline
    for name in names_without_role(fields):
        yield Remark(
            rule=FindingRule.FIELD_WITHOUT_PROPERTY, location="ACTOR ZONDER RELATIE", text=name
        )
    yield from papers_without_place(fields)
    yield from further_identifiers(fields)
    for name, words in unused.items():
        yield Remark(rule=FindingRule.FIELD_WITHOUT_PROPERTY, location=name, text=words)
    if tabled and fields.session_year and not is_in_session(tabled, fields.session_year):
        yield Remark(
            rule=FindingRule.SESSION_DOES_NOT_FIT_DAY,
            location="Vergaderjaar",
            text=fields.session_year,
        )


def record_address(fields: CaseFields) -> str | None:
    """Return the address of a record at the service, or None if it contains no usable address."""
    address = fields.address
    return address if address and external.is_web_address(address) else None
