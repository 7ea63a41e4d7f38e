"""The paper, without text, that a metadata file describes."""

import re
from collections.abc import Iterator

from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import AnnexNumber, Mention, Paper, Remark, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.official.metadata_fields import MetadataFields
from kv2rdf.sources.official.metadata_remarks import (
    PROVISIONAL,
    identifier_remarks,
    other_remarks,
    stated_day,
    tabling_day,
    without_property,
)
from kv2rdf.sources.official.paper_identifiers import (
    PaperIdentifier,
    case_number,
    number_in_session,
    other_questions,
    paper_identifier,
)
from kv2rdf.sources.official.paper_kinds import is_reply, reply_kind
from kv2rdf.sources.phrases.sessions import SESSION, is_in_session

_CHAMBERS = {
    "tweede kamer der staten-generaal": Chamber.TK,
    "eerste kamer der staten-generaal": Chamber.EK,
}
_USUAL_VALUES = {"language": ("nl",), "organisationtype": ("staten generaal",)}
_STATUSES = (PROVISIONAL, "opgemaakt na onopgemaakt", "opgemaakt")
_OPENING = re.compile(
    r"(?:Nader )?(?:Antwoord(?:en)? op|Antwoord(?:en)?|(?:Uitstel|Intrekking)(?: van)?"
    r"(?: de)?(?: beantwoording)?(?: van)?(?: de)?|Mededeling over) (?=(?:de )?vragen\b)",
    re.IGNORECASE,
)
"""The words before the title of the questions in the title of a reply."""


def described_paper(source: Source, fields: MetadataFields) -> Paper:
    """Return the paper that a metadata file describes.

    Raises ReadError for a missing, unknown or contradictory value, and NotAPublicationError for
    questions that are not written questions.
    """
    identifier = paper_identifier(fields.one("identifier"))
    if identifier is None:
        raise fields.read_error("identifier", "not the identifier of a paper")
    _check_usual_values(fields)
    replies = is_reply(fields)
    replies = identifier.is_answer if replies is None else replies
    if replies is not identifier.is_answer:
        raise fields.read_error("identifier", "does not fit the type of the paper")
    if not SESSION.fullmatch(session := fields.one("vergaderjaar")):
        raise fields.read_error("vergaderjaar", f"not a session: {session[:40]!r}")
    chamber = _CHAMBERS.get(fields.one("creator").casefold())
    if chamber is None:
        raise fields.read_error("creator", "not a chamber")
    fields.one("indiener")
    describe = _reply if replies else _questions
    return describe(source, fields, identifier, chamber)


def _check_usual_values(fields: MetadataFields) -> None:
    """Raise ReadError if a field for which only certain values are known has another value."""
    for name, known in (*_USUAL_VALUES.items(), ("documentstatus", _STATUSES)):
        value = fields.one_or_none(name)
        if value is not None and value.casefold() not in known:
            raise fields.read_error(name, f"not a known value: {value[:40]!r}")


def _questions(
    source: Source, fields: MetadataFields, identifier: PaperIdentifier, chamber: Chamber
) -> Paper:
    numbers = _case_numbers(fields, chamber) or tuple(filter(None, [identifier.case_number]))
    if reason := next(filter(None, map(other_questions, numbers)), None):
        raise NotAPublicationError(f"metadata of {reason}")
    tabled, remarks = tabling_day(fields, "DCTERMS.issued")
    session = fields.one("vergaderjaar")
    if tabled and not is_in_session(tabled, session):
        rule = FindingRule.SESSION_DOES_NOT_FIT_DAY
        remarks += (Remark(rule=rule, location="OVERHEIDop.vergaderjaar", text=session),)
    for name in ("aanhangselNummer", "datumOntvangst"):
        if value := fields.one_or_none(name.casefold()):
            remarks += (without_property(f"OVERHEIDop.{name}", value),)
    replies = tuple(_named_replies(fields))
    return Paper(
        source=source,
        kind=PaperKind.QUESTIONS,
        chamber=chamber,
        title=fields.one("title"),
        cases=tuple((number,) for number in numbers),
        named_replies=replies,
        edition=identifier.edition,
        is_provisional=_is_provisional(fields, identifier),
        publication=identifier.published,
        page_url=identifier.page,
        session_year=session,
        tabled=tabled,
        dated=tabled,
        askers=_mentions(fields, "indiener"),
        addressees=_mentions(fields, "ontvanger"),
        topic_lines=fields.many("category"),
        remarks=(
            *remarks,
            *identifier_remarks(identifier, chamber, None, numbers),
            *other_remarks(fields, chamber, names_reply=bool(replies)),
        ),
    )


