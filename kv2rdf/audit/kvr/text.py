"""The texts of a KVR document by field, read with the XML parser of the standard library.

A footnote mark is an element without text (``voetnoot``), which is left out of the text around it.
But some marks are really digits of the text. A mark is such a digit if it is 0, if it is directly
beside a ⁄, or if it forms a formula or a unit with the letters before it (CO2, m3).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.dates import date_and_rest
from kv2rdf.audit.kvr.fields import FIELDS, PAPER_KINDS

_SUBJECT = "kvr/meta/vraagdata/@onderwerp"
_TABLED = re.compile(r"\(\s*[Il1]n(?:[gq]ezon[-–]?\s?den|gekomen)\s+")
"""What ends the subject in a scan. A date follows, and perhaps the text of a question."""

_FRACTION = "⁄"
_SUBSTANCES = {
    "CH4", "CO2", "NH3", "NH4", "NO2", "NO3", "POCl2", "POCl3", "SF4", "SF6", "SO2", "SO3", "SO4",
    "SOCl2", "SOCl3", "U3O8", "UF4", "UF6", "UO2", "UO2F2",
}  # fmt: skip
_OXIDES = {"H2O", "N2O", "U3O", "H2S"}
_MEASURES = {"m2", "m3", "dm2", "dm3", "km2", "km3", "cm3"}
_LAST_WORD = re.compile(r"[^\W_]*$")
_DOCTYPE = b"<!DOCTYPE"


_PARTS = {"vraag", "antwoord"}
_NAME_OF_ITEM = ("item", "attribuut")
"""An attribute whose value is part of the name of a field. It is not a field itself."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text in a KVR document.

    ``field`` is its key in ``FIELDS``, such as ``kvr/vragen/vraag``. ``location`` is its exact
    place in the document, such as ``kvr/vragen/vraag[2]``. ``number`` is the number of its element.
    """

    field: str
    location: str
    comparison: Comparison
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A text in a field that is not in ``FIELDS``, or that should have no text."""

    location: str
    text: str


def kvr_root(content: bytes) -> ElementTree.Element | None:
    """Return the root of a KVR document.

    Return None if it is another kind of document, is not XML, or declares a document type.
    """
    try:
        if _DOCTYPE in content.replace(b"\0", b"") and _has_document_type(content):
            return None
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError):
        return None  # the last two are for an encoding that the parser does not know
    return root if root.tag == "kvr" else None


def _has_document_type(content: bytes) -> bool:
    """Whether a document has a document type, and not only the word in a comment or a text."""
    found: list[bool] = []

    def stop(*_declaration: object) -> None:
        found.append(True)
        raise ValueError("a document type: nothing behind it is read")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = stop
    try:
        parser.Parse(content)
    except ValueError:
        if not found:
            raise
    return bool(found)


def field_texts(root: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    """Yield each text of a document that is compared, and each unknown field, in document order."""
    return _texts_of_element(root, root.tag, root.tag)


def _texts_of_element(
    element: ElementTree.Element, field: str, location: str
) -> Iterator[FieldText | UnknownField]:
    for name, value in element.attrib.items():
        if (element.tag, name) != _NAME_OF_ITEM:
            yield from _texts_of_field(f"{field}/@{name}", f"{location}/@{name}", value)
    number, text = element.get("nummer", "").strip(), _own_text(element)
    yield from _texts_of_field(field, location, text, number)
    if element.tag in _PARTS and number and not text.strip():
        yield FieldText(field, location, Comparison.EMPTY_PART_NUMBER, number)
    count = Counter(child.tag for child in element)
    position: Counter[str] = Counter()
    for child in element:
        position[child.tag] += 1
        step = name = child.tag
        if child.tag == "item":
            step = name = f"item[{child.get('attribuut')}]"
        elif count[child.tag] > 1:
            name = f"{step}[{position[child.tag]}]"
        yield from _texts_of_element(child, f"{field}/{step}", f"{location}/{name}")


def _own_text(element: ElementTree.Element) -> str:
    """Return the text of an element, with only those marks that are digits of the text."""
    text = element.text or ""
    for child in element:
        mark, tail = child.get("nummer", ""), child.tail or ""
        is_fraction = text.rstrip().endswith(_FRACTION) or tail.lstrip().startswith(_FRACTION)
        is_formula = _is_formula(text.rstrip(), mark, tail)
        if child.tag == "voetnoot" and (is_fraction or is_formula or mark == "0"):
            text = (text.rstrip() if is_formula else text) + mark
        text += tail
    return text


def _is_formula(text: str, mark: str, tail: str) -> bool:
    """Whether a mark forms a chemical formula or a unit with the letters beside it."""
    found = _LAST_WORD.search(text)
    word = f"{found[0] if found else ''}{mark}"
    is_oxide = word + tail[:1] in _OXIDES and not tail[1:2].isalnum()
    return word in _SUBSTANCES or word in _MEASURES or is_oxide


def _texts_of_field(
    field: str, location: str, value: str, number: str = ""
) -> Iterator[FieldText | UnknownField]:
    known, text = FIELDS.get(field), value.strip()
    comparison = known.comparison if known is not None else Comparison.NO_TEXT
    if not text or comparison is Comparison.IGNORED:
        return
    if comparison is Comparison.NO_TEXT:
        yield UnknownField(location, text)
    elif field == _SUBJECT and (tabled := _TABLED.search(text)):
        yield FieldText(field, location, comparison, text[: tabled.start()])
        yield from _date_and_text(field, location, text[tabled.end() :], Comparison.PROSE)
    elif comparison is Comparison.DATE:
        yield from _date_and_text(field, location, text, Comparison.PROSE)
    elif comparison is Comparison.RECORD_DATE:
        yield from _date_and_text(field, location, text, Comparison.FACT)
    elif comparison is Comparison.PAPER_KIND:
        if " ".join(text.split()) not in PAPER_KINDS:
            yield FieldText(field, location, Comparison.PROSE, text)
    else:
        yield FieldText(field, location, comparison, text, number)


def _date_and_text(
    field: str, location: str, text: str, comparison: Comparison
) -> Iterator[FieldText]:
    """Yield the date that a text begins with, as ``2005-07-08 8 juli 2005``, and then the rest."""
    date, printed, rest = date_and_rest(text)
    if date:
        yield FieldText(field, location, Comparison.DATE, f"{date} {printed}")
    if rest:
        yield FieldText(field, location, comparison, rest)
