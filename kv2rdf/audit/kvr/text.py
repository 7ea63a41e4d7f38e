"""The texts of a KVR document by field, read with the XML parser of the standard library.

A footnote mark is an element without text (``voetnoot``), which is left out of the surrounding
text. A mark is treated as a digit of the text if it is 0, if it is directly next to a fraction bar
(⁄), or if it forms a formula or a unit with the letters before it (CO2, m3).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.parsers import expat

from kv2rdf.audit.declarations import has_document_type
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.dates import date_and_rest
from kv2rdf.audit.kvr.fields import FIELDS, PAPER_KINDS

_SUBJECT = "kvr/meta/vraagdata/@onderwerp"
_TABLED = re.compile(r"\(\s*[Il1]n(?:[gq]ezon[-–]?\s?den|gekomen)\s+(?=[^(){}]*[)}])")
"""Matches words such as "(Ingezonden", even if misread, before the date in a subject."""

_FRACTION = "⁄"
_SUBSTANCES = {
    "CH4", "CO2", "NH3", "NH4", "NO2", "NO3", "POCl2", "POCl3", "SF4", "SF6", "SO2", "SO3", "SO4",
    "SOCl2", "SOCl3", "U3O8", "UF4", "UF6", "UO2", "UO2F2",
}  # fmt: skip
_OXIDES = {"H2O", "N2O", "U3O", "H2S"}
_MEASURES = {"m2", "m3", "dm2", "dm3", "km2", "km3", "cm3"}
_LAST_WORD = re.compile(r"[^\W_]*$")
_ONE_NUMBER = re.compile(r"[^\w*]*[0-9]{1,3}[^\w*]*")
_LONGEST_WORD = 16
"""How many of the preceding characters are examined to recognise a formula."""

_DOCTYPE = b"<!DOCTYPE"

_MOST_DEPTH = 64
"""The maximum depth that is read. The fields of a document are at most four elements deep."""

_PARTS = {"vraag", "antwoord"}
_NAME_OF_ITEM = ("item", "attribuut")
"""The tag of an element, and its attribute whose value is part of the name of a field.

The attribute is not a field itself.
"""


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text in an input document, such as a KVR document.

    ``field`` is its key in ``FIELDS``, such as ``kvr/vragen/vraag``. ``location`` is its exact
    position in the document, such as ``kvr/vragen/vraag[2]``. ``number`` is the number of its
    element.
    """

    field: str
    location: str
    comparison: Comparison
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A text in a field that is not in ``FIELDS`` or must not contain text."""

    location: str
    text: str


def kvr_root(content: bytes) -> ElementTree.Element | None:
    """Return the root of a KVR document.

    Return None if it is another kind of document, is not XML, or declares a document type.
    """
    try:
        if _DOCTYPE in content.replace(b"\0", b"") and has_document_type(content):
            return None
        root = ElementTree.fromstring(content)  # noqa: S314 - no document type, so no entities
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError):
        # LookupError and ValueError are raised for an encoding that the parser does not know.
        return None
    return root if root.tag == "kvr" else None


def field_texts(root: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    """Yield the texts of a document that are compared, and its unknown fields, in document order.

    Elements that are nested too deeply are not fields of a document. Their text is yielded as one
    unknown field.
    """
    stack = [(root, root.tag, root.tag, 1)]
    while stack:
        element, field, location, depth = stack.pop()
        if depth > _MOST_DEPTH:
            if text := "".join(element.itertext()).strip():
                yield UnknownField(location, text)
            continue
        yield from _texts_of_element(element, field, location)
        stack += [
            (child, f"{field}/{step}", f"{location}/{name}", depth + 1)
            for child, step, name in reversed(_named_children(element))
        ]


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


def _named_children(
    element: ElementTree.Element,
) -> list[tuple[ElementTree.Element, str, str]]:
    """Return each child with its name in a field and its name in a location."""
    if not len(element):
        return []
    named = []
    count = Counter(child.tag for child in element)
    position: Counter[str] = Counter()
    for child in element:
        position[child.tag] += 1
        step = name = child.tag
        if child.tag == "item":
            step = name = f"item[{child.get('attribuut')}]"
        elif count[child.tag] > 1:
            name = f"{step}[{position[child.tag]}]"
        named.append((child, step, name))
    return named


def _own_text(element: ElementTree.Element) -> str:
    """Return the text of an element, including footnote marks that are digits of the text."""
    pieces = [element.text or ""]
    for child in element:
        mark, tail = child.get("nummer", ""), child.tail or ""
        if child.tag == "voetnoot" and _ONE_NUMBER.fullmatch(mark):
            before = _end_of(pieces)
            is_fraction = before.endswith(_FRACTION) or tail.lstrip().startswith(_FRACTION)
            if is_formula := _is_formula(before, mark, tail):
                _strip_end(pieces)
            if is_fraction or is_formula or mark == "0":
                pieces.append(mark)
        pieces.append(tail)
    return "".join(pieces)


def _end_of(pieces: Sequence[str]) -> str:
    """Return the last characters of the joined ``pieces``, without trailing white space."""
    end = ""
    for piece in reversed(pieces):
        end = (piece[-_LONGEST_WORD:] + end).rstrip() if end else piece.rstrip()[-_LONGEST_WORD:]
        if len(end) >= _LONGEST_WORD:
            break
    return end


def _strip_end(pieces: list[str]) -> None:
    """Remove the white space at the end of the joined ``pieces``."""
    while pieces and not pieces[-1].strip():
        pieces.pop()
    if pieces:
        pieces[-1] = pieces[-1].rstrip()


def _is_formula(text: str, mark: str, tail: str) -> bool:
    """Whether a mark forms a chemical formula or a unit with the letters next to it."""
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
    """Yield the date at the start of a text, as ``2005-07-08 8 juli 2005``, and then the rest."""
    date, printed, rest = date_and_rest(text)
    if date:
        yield FieldText(field, location, Comparison.DATE, f"{date} {printed}")
    if rest:
        yield FieldText(field, location, comparison, rest)
