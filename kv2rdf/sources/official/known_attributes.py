"""The attributes that elements of an official paper may have."""

from collections.abc import Mapping

from kv2rdf.sources.markup.xml_node import Node

_EVERYWHERE = ("id",)
_LIST = ("type", "start", "level", "nr-sluiting", "nummerbreedte", "plaatsing")
_LINK = ("doc", "refid", "dossier", "soort", "status")
_CELL = ("align", "valign", "char", "charoff", "colsep", "rowsep")
_SCHEMA = ("{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",)

KNOWN_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "officiele-publicatie": _SCHEMA,
    "vraagdoc": _SCHEMA,
    "meta": ("name", "scheme", "content"),
    "tekstregel": ("inhoud",),
    "versie": ("dtd", "conv", "markup"),
    "kamervraagomschrijving": ("type",),
    "datum": ("isodatum",),
    "organisatie": ("afkorting",),
    "nr": ("status",),
    "tekst": ("status",),
    "tussenkop": ("kopopmaak",),
    "nadruk": ("type",),
    "noot": ("type", "nr", "status"),
    "nootref": ("refid", "nr", "status"),
    "extref": _LINK,
    "intref": _LINK,
    "dossierref": _LINK,
    "lijst": _LIST,
    "noot.lijst": _LIST,
    "definitielijst": _LIST,
    "illustratie": ("naam", "formaat", "breedte", "hoogte", "type", "kleur"),
    "table": ("frame", "colsep", "rowsep", "pgwide", "orient", "tabstyle"),
    "tgroup": ("cols", *_CELL),
    "colspec": ("colname", "colnum", "colwidth", *_CELL),
    "spanspec": ("spanname", "namest", "nameend", *_CELL),
    "thead": _CELL,
    "tbody": _CELL,
    "tfoot": _CELL,
    "row": _CELL,
    "entry": ("colname", "namest", "nameend", "spanname", "morerows", "rotate", *_CELL),
}
"""A mapping from elements to their known attributes other than ``id``."""


def check_attributes(root: Node) -> None:
    """Raise ReadError if an element has an unknown attribute with a value."""
    for element in root.element.iter():
        node = Node(root.document, element)
        node.only_attributes(*_EVERYWHERE, *KNOWN_ATTRIBUTES.get(node.tag, ()))
