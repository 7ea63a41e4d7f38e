"""The facts in a record of a case, each of which must be in the graph."""

from collections.abc import Iterator, Mapping
from typing import Any

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.records.days import day_in_the_netherlands, printed_day
from kv2rdf.audit.records.documents import document_texts
from kv2rdf.audit.records.fields import OTHER_FIELD, RECORD_FIELDS
from kv2rdf.audit.records.json_values import record_value
from kv2rdf.audit.records.values import is_empty, other_texts, value_text, words_of

_ROLES = {"Indiener": "asker", "Medeindiener": "asker", "Gericht aan": "addressee"}
_COMMITTEES = ("Rapporteur", "Volgcommissie", "Voortouwcommissie")
_WITH_NAME = {"asker": "ActorFractie", "addressee": "Functie"}
_WITHOUT_RELATION = "ACTOR ZONDER RELATIE"
_USUAL = {
    "Soort": ("Schriftelijke vragen",), "Status": ("Vrijgegeven",), "Volgnummer": (-1, 0),
    "Organisatie": ("Tweede Kamer",), "GrootProject": (False,), "Verwijderd": (False,),
}  # fmt: skip
_DAYS = {"GestartOp": day_in_the_netherlands, "Termijn": printed_day}
_ACTOR = frozenset({
    "ActorNaam", "ActorFractie", "Functie", "Relatie", "Verwijderd", "Id", "Zaak_Id", "Persoon_Id",
    "Fractie_Id", "Commissie_Id", "ActorAfkorting", "SidActor", "GewijzigdOp", "ApiGewijzigdOp",
})  # fmt: skip


def record_texts(content: bytes) -> Iterator[FieldText] | None:
    """Return the facts in a record, or None if the bytes are another kind of document."""
    value = record_value(content)
    return _texts(value) if value is not None else None


def _texts(value: Mapping[str, Any]) -> Iterator[FieldText]:
    for name, field in value.items():
        if is_empty(field) or "@" in name:
            continue
        if name == "ZaakActor" and isinstance(field, list):
            yield from _actor_texts(field)
        elif name == "Document" and isinstance(field, list):
            yield from document_texts(field)
        elif name in (*_ROLES, _WITHOUT_RELATION) and isinstance(field, str):
            yield from _flat_texts(name, field)
        elif name == "Termijn" and is_empty(value.get("GestartOp")):
            # The term gives a deadline only if the case has a date of tabling.
            yield value_text(OTHER_FIELD, name, words_of(field))
        elif name in _USUAL:
            if field not in _USUAL[name]:
                yield value_text(OTHER_FIELD, name, words_of(field))
        elif (known := RECORD_FIELDS.get(f"zaak/{name}")) is not None:
            if known.comparison is Comparison.IGNORED:
                continue
            words = words_of(field)
            yield value_text(f"zaak/{name}", name, _DAYS[name](words) if name in _DAYS else words)
        else:
            yield value_text(OTHER_FIELD, name, words_of(field))


def _flat_texts(name: str, field: str) -> Iterator[FieldText]:
    for words in filter(str.strip, field.split(",")):
        known = f"zaak/{_ROLES[name]}" if name in _ROLES else "zaak/actor"
        yield value_text(known, name, words)


def _actor_texts(actors: list[Any]) -> Iterator[FieldText]:
    for number, actor in enumerate(actors, start=1):
        if not isinstance(actor, dict) or actor.get("Verwijderd") is True:
            continue
        place, relation = f"ZaakActor[{number}]", str(actor.get("Relatie"))
        name = words_of(actor.get("ActorNaam")).strip()
        role = _ROLES.get(relation)
        beside = [words_of(actor.get(field)).strip() for field in ("ActorFractie", "Functie")]
        if role is not None and name:
            words = words_of(actor.get(_WITH_NAME[role])).strip()
            yield value_text(f"zaak/{role}", place, f"{name} ({words})" if words else name)
            if words:
                yield value_text(f"zaak/{_WITH_NAME[role]}", place, words)
        elif relation not in _COMMITTEES:
            named = [] if role else [f"{relation}: {name}"]
            for words in filter(None, (*named, *beside)):
                yield value_text("zaak/actor", place, words)
        yield from other_texts(actor, _ACTOR, place)
