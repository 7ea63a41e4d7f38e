"""The texts of an official paper in XML, by field."""

import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from xml.etree import ElementTree
from xml.parsers import expat

from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.content import all_text, own_texts
from kv2rdf.audit.official.descriptions import asked_texts, is_notice, replied_texts
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS
from kv2rdf.audit.official.parts import PrintedBody

_ROOT = "officiele-publicatie"
_HEAD = ("kamervraagkop", "kamervraagnummer", "kamervraagomschrijving")
_IDENTIFIER = re.compile(r"/((?:ah|kv)-[0-9A-Za-z-]+)/metadata\.xml\s*$")
_CHARACTERS = {name[:-1]: character for name, character in html5.items() if name.endswith(";")}
"""The characters that a document with an external document type may name."""


def official_root(content: bytes) -> ElementTree.Element | None:
    """Return the root of an official paper.

    Return None if it is another kind of document, is not XML, or declares entities.
    """
    if _ROOT.encode() not in content.replace(b"\0", b""):
        return None
    parser = ElementTree.XMLParser()  # noqa: S314 - a document that declares entities is not read
    parser.entity.update(_CHARACTERS)
    try:
        if b"<!ENTITY" in content.replace(b"\0", b"") and _declares_entities(content):
            return None
        parser.feed(content)
        root = parser.close()
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError):
        return None
    return root if root.tag == _ROOT else None


def _declares_entities(content: bytes) -> bool:
    found: list[bool] = []

    def stop(*_declaration: object) -> None:
        found.append(True)
        raise ValueError("an entity: nothing behind it is read")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = stop
    try:
        parser.Parse(content)
    except ValueError:
        if not found:
            raise
    return bool(found)


def official_texts(root: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    """Yield each text of a paper that is compared, and each text where there should be none."""
    yield from _unknown(_ROOT, own_texts(root))
    for child in root:
        if child.tag == "metadata":
            yield from _unknown("metadata", [all_text(child)])
            yield from _identifier(child)
        elif child.tag == "kamervragen":
            yield from _paper_texts(child)
        else:
            yield from _unknown(str(child.tag), [all_text(child)])


def _identifier(metadata: ElementTree.Element) -> Iterator[FieldText]:
    for meta in metadata.iter("meta"):
        found = _IDENTIFIER.search(meta.get("content") or "")
        if meta.get("name") == "OVERHEIDop.externMetadataRecord" and found:
            yield _field("official/identifier", "metadata/meta/@content", found[1])


def _paper_texts(content: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    body, places = PrintedBody(), Counter[str]()
    replied = ""
    has_reply = len(content.findall("kamervraagomschrijving")) > 1
    yield from _unknown("kamervragen", own_texts(content))
    for child in content:
        tag = str(child.tag)
        places[tag] += 1
        location = f"kamervragen/{tag}[{places[tag]}]"
        if tag == "kamervraagkop":
            yield from _head_texts(child, location)
        elif tag == "kamervraagnummer":
            yield _field("official/kamervraagnummer", location, all_text(child).lstrip("0"))
        elif tag == "kamervraagomschrijving" and places[tag] == 1:
            yield from asked_texts(child, location, has_reply=has_reply)
        elif tag == "kamervraagomschrijving":
            yield from replied_texts(child, location)
            replied = all_text(child)
        else:
            body.add(child, location)
    yield from body.texts(is_notice=is_notice(replied), has_reply=has_reply)
    for image in content.iter("illustratie"):
        if name := " ".join((image.get("naam") or "").split()):
            yield _field("official/illustratie", "illustratie/@naam", name)


def _head_texts(head: ElementTree.Element, location: str) -> Iterator[UnknownField]:
    yield from _unknown(location, own_texts(head))
    for line in head:
        kind, text = line.get("inhoud") or "", all_text(line)
        if line.tag != "tekstregel" or f"official/{kind}" not in OFFICIAL_FIELDS:
            yield from _unknown(f"{location}/{line.tag}", [text])


def _unknown(location: str, texts: Iterator[str] | list[str]) -> Iterator[UnknownField]:
    yield from (UnknownField(location, text) for text in texts if text)


def _field(name: str, location: str, text: str) -> FieldText:
    return FieldText(name, location, OFFICIAL_FIELDS[name].comparison, text)
