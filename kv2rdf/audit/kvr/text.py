"""What a KVR document prints: its texts by place, read with the XML parser of the standard library.

Marks are elements without text (``voetnoot``), so the text of a question is its own text and the
tails of its marks. A mark 0, one that stands directly beside ⁄, and one that makes a formula of
the letters before it (CO2, m3), is a figure of the text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from kv2rdf.audit.kvr.dates import day_and_rest
from kv2rdf.audit.kvr.fields import KINDS, PLACES, Sort

_SUBJECT = "kvr/meta/vraagdata/@onderwerp"
_TABLED = re.compile(r"\(\s*[Il1]n(?:[gq]ezon[-–]?\s?den|gekomen)\s+")
"""Closes the subject of a scan; behind the day may stand the text of a question."""

_FRACTION = "⁄"
_SUBSTANCES = {
    "CH4", "CO2", "NH3", "NH4", "NO2", "NO3", "POCl2", "POCl3", "SF4", "SF6", "SO2", "SO3", "SO4",
    "SOCl2", "SOCl3", "U3O8", "UF4", "UF6", "UO2", "UO2F2",
}  # fmt: skip
_OXIDES = {"H2O", "N2O", "U3O", "H2S"}
_MEASURES = {"m2", "m3", "dm2", "dm3", "km2", "km3", "cm3"}
_LETTERS = re.compile(r"[^\W_]*$")
_DOCTYPE = b"<!DOCTYPE"


_PARTS = {"vraag", "antwoord"}
_NAME_OF_PLACE = ("item", "attribuut")
"""The attribute that names a place, and stands at none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a document prints: the place in the table, where exactly, and how to compare.

    ``number`` is the one that the edition gives their element.
    """

    place: str
    where: str
    sort: Sort
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A place that the table does not have, or text where it has none."""

    where: str
    text: str


def document(content: bytes) -> ElementTree.Element | None:
    """Parse a KVR document; None: it is none, or no XML, or has a document type of its own."""
    if _DOCTYPE in content:
        return None
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type, so no entities
    except ElementTree.ParseError:
        return None
    return root if root.tag == "kvr" else None


def printed(root: ElementTree.Element) -> Iterator[Piece | Unknown]:
    """Give all that a document prints and that is compared, in its order, and what is unknown."""
    return _element(root, root.tag, root.tag)


def _element(element: ElementTree.Element, place: str, where: str) -> Iterator[Piece | Unknown]:
    for name, value in element.attrib.items():
        if (element.tag, name) == _NAME_OF_PLACE:
            continue
        yield from _words(f"{place}/@{name}", f"{where}/@{name}", value)
    number, text = element.get("nummer", "").strip(), _text(element)
    yield from _words(place, where, text, number)
    if element.tag in _PARTS and number and not text.strip():
        yield Piece(place, where, Sort.FIGURE, number)
    often = Counter(child.tag for child in element)
    nth: Counter[str] = Counter()
    for child in element:
        nth[child.tag] += 1
        step = child.tag
        if child.tag == "item":
            step = f"item[{child.get('attribuut')}]"
        name = f"{step}[{nth[child.tag]}]" if often[child.tag] > 1 and step == child.tag else step
        yield from _element(child, f"{place}/{step}", f"{where}/{name}")


def _text(element: ElementTree.Element) -> str:
    """Give the text of an element; its marks are none, but for those that are figures of it."""
    text = element.text or ""
    for child in element:
        mark, tail = child.get("nummer", ""), child.tail or ""
        half = text.rstrip().endswith(_FRACTION) or tail.lstrip().startswith(_FRACTION)
        formula = _makes_a_formula(text.rstrip(), mark, tail)
        if child.tag == "voetnoot" and (half or mark == "0" or formula):
            text = (text.rstrip() if formula else text) + mark
        text += tail
    return text


def _makes_a_formula(text: str, mark: str, tail: str) -> bool:
    found = _LETTERS.search(text)
    word = f"{found[0] if found else ''}{mark}"
    oxide = word + tail[:1] in _OXIDES and not tail[1:2].isalnum()
    return word in _SUBSTANCES or word in _MEASURES or oxide


def _words(place: str, where: str, text: str, number: str = "") -> Iterator[Piece | Unknown]:
    known = PLACES.get(place)
    words = text.strip()
    if not words:
        return
    if known is None or known.sort is Sort.EMPTY:
        yield Unknown(where, words)
    elif known.sort is Sort.ASIDE:
        return
    elif place == _SUBJECT and (tabled := _TABLED.search(words)):
        yield Piece(place, where, known.sort, words[: tabled.start()])
        day, written, rest = day_and_rest(words[tabled.end() :])
        if day:
            yield Piece(place, where, Sort.DAY, f"{day} {written}")
        if rest:
            yield Piece(place, where, Sort.PROSE, rest)
    elif known.sort in (Sort.DAY, Sort.RECORDED):
        day, written, rest = day_and_rest(words)
        if day:
            yield Piece(place, where, Sort.DAY, f"{day} {written}")
        if rest:
            sort = Sort.PROSE if known.sort is Sort.DAY else Sort.FACT
            yield Piece(place, where, sort, rest)
    elif known.sort is Sort.KIND:
        if " ".join(words.split()) not in KINDS:
            yield Piece(place, where, Sort.PROSE, words)
    else:
        yield Piece(place, where, known.sort, words, number)
