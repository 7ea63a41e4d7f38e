"""The facts in official metadata, each of which must be in the graph."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.dates import date_and_rest
from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.content import all_text, own_texts
from kv2rdf.audit.official.metadata_fields import METADATA_FIELDS, OTHER_FIELD
from kv2rdf.audit.official.xml_roots import xml_root

_LIST, _OWMS = "metadata_gegevens", "owms-metadata"
_BLOCKS = ("owmskern", "owmsmantel", "oep")
_EDITION = r"(?:-[HhnN][0-9]*)?"
_Z_NUMBER = re.compile(rf"([0-9]{{4}})[Zz]([0-9]{{5}}){_EDITION}")
_DIGITS = {"tk": re.compile(rf"([29][0-9]{{9}}){_EDITION}"),
           "ek": re.compile(rf"(2[0-9]{{5,8}}){_EDITION}")}  # fmt: skip
_IN_SESSION = re.compile(rf"0*([1-9][0-9]*[a-z]?){_EDITION}")
_OF_A_REPLY = re.compile(rf"(ah-(?:tk|ek)-[0-9]{{8}})-0*([1-9][0-9]*[a-z]?){_EDITION}")
_MADE_KNOWN = re.compile(r"\bop ([0-9]{1,2} ?[a-z]+ [0-9]{4}),? me(?:de|e) ?gedeeld\b")
_KINDS = ("antwoord", "nader antwoord", "mededeling", "schriftelijke vragen")

Values = dict[str, list[str]]
"""Maps the name of each field, in lower case and without a prefix, to the values of the field."""


def metadata_root(content: bytes) -> Element | None:
    """Return the root of a document with official metadata, or None (see ``xml_root``)."""
    return xml_root(content, _LIST, _OWMS)


def metadata_facts(root: Element) -> Iterator[FieldText | UnknownField]:
    """Yield each fact that must be in the graph, and each text in an unexpected position."""
    values: Values = {}
    yield from _unknown(str(root.tag), root)
    blocks = [root] if root.tag == _LIST else list(root)
    for block in blocks:
        if block is not root:
            yield from _unknown(str(block.tag), block)
        for field in block:
            name = field.get("name") or "" if block is root else str(field.tag)
            words = field.get("content") or "" if block is root else all_text(field)
            if block is root:
                yield from _unknown(f"metadata[{name}]", field)
            elif block.tag not in _BLOCKS:
                yield UnknownField(str(block.tag), words)
            found = values.setdefault(re.split(r"[.}]", name.casefold())[-1], [])
            if words.strip() and words not in found:
                found.append(words)
    yield from _facts(values)


def _facts(values: Values) -> Iterator[FieldText]:
    chamber = "ek" if _first(values, "creator").casefold().startswith("eerste") else "tk"
    is_reply = _first(values, "identifier").startswith("ah-")
    session = _first(values, "vergaderjaar")
    for name, found in values.items():
        for words in map(str.strip, found):
            if name == "vraagnummer":
                yield _text(name, _case_number(words, chamber))
            elif name == "aanhangselnummer" and is_reply:
                number = _IN_SESSION.sub(r"\1", words)
                yield _text(name, f"ah-{chamber}-{session.replace('-', '')}-{number}")
            elif name == "vergaderjaar" and is_reply and _first(values, "aanhangselnummer"):
                continue  # The session is compared as part of the number.
            elif name == "aanhangsel":
                yield _text(name, _OF_A_REPLY.sub(r"\1-\2", words))
            elif name == "type" and words.casefold() not in _KINDS:
                continue  # The value is the name of a publication.
            elif name != "documentstatus" or words.casefold() == "onopgemaakt":
                yield from _known(name, words)
    for made_known in _MADE_KNOWN.findall(_first(values, "title"))[:1]:
        if day := date_and_rest(made_known)[0]:
            yield _text("day in the title", day)


def _known(name: str, words: str) -> Iterator[FieldText]:
    field = f"metadata/{name}"
    if field not in METADATA_FIELDS:
        yield FieldText(OTHER_FIELD, field, METADATA_FIELDS[OTHER_FIELD].comparison, words)
    elif METADATA_FIELDS[field].comparison is not Comparison.IGNORED:
        yield _text(name, words)


def _case_number(words: str, chamber: str) -> str:
    """Return a case number without its edition, such as -H1. Return other words unchanged."""
    if found := _Z_NUMBER.fullmatch(words):
        return f"{found[1]}Z{found[2]}"
    digits = _DIGITS[chamber].fullmatch(words)
    return digits[1] if digits else words


def _first(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "").strip()


def _text(name: str, words: str) -> FieldText:
    field = f"metadata/{name}"
    return FieldText(field, field, METADATA_FIELDS[field].comparison, words)


def _unknown(location: str, element: Element) -> Iterator[UnknownField]:
    yield from (UnknownField(location, text) for text in own_texts(element))