def _reply(
    source: Source, fields: MetadataFields, identifier: PaperIdentifier, chamber: Chamber
) -> Paper:
    kind, remarks = reply_kind(fields)
    dated, remarks_on_day = stated_day(fields, "OVERHEIDop.datumOntvangst", "DCTERMS.issued")
    tabled, remarks_on_tabling = tabling_day(fields)
    number = _annex_number(fields, identifier)
    title = fields.one("title")
    return Paper(
        source=source,
        kind=kind,
        chamber=chamber,
        title=title,
        short_title=_title_of_questions(title),
        cases=tuple((number,) for number in _case_numbers(fields, chamber)),
        annex_number=number,
        edition=identifier.edition,
        is_provisional=_is_provisional(fields, identifier),
        publication=identifier.published,
        page_url=identifier.page,
        session_year=fields.one("vergaderjaar"),
        tabled=tabled,
        dated=dated,
        askers=_mentions(fields, "indiener"),
        answerers=_mentions(fields, "ontvanger"),
        topic_lines=fields.many("category"),
        remarks=(
            *remarks,
            *remarks_on_day,
            *remarks_on_tabling,
            *identifier_remarks(identifier, chamber, number, ()),
            *other_remarks(fields, chamber, names_reply=False),
        ),
    )


def _case_numbers(fields: MetadataFields, chamber: Chamber) -> tuple[str, ...]:
    found = (case_number(printed, chamber) for printed in fields.many("vraagnummer"))
    return tuple(dict.fromkeys(number for number in found if number))


def _annex_number(fields: MetadataFields, identifier: PaperIdentifier) -> AnnexNumber:
    """Return the number in the Aanhangsel, from the fields or, failing that, the identifier.

    Raises ReadError if there is no number, or if it cannot be read.
    """
    printed = fields.one_or_none("aanhangselnummer")
    if printed is None:
        if identifier.annex_number is None:
            raise fields.read_error("identifier", "gives no number, and neither does a field")
        return identifier.annex_number
    if (number := number_in_session(printed)) is None:
        raise fields.read_error("aanhangselnummer", f"not a number: {printed[:40]!r}")
    return AnnexNumber(session=fields.one("vergaderjaar").replace("-", ""), number=number)


def _is_provisional(fields: MetadataFields, identifier: PaperIdentifier) -> bool:
    status = fields.one_or_none("documentstatus") or ""
    return identifier.is_provisional or status.casefold() == PROVISIONAL


def _named_replies(fields: MetadataFields) -> Iterator[str]:
    """Yield the identifier, without an edition, of the reply that a question paper names."""
    named = fields.one_or_none("aanhangsel")
    found = paper_identifier(named) if named else None
    if found and found.annex_number and found.chamber:
        yield found.annex_number.identifier(found.chamber)


def _title_of_questions(title: str) -> str | None:
    """Return the title of the questions in the title of a reply, or None if it contains none."""
    opening = _OPENING.match(title)
    rest = title[opening.end() :] if opening else ""
    return f"{rest[0].upper()}{rest[1:]}" if rest else None


def _mentions(fields: MetadataFields, name: str) -> tuple[Mention, ...]:
    """Return the persons in the field ``name``, as printed, without parties or offices."""
    return tuple(Mention(printed=person, name=person) for person in fields.many(name))
