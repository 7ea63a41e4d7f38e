"""The facts in a record about the papers that it lists."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.records.days import day_in_the_netherlands
from kv2rdf.audit.records.values import other_texts, value_text, words_of

_QUESTIONS = ("Schriftelijke vragen", "Vragen gesteld door de leden der Kamer")
_ANSWERS = ("Antwoord schriftelijke vragen", "Antwoord schriftelijke vragen (nader)")
_ANNEX_IDENTIFIER = re.compile(r"ah-tk-([0-9]{8})-0*([1-9][0-9]*)(?:-[hn][0-9]+)?")
_ANNEX_NUMBER = re.compile(r"([0-9]{2})([0-9]{2})0*([1-9][0-9]*)")
_IN_A_FINDING = ("Soort", "DocumentNummer", "Datum", "DatumOntvangst", "Onderwerp")
_DOCUMENT = frozenset({
    "Id", "Soort", "DocumentNummer", "Titel", "Onderwerp", "Datum", "Vergaderjaar", "Kamer",
    "Volgnummer", "Citeertitel", "Alias", "DatumRegistratie", "DatumOntvangst", "Aanhangselnummer",
    "KenmerkAfzender", "Organisatie", "ContentType", "ContentLength", "GewijzigdOp",
    "ApiGewijzigdOp", "Verwijderd", "HuidigeDocumentVersie_Id", "Kamerstukdossier_Id",
    "Agendapunt_Id", "BronDocument", "DocumentVersie",
})  # fmt: skip
"""The fields of a document in the chamber's OData service. Most concern its registration."""

_VERSION = frozenset({
    "Id", "Document_Id", "Status", "Versienummer", "Bestandsgrootte", "Extensie", "Datum",
    "ExterneIdentifier", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd",
})  # fmt: skip


def document_texts(documents: list[Any]) -> Iterator[FieldText]:
    """Yield the facts about each document that is not deleted."""
    for number, document in enumerate(documents, start=1):
        if isinstance(document, dict) and document.get("Verwijderd") is not True:
            yield from _texts(document, f"Document[{number}]")


def _texts(document: Mapping[str, Any], place: str) -> Iterator[FieldText]:
    identifiers = []
    versions = document.get("DocumentVersie")
    for at, version in enumerate(versions if isinstance(versions, list) else (), start=1):
        if isinstance(version, dict) and version.get("Verwijderd") is not True:
            identifiers.append(words_of(version.get("ExterneIdentifier")).strip())
            yield from other_texts(version, _VERSION, f"{place}/DocumentVersie[{at}]")
    yield from other_texts(document, _DOCUMENT, place)
    identifiers = [identifier for identifier in identifiers if identifier]
    for identifier in identifiers:
        yield value_text("zaak/Document/identifier", place, identifier)
    kind = words_of(document.get("Soort"))
    printed_number = words_of(document.get("Aanhangselnummer")).strip()
    number = _number_of(printed_number, _ANNEX_NUMBER, "20{0}20{1}-{2}")
    published = _number_of("".join(identifiers[:1]), _ANNEX_IDENTIFIER, "{0}-{1}") or number
    if kind in _ANSWERS and published:
        yield from _answer_texts(document, place)
        if number == published:
            words = f"ah-tk-{number}"
            yield value_text("zaak/Document/Aanhangselnummer", place, words)
            return
    elif kind not in _QUESTIONS or not identifiers:
        for name in _IN_A_FINDING:
            if words := words_of(document.get(name)).strip():
                yield value_text("zaak/Document/other", place, words)
    if printed_number:
        yield value_text("zaak/Document/other", place, printed_number)


def _number_of(words: str, pattern: re.Pattern[str], form: str) -> str:
    """Return ``form`` filled with the groups of ``pattern`` in ``words``, or "" without a match."""
    found = pattern.fullmatch(words)
    return form.format(*found.groups()) if found else ""


def _answer_texts(document: Mapping[str, Any], place: str) -> Iterator[FieldText]:
    if subject := words_of(document.get("Onderwerp")).strip():
        yield value_text("zaak/Document/Onderwerp", place, subject)
    day = words_of(document.get("DatumOntvangst")) or words_of(document.get("Datum"))
    if day.strip():
        yield value_text("zaak/Document/Datum", place, day_in_the_netherlands(day))
