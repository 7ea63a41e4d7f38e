"""The papers that a record lists (``Document``)."""

import re
from collections.abc import Iterator

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import AnnexNumber, Paper, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.odata.local_days import local_day
from kv2rdf.sources.odata.record import CaseFields, LinkedDocument

_QUESTIONS = ("Schriftelijke vragen", "Vragen gesteld door de leden der Kamer")
_ANSWERS = {
    "Antwoord schriftelijke vragen": PaperKind.ANSWER,
    "Antwoord schriftelijke vragen (nader)": PaperKind.FURTHER_ANSWER,
}
_ANNEX = re.compile(r"ah-tk-(\d{8})-0*([1-9]\d{0,9})(?:-[hn]\d+)?", re.ASCII)
_ANNEX_NUMBER = re.compile(r"(\d\d)(\d\d)0*([1-9]\d{0,9})", re.ASCII)
"""The last two digits of two years, and a number: 181902411 is number 2411 of session 2018-2019."""


def question_publication(fields: CaseFields) -> str | None:
    """Return the official identifier of the question paper, or None if the record contains none."""
    identifiers = {
        identifier
        for found in fields.documents
        if found.Soort in _QUESTIONS and (identifier := _identifier(found))
    }
    return min(identifiers, default=None)


def linked_papers(questions: Paper, fields: CaseFields) -> Iterator[Paper]:
    """Yield a paper without text for each listed answer whose number is known.

    The number is the one in the Aanhangsel. ``questions`` is the question paper that was made from
    the record. No paper is yielded for a notice, because the record states only that it exists (see
    ``papers_without_place``).
    """
    for found in fields.documents:
        kind, number = _ANSWERS.get(found.Soort or ""), _annex_number(found)
        if kind is None or number is None:
            continue
        yield Paper(
            source=questions.source,
            kind=kind,
            chamber=questions.chamber,
            cases=questions.cases,
            title=" ".join(found.Onderwerp.split()) if found.Onderwerp else None,
            annex_number=number,
            session_year=number.session_year,
            publication=_identifier(found),
            tabled=questions.tabled,
            dated=local_day(questions.source.id, "Datum", found.DatumOntvangst or found.Datum),
        )


def papers_without_place(fields: CaseFields) -> Iterator[Remark]:
    """Yield a remark on each listed document that is not published, such as a notice of delay."""
    for found in fields.documents:
        is_answer = found.Soort in _ANSWERS and _annex_number(found)
        is_question = found.Soort in _QUESTIONS and _identifier(found)
        if not (is_answer or is_question):
            days = (found.Datum, found.DatumOntvangst)
            words = (found.Soort, _identifier(found), found.DocumentNummer, *days)
            yield Remark(
                rule=FindingRule.FIELD_WITHOUT_PROPERTY,
                location="Document",
                text=" | ".join(word for word in (*words, found.Onderwerp) if word) or None,
            )


def further_identifiers(fields: CaseFields) -> Iterator[Remark]:
    """Yield a remark on each unpublished identifier or number of a document."""
    published = question_publication(fields)
    for found in fields.documents:
        identifiers = _identifiers(found)
        is_published = found.Soort not in _QUESTIONS or identifiers[:1] == (published,)
        others = list(identifiers[1:] if is_published else identifiers)
        number = _ANNEX_NUMBER.fullmatch(found.Aanhangselnummer or "")
        is_answer = found.Soort in _ANSWERS
        if found.Aanhangselnummer and not (is_answer and _is_number_of(number, found)):
            others.append(found.Aanhangselnummer)
        for words in others:
            rule = FindingRule.FIELD_WITHOUT_PROPERTY
            yield Remark(rule=rule, location="Document", text=words)


def _is_number_of(number: re.Match[str] | None, found: LinkedDocument) -> bool:
    """Whether a match of ``_ANNEX_NUMBER`` is the number under which a document is published."""
    if number is None:
        return False
    session = f"20{number[1]}20{number[2]}"
    return _annex_number(found) == AnnexNumber(session=session, number=number[3])


def _identifier(found: LinkedDocument) -> str | None:
    return next(iter(_identifiers(found)), None)


def _identifiers(found: LinkedDocument) -> tuple[str, ...]:
    versions = (v.ExterneIdentifier for v in found.DocumentVersie if not v.Verwijderd)
    return tuple(dict.fromkeys(identifier for identifier in versions if identifier))


def _annex_number(found: LinkedDocument) -> AnnexNumber | None:
    if match := _ANNEX.fullmatch(_identifier(found) or ""):
        return AnnexNumber(session=match[1], number=match[2])
    if match := _ANNEX_NUMBER.fullmatch(found.Aanhangselnummer or ""):
        return AnnexNumber(session=f"20{match[1]}20{match[2]}", number=match[3])
    return None
