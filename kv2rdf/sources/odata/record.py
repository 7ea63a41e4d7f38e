"""The fields of a record, read strictly."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from kv2rdf.errors import ReadError
from kv2rdf.model.limits import CHARACTERS, TEXT
from kv2rdf.sources.odata.nested_fields import nested_fields
from kv2rdf.sources.phrases.control_characters import control_characters

FLAT_NAMES = ("Indiener", "Medeindiener", "Gericht aan", "ACTOR ZONDER RELATIE")
"""Fields that some copies of records contain instead of actors.

Each contains names separated by commas.
"""

_KNOWN = frozenset(
    (
        *("Id", "Nummer", "Soort", "Titel", "Onderwerp", "GestartOp", "Termijn", "Vergaderjaar"),
        *("Afgedaan", "Organisatie", "Status", "Verwijderd", "ZaakActor", "Document"),
        *FLAT_NAMES,
    )
)
_WITHOUT_FACTS = frozenset(
    (
        *("GewijzigdOp", "ApiGewijzigdOp", "Rapporteur"),
        *("Volgcommissie", "Voortouwcommissie", "_row", "_pickle"),
    )
)
"""Fields about the record itself rather than its case, or about committees."""

_USUAL = {"Volgnummer": (-1, 0), "GrootProject": (False,)}
"""Maps fields to their usual values, which give no information."""


class Actor(Struct, frozen=True, kw_only=True):
    """A person or a committee with a relation to a case (ZaakActor)."""

    ActorNaam: str | None = None
    ActorFractie: str | None = None
    Functie: str | None = None
    Relatie: str
    Verwijderd: bool = False


class DocumentVersion(Struct, frozen=True, kw_only=True):
    """A version of a document (DocumentVersie), with its official identifier."""

    ExterneIdentifier: str | None = None
    Verwijderd: bool = False


class LinkedDocument(Struct, frozen=True, kw_only=True):
    """A document of a case (Document)."""

    Soort: str | None = None
    DocumentNummer: str | None = None
    Onderwerp: str | None = None
    Datum: str | None = None
    DatumOntvangst: str | None = None
    Aanhangselnummer: str | None = None
    DocumentVersie: tuple[DocumentVersion, ...] = ()
    Verwijderd: bool = False


class CaseFields(Struct, frozen=True, kw_only=True):
    """The fields of a record (Zaak) that contain facts about its case.

    ``changed`` is the moment of the last change, and ``address`` is the address of the record at
    the service. ``flat_names`` maps fields in FLAT_NAMES to the names in them. ``unused`` maps the
    name of each other field to its contents, unless the field is empty or contains no facts.
    """

    number: str
    kind: str
    is_deleted: bool
    organisation: str | None
    subject: str
    title: str | None
    started: str | None
    deadline: str | None
    session_year: str | None
    is_settled: bool | None
    status: str | None
    changed: str | None
    address: str | None
    actors: tuple[Actor, ...]
    documents: tuple[LinkedDocument, ...]
    flat_names: Mapping[str, str]
    unused: Mapping[str, str]


class _Zaak(Struct, frozen=True, kw_only=True):
    Nummer: str
    Soort: str
    Onderwerp: str
    Verwijderd: bool = False
    Organisatie: str | None = None
    Titel: str | None = None
    GestartOp: str | None = None
    Termijn: str | None = None
    Vergaderjaar: str | None = None
    Afgedaan: bool | None = None
    Status: str | None = None
    GewijzigdOp: str | None = None
    ApiGewijzigdOp: str | None = None
    ZaakActor: tuple[Actor, ...] = ()
    Document: tuple[LinkedDocument, ...] = ()


def case_fields(document: str, value: Mapping[str, Any]) -> CaseFields:
    """Return the fields of a record. Raises ReadError if a field has an unexpected value."""
    try:
        zaak = msgspec.convert(value, _Zaak)
    except msgspec.ValidationError as error:
        problem, _, location = str(error).partition(" - at ")
        raise ReadError(document, location.strip("`") or "$", problem) from error
    flat_names = _flat_names(document, value)
    _check_texts(document, value)
    return CaseFields(
        number=zaak.Nummer,
        kind=zaak.Soort,
        is_deleted=zaak.Verwijderd,
        organisation=zaak.Organisatie,
        subject=zaak.Onderwerp,
        title=zaak.Titel,
        started=zaak.GestartOp,
        deadline=zaak.Termijn,
        session_year=zaak.Vergaderjaar,
        is_settled=zaak.Afgedaan,
        status=zaak.Status,
        changed=zaak.ApiGewijzigdOp or zaak.GewijzigdOp,
        address=value.get("@odata.id") if isinstance(value.get("@odata.id"), str) else None,
        actors=tuple(actor for actor in zaak.ZaakActor if not actor.Verwijderd),
        documents=tuple(found for found in zaak.Document if not found.Verwijderd),
        flat_names=flat_names,
        unused=_unused(value) | nested_fields(value),
    )


def _flat_names(document: str, value: Mapping[str, Any]) -> dict[str, str]:
    found = {name: field for name in FLAT_NAMES if (field := value.get(name)) is not None}
    for name, field in found.items():
        if not isinstance(field, str):
            raise ReadError(document, name, "not a text")
    return found


def _unused(value: Mapping[str, Any]) -> dict[str, str]:
    return {name: _words(field) for name, field in value.items() if _is_unused(name, field)}


def _is_unused(name: str, field: object) -> bool:
    if name in _USUAL:
        return field not in (None, *_USUAL[name])
    return not (field in (None, "", []) or "@" in name or name in _KNOWN or name in _WITHOUT_FACTS)


def _words(field: object) -> str:
    return field if isinstance(field, str) else json.dumps(field, ensure_ascii=False)


def _check_texts(document: str, value: Mapping[str, Any]) -> None:
    """Raise ReadError for a field that is too long or contains control characters."""
    for name, field in value.items():
        if "@" in name:
            continue
        text = _words(field)
        limit = TEXT if isinstance(field, str) else CHARACTERS
        if problem := limit.excess(len(text)):
            raise ReadError(document, name, problem)
        for part in _strings(field):
            if found := control_characters(part):
                raise ReadError(document, name, f"has control characters: {found}")


def _strings(value: object) -> Iterator[str]:
    """Yield all texts in a value, and the names of all fields in it."""
    stack = [value]
    while stack:
        found = stack.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, list):
            stack.extend(found)
        elif isinstance(found, dict):
            stack.extend((*found.keys(), *found.values()))
