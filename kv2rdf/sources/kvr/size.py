"""The size of a KVR document, which is checked before the document is read.

The limits are in kv2rdf/model/limits.py.
"""

from collections import Counter

from lxml import etree

from kv2rdf.model.limits import (
    ATTRIBUTES,
    CHARACTERS,
    DEPTH,
    ELEMENTS,
    MARKS,
    NAME,
    NAMES,
    NUMBER,
    PARTS,
    TEXT,
    Limit,
)
from kv2rdf.sources.markup.xml_node import Node

_NAMES = ("vrager", "vraagt-aan", "antwoorder", "mede-antwoorder", "persoon")
_LIMITS_BY_TAG = {
    "vraag": PARTS, "antwoord": PARTS, "noot": MARKS, "voetnoot": MARKS, "item": NAMES,
    **dict.fromkeys(_NAMES, NAMES),
}  # fmt: skip
_BELOW_DEPTH = "/".join("*" * DEPTH.most)
"""The path of the elements that are nested too deeply."""

_MOST_ATTRIBUTES = 3_000
_may_be_too_large = etree.XPath(
    f"""
    count(//*) > {NAMES.most} or count(//@*) > {_MOST_ATTRIBUTES} or //*[@*[{ATTRIBUTES.most + 1}]]
    or /{_BELOW_DEPTH}/* or string-length(/) > {TEXT.most}
    or //@*[string-length() > {NUMBER.most}]
    or ({" | ".join(f"//{name}" for name in _NAMES)})[string-length() > {NAME.most}]
    """
)
"""Whether a document may exceed a limit. If this is false, nothing needs to be counted."""


def check_size(kvr: Node) -> None:
    """Raise ReadError if a document exceeds a limit.

    The error states the location and the limit.
    """
    if not _may_be_too_large(kvr.element):
        return
    elements = list(kvr.element.iter())
    _check(kvr, ELEMENTS, len(elements))
    counts = Counter(element.tag for element in elements)
    for tag, limit in _LIMITS_BY_TAG.items():
        _check(kvr, limit, counts[tag], tag)
    if (deep := kvr.element.find(_BELOW_DEPTH)) is not None:
        _check(Node(kvr.document, deep), DEPTH, DEPTH.most + 1)
    characters = sum(map(len, kvr.element.itertext()))
    for element in elements:
        if len(element.attrib) > ATTRIBUTES.most:
            _check(Node(kvr.document, element), ATTRIBUTES, len(element.attrib))
        lengths = [len(value) for value in element.values()]
        characters += sum(lengths)
        if lengths and max(lengths) > NUMBER.most:
            _check_attributes(Node(kvr.document, element))
    _check(kvr, CHARACTERS, characters)
    for element in kvr.element.iter(*_NAMES):
        _check(Node(kvr.document, element), NAME, _length(element))
    if characters > TEXT.most:
        for element in elements[1:]:
            if element.tag not in {"meta", "metadata", "vragen", "antwoorden", "noten"}:
                _check(Node(kvr.document, element), TEXT, _length(element))


def _check_attributes(node: Node) -> None:
    for name, value in node.element.items():
        _check(node, NUMBER if name == "nummer" else TEXT, len(value), f"@{name!s}")


def _check(node: Node, limit: Limit, count: int, place: str = "") -> None:
    if (problem := limit.excess(count)) is not None:
        raise node.read_error(f"{place}: {problem}" if place else problem)


def _length(element: etree._Element) -> int:
    return sum(map(len, element.itertext()))
