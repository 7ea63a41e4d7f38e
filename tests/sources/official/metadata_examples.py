"""Invented metadata files, in both forms."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

Fields = Mapping[str, str | tuple[str, ...] | None]

REPLY: Fields = {
    "OVERHEIDop.documentStatus": "Opgemaakt na onopgemaakt",
    "DC.title": "Antwoord op vragen van het lid Bos over de sluis",
    "OVERHEIDop.aanhangselNummer": "78",
    "OVERHEIDop.doctype": "Officiële Publicaties, versie 1.1",
    "OVERHEIDop.indiener": "I. Bos",
    "OVERHEIDop.ontvanger": "I.W. Mos",
    "OVERHEIDop.publicationName": "Kamervragen (Aanhangsel)",
    "OVERHEIDop.vergaderjaar": "2030-2031",
    "OVERHEIDop.vraagnummer": "2031Z00031",
    "DCTERMS.language": "nl",
    "DCTERMS.available": "2031-02-05",
    "DCTERMS.issued": "2031-02-03",
    "OVERHEIDop.datumOntvangst": "2031-02-03",
    "OVERHEID.organisationType": "staten generaal",
    "DC.creator": "Tweede Kamer der Staten-Generaal",
    "OVERHEID.category": "Verkeer | Water",
    "DC.type": ("officiële publicatie", "Antwoord", "Aanhangsel van de Handelingen"),
    "DC.identifier": "ah-tk-20302031-78",
}
"""The metadata of an answer."""

QUESTIONS: Fields = {
    "OVERHEIDop.documentStatus": "Opgemaakt na onopgemaakt",
    "DC.title": "De sluis bij Dorp",
    "OVERHEIDop.indiener": ("I. Bos", "Vos, R.A. van"),
    "OVERHEIDop.publicationName": "Kamervragen zonder antwoord",
    "OVERHEIDop.vergaderjaar": "2030-2031",
    "OVERHEIDop.vraagnummer": "2031Z00031",
    "OVERHEIDop.datumIndiening": "2031-01-13",
    "OVERHEIDop.aanhangsel": "ah-tk-20302031-78",
    "DC.creator": "Tweede Kamer der Staten-Generaal",
    "DC.type": ("Schriftelijke vragen", "Kamervragen zonder Antwoord"),
    "DC.identifier": "kv-tk-2031Z00031",
}
"""The metadata of a question paper."""

_SCHEMES = {
    "DC.identifier": "OVERHEIDop.ParlID",
    "DC.creator": "OVERHEID.StatenGeneraal",
    "OVERHEID.category": "OVERHEID.TaxonomieBeleidsagenda",
}
_SCHEMES_OF_TYPES = {
    "officiële publicatie": "OVERHEID.Informatietype",
    "Antwoord": "OVERHEIDop.AanhangselTypen",
    "Mededeling": "OVERHEIDop.AanhangselTypen",
    "Schriftelijke vragen": "OVERHEIDop.KamervraagTypen",
    "Aanhangsel van de Handelingen": "OVERHEIDop.Parlementair",
    "Kamervragen zonder Antwoord": "OVERHEIDop.Parlementair",
}
_BLOCKS = {"owmskern": ("DC",), "owmsmantel": ("DCTERMS",), "oep": ("OVERHEIDop", "OVERHEID")}
_PREFIXES = {
    "DC": "dcterms",
    "DCTERMS": "dcterms",
    "OVERHEID": "overheid",
    "OVERHEIDop": "overheidop",
}
_NAMESPACES = (
    'xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:overheid="http://standaarden.overheid.nl/owms/terms/"'
    ' xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/"'
)


def metadata_list(fields: Fields, **changes: str | tuple[str, ...] | None) -> str:
    """Return metadata.xml.

    ``changes`` are fields without their prefix. A field whose value is None is left out.
    """
    rows = "".join(
        f'<metadata name="{name}" scheme="{_scheme(name, value)}" content={quoteattr(value)}/>\n'
        for name, value in _rows(fields, changes)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n{rows}</metadata_gegevens>'
    )


def owms_metadata(fields: Fields, **changes: str | tuple[str, ...] | None) -> str:
    """Return metadata_owms.xml, with changes as in ``metadata_list``."""
    rows = list(_rows(fields, changes))
    blocks = "".join(
        f"<{block}>{''.join(_element(*row) for row in rows if _prefix(row[0]) in prefixes)}"
        f"{_MODIFIED if block == 'owmskern' else ''}</{block}>\n"
        for block, prefixes in _BLOCKS.items()
    )
    return f"<!-- Generatie -->\n<owms-metadata {_NAMESPACES}>\n{blocks}</owms-metadata>"


_MODIFIED = "<dcterms.modified>2031-03-01</dcterms.modified>"


def _rows(
    fields: Fields, changes: Mapping[str, str | tuple[str, ...] | None]
) -> Iterable[tuple[str, str]]:
    names = {name.rpartition(".")[2]: name for name in (*REPLY, *fields)}
    changed = {names.get(name, f"OVERHEIDop.{name}"): value for name, value in changes.items()}
    for name, value in {**fields, **changed}.items():
        for one in (value,) if isinstance(value, str) else value or ():
            yield name, one


def _scheme(name: str, value: str) -> str:
    return _SCHEMES_OF_TYPES.get(value, "") if name == "DC.type" else _SCHEMES.get(name, "")


def _prefix(name: str) -> str:
    return name.partition(".")[0]


def _element(name: str, value: str) -> str:
    if value == "officiële publicatie":
        return ""
    prefix, _, local = name.partition(".")
    tag, scheme = f"{_PREFIXES[prefix]}:{local}", _scheme(name, value)
    attribute = f' scheme="{scheme}"' if scheme else ""
    return f"<{tag}{attribute}>{escape(value)}</{tag}>"
