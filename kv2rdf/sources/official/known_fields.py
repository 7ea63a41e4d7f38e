"""The fields that the metadata of questions and replies may contain.

The case of field names is ignored, because it varies in old files.
"""

from collections.abc import Mapping

from msgspec import Struct

from kv2rdf.model.limits import NAMES

_ONE = 1
_MANY = NAMES.most
_DUBLIN_CORE = ("dc", "dcterms")
_OVERHEID = ("overheid",)
_PARLIAMENT = ("overheidop",)
_DAY = ("dcterms.w3cdtf",)
_PAPER = ("overheidop.parlid",)
_TYPES = (
    *("overheid.informatietype", "overheidop.parlementair"),
    *("overheidop.aanhangseltypen", "overheidop.kamervraagtypen"),
)


class KnownField(Struct, frozen=True, kw_only=True):
    """A field: the allowed prefixes of its name, the maximum number of values, and its schemes.

    In a file, a field may also have no scheme. All strings are in lower case.
    """

    prefixes: tuple[str, ...]
    most: int = _ONE
    schemes: tuple[str, ...] = ()


KNOWN_FIELDS: Mapping[str, KnownField] = {
    "identifier": KnownField(prefixes=_DUBLIN_CORE, schemes=_PAPER),
    "title": KnownField(prefixes=_DUBLIN_CORE),
    "alternative": KnownField(prefixes=_DUBLIN_CORE),
    "creator": KnownField(prefixes=_DUBLIN_CORE, schemes=("overheid.statengeneraal",)),
    "type": KnownField(prefixes=_DUBLIN_CORE, most=_MANY, schemes=_TYPES),
    "language": KnownField(prefixes=_DUBLIN_CORE, schemes=("dcterms.rfc4646",)),
    "modified": KnownField(prefixes=_DUBLIN_CORE, schemes=_DAY),
    "available": KnownField(prefixes=_DUBLIN_CORE, schemes=_DAY),
    "issued": KnownField(prefixes=_DUBLIN_CORE, schemes=_DAY),
    "isreplacedby": KnownField(prefixes=_DUBLIN_CORE, most=_MANY, schemes=_PAPER),
    "organisationtype": KnownField(prefixes=_OVERHEID, schemes=("overheid.organisatietype",)),
    "category": KnownField(
        prefixes=_OVERHEID, most=_MANY, schemes=("overheid.taxonomiebeleidsagenda",)
    ),
    "publicationname": KnownField(prefixes=_PARLIAMENT),
    "aanhangselnummer": KnownField(prefixes=_PARLIAMENT),
    "vraagnummer": KnownField(prefixes=_PARLIAMENT, most=_MANY),
    "aanhangsel": KnownField(prefixes=_PARLIAMENT, schemes=_PAPER),
    "vergaderjaar": KnownField(prefixes=_PARLIAMENT),
    "indiener": KnownField(prefixes=_PARLIAMENT, most=_MANY),
    "ontvanger": KnownField(prefixes=_PARLIAMENT, most=_MANY),
    "datumindiening": KnownField(prefixes=_PARLIAMENT, schemes=_DAY),
    "datumontvangst": KnownField(prefixes=_PARLIAMENT, schemes=_DAY),
    "documentstatus": KnownField(prefixes=_PARLIAMENT),
    "doctype": KnownField(prefixes=_PARLIAMENT),
    "configuratie": KnownField(prefixes=_PARLIAMENT),
    "bijlage": KnownField(prefixes=_PARLIAMENT, most=_MANY, schemes=_PAPER),
    "externebijlage": KnownField(prefixes=_PARLIAMENT, most=_MANY, schemes=_PAPER),
    "hoofddocument": KnownField(prefixes=_PARLIAMENT, most=_MANY, schemes=_PAPER),
    "versieinformatie": KnownField(prefixes=_PARLIAMENT, most=_MANY),
}
"""Maps the names of the known fields, without prefix, to their definitions."""
