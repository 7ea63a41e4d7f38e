"""The checks of size and element names before an official paper is read."""

from collections import Counter

from kv2rdf.model.limits import CHARACTERS, DEPTH, MARKS, NUMBER, PARTS, TEXT, Limit
from kv2rdf.sources.markup.xml_node import Node

_MOST_ELEMENTS = Limit(
    most=100_000,
    what="elements",
    in_archive=0,
    why="each element is looked at several times",
)
DESCRIPTION = Limit(
    most=10_000,
    what="characters in a description",
    in_archive=0,
    why="a name may begin at each word of a description, and is looked for there",
)
"""The limit on the total length of the elements of a description."""

_NUMBER = Limit(
    most=40, what="characters in the number of a paper", in_archive=0, why="it names files"
)
_LONGEST = {
    "kamervraagomschrijving": DESCRIPTION,
    "omschr": DESCRIPTION,
    "ondw": DESCRIPTION,
    "kamervraagnummer": _NUMBER,
    "vraagnummer": _NUMBER,
    "nr": NUMBER,
    "nummer": NUMBER,
    "noot.nr": NUMBER,
}
_LIMITS_BY_TAG = {"vraag": PARTS, "antwoord": PARTS, "noot": MARKS}
_LONG = ("al", "noot", "tussenkop", "entry", "li", *_LONGEST)


def check_official_size(root: Node) -> None:
    """Raise ReadError if a paper exceeds a limit, or if an element is in a namespace.

    The error states the location.
    """
    elements = list(root.element.iter())
    _check(root, _MOST_ELEMENTS, len(elements))
    for element in elements:
        Node(root.document, element).without_namespace()
    counts = Counter(str(element.tag) for element in elements)
    for tag, limit in _LIMITS_BY_TAG.items():
        _check(root, limit, counts[tag], tag)
    deep = root.element.find("/".join("*" * DEPTH.most))
    if deep is not None:
        _check(Node(root.document, deep), DEPTH, DEPTH.most + 1)
    _check(root, CHARACTERS, sum(map(len, root.element.itertext())))
    for element in root.element.iter(*_LONG):
        node = Node(root.document, element)
        _check(node, _LONGEST.get(node.tag, TEXT), sum(map(len, element.itertext())))


def _check(node: Node, limit: Limit, count: int, place: str = "") -> None:
    if (problem := limit.excess(count)) is not None:
        raise node.read_error(f"{place}: {problem}" if place else problem)
