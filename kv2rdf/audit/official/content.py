"""The content of elements of an official paper: the text and, separately, the footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_MOST_DEPTH = 64
_PLACES = {
    "thead": 1,
    "tbody": 2,
    "tfoot": 3,
    "li.nr": -3,
    "nr": -2,
    "noot.li.nr": -1,
    "titel": -1,
}
"""Maps tags in a list or a table to their rank in the printed order, lowest first.

The rank of all other tags is 0.

The title of a list is printed before its items. Inside an item, a title is treated as a paragraph.
"""

_ITEMS = {"li", "noot.li", "definitie-item"}
_LISTS = {"lijst", "definitielijst", "table"}
_ORDERED = {"tgroup", "lijst", "noot.lijst", "definitielijst", *_ITEMS}


@dataclass(slots=True)
class Content:
    """The texts of some elements, and the footnotes in them."""

    pieces: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    has_lists: bool = False

    @property
    def text(self) -> str:
        """All texts in order."""
        return "".join(self.pieces)

    def extend(self, other: "Content") -> None:
        """Append the texts and the footnotes of another ``Content``."""
        self.pieces += other.pieces
        self.notes += other.notes

    def add_children(self, element: Element, *skipped: str) -> None:
        """Add the content of an element, except its children with a tag in ``skipped``."""
        self._add_all(element, skipped, 0)

    def add(self, element: Element) -> None:
        """Add an element. The text after it is not added."""
        self._add(element, 0)

    def _add(self, element: Element, depth: int) -> None:
        if element.tag == "noot":
            self.notes.append(element)
        elif depth > _MOST_DEPTH:
            self.pieces += element.itertext()
        elif element.tag != "nootref":
            self._add_all(element, (), depth)

    def _add_all(self, element: Element, skipped: Sequence[str], depth: int) -> None:
        self.pieces.append(element.text or "")
        self.has_lists |= element.tag in _LISTS
        for child in _printed_order(element):
            if child.tag not in skipped:
                self._add(child, depth + 1)
            self.pieces.append(child.tail or "")
        self.pieces.append("\n")


def _printed_order(element: Element) -> Sequence[Element]:
    if element.tag not in _ORDERED:
        return list(element)
    stays = "titel" if element.tag in _ITEMS else None
    return sorted(element, key=lambda child: 0 if child.tag == stays else _PLACES.get(child.tag, 0))


def all_text(element: Element) -> str:
    """Return all text in an element, with each run of white space replaced by one space."""
    return " ".join("".join(element.itertext()).split())


def own_texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element that are not in its children. Blank texts are left out."""
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            yield text.strip()
