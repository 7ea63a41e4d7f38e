"""Unexpected fields of the actors and documents in a record."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

_KNOWN = {
    "ZaakActor": frozenset(
        (
            *("ActorNaam", "ActorFractie", "ActorAfkorting", "Functie", "Relatie", "Verwijderd"),
            *("Id", "Zaak_Id", "Persoon_Id", "Fractie_Id", "Commissie_Id", "SidActor"),
            *("GewijzigdOp", "ApiGewijzigdOp"),
        )
    ),
    "Document": frozenset(
        (
            *("Soort", "DocumentNummer", "Onderwerp", "Titel", "Citeertitel", "Alias", "Datum"),
            *("DatumRegistratie", "DatumOntvangst", "Aanhangselnummer", "Vergaderjaar", "Kamer"),
            *("Volgnummer", "Organisatie", "KenmerkAfzender", "ContentType", "ContentLength"),
            *("Id", "HuidigeDocumentVersie_Id", "Kamerstukdossier_Id", "Agendapunt_Id"),
            *("BronDocument", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd", "DocumentVersie"),
        )
    ),
    "DocumentVersie": frozenset(
        (
            *("ExterneIdentifier", "Status", "Versienummer", "Bestandsgrootte", "Extensie"),
            *("Datum", "Id", "Document_Id", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd"),
        )
    ),
}
"""The known fields of actors, documents and versions.

Those that are not used contain only administrative data.
"""


def nested_fields(value: Mapping[str, Any]) -> dict[str, str]:
    """Return a mapping from the paths of unknown fields to their values.

    Empty fields are left out, as are the fields of deleted actors, documents and versions.
    """
    return dict(each for name in ("ZaakActor", "Document") for each in _further(value, name, ""))


def _further(value: Mapping[str, Any], name: str, before: str) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(value.get(name) or (), start=1):
        place = f"{before}{name}[{number}]"
        if item.get("Verwijderd") is True:
            continue
        for field, words in item.items():
            if field not in _KNOWN[name] and "@" not in field and words not in (None, "", []):
                text = words if isinstance(words, str) else json.dumps(words, ensure_ascii=False)
                yield f"{place}/{field}", text
        if name == "Document":
            yield from _further(item, "DocumentVersie", f"{place}/")
