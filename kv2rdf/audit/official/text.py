"""The texts of an official paper in XML, by field."""

from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from itertools import takewhile
from xml.etree import ElementTree

from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.content import all_text, own_texts
from kv2rdf.audit.official.descriptions import (
    asked_texts,
    description_text,
    is_notice,
    replied_texts,
)
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS
from kv2rdf.audit.official.heads import HEAD_TAGS, head_texts, metadata_texts
from kv2rdf.audit.official.parts import PrintedBody
from kv2rdf.audit.official.xml_roots import xml_root

_ROOT, _OLD_ROOT = "officiele-publicatie", "vraagdoc"
_CHARACTERS = {name[:-1]: character for name, character in html5.items() if name.endswith(";")}
"""Maps entities to their characters.

Documents with an external document type may use these entities.
"""


def official_root(content: bytes) -> ElementTree.Element | None:
    """Return the root of an official paper.

    Return None if ``content`` is another kind of document, is not XML, or declares entities.
    """
    return xml_root(content, _ROOT, _OLD_ROOT, characters=_CHARACTERS)


def official_texts(root: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    """Yield the texts of a paper that are compared, and texts in unexpected positions."""
    yield from _unknown(str(root.tag), own_texts(root))
    for child in root:
        if child.tag == "metadata":
            yield from metadata_texts(child)
        elif child.tag == "kamervragen" and root.tag == _ROOT:
            yield from _modern_texts(child)
        elif child.tag == "body" and root.tag == _OLD_ROOT:
            yield from _old_texts(child)
        elif root.tag == _OLD_ROOT and child.tag in HEAD_TAGS:
            yield from head_texts(child, str(child.tag))
        else:
            yield from _unknown(str(child.tag), [all_text(child)])
    for image in root.iter("illustratie"):
        if name := " ".join((image.get("naam") or "").split()):
            yield _field("official/illustratie", "illustratie/@naam", name)


def _modern_texts(content: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    body = PrintedBody()
    described = content.findall("kamervraagomschrijving")
    has_reply = len(described) > 1
    yield from _unknown("kamervragen", own_texts(content))
    for child, location in _located(content, "kamervragen"):
        if child.tag in HEAD_TAGS:
            yield from head_texts(child, location)
        elif child.tag != "kamervraagomschrijving":
            body.add(child, location)
        elif child is described[0]:
            yield from asked_texts([child], location, has_reply=has_reply)
        else:
            yield from replied_texts([child], location)
    body.end_side(has_reply=has_reply)
    replied = description_text(described[1:])
    yield from body.texts(is_notice=is_notice(replied), has_reply=has_reply)


def _old_texts(content: ElementTree.Element) -> Iterator[FieldText | UnknownField]:
    body, replied = PrintedBody(), ""
    reply = content.find("reactie")
    has_reply = reply is not None
    is_described = reply is not None and bool(_description(reply))
    yield from _unknown("body", own_texts(content))
    for side, place in _located(content, "body"):
        if side.tag in HEAD_TAGS:
            yield from head_texts(side, place)
            continue
        yield from _unknown(place, own_texts(side))
        described = _description(side)
        head = set(map(id, described))
        if side.tag == "vragen":
            yield from asked_texts(described, f"{place}/omschr", has_reply=is_described)
        elif described:
            replied = description_text(described)
            yield from replied_texts(described, f"{place}/omschr")
        for child, location in _located(side, place):
            if child.tag in HEAD_TAGS:
                yield from head_texts(child, location)
            elif id(child) not in head:
                body.add(child, location)
        body.end_side(has_reply=side.tag == "reactie")
    yield from body.texts(is_notice=is_notice(replied), has_reply=has_reply)


def _description(side: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the elements of a description, which precede the first question or answer.

    ``side`` is the element with all questions, or with the whole reply.
    """
    before = takewhile(lambda child: child.tag not in ("vraag", "antwoord"), side)
    return [child for child in before if child.tag in ("omschr", "ondw", "datum")]


def _located(
    parent: ElementTree.Element, location: str
) -> Iterator[tuple[ElementTree.Element, str]]:
    """Yield the children of an element, each with its location."""
    places = Counter[str]()
    for child in parent:
        places[str(child.tag)] += 1
        yield child, f"{location}/{child.tag}[{places[str(child.tag)]}]"


def _unknown(location: str, texts: Iterator[str] | list[str]) -> Iterator[UnknownField]:
    yield from (UnknownField(location, text) for text in texts if text)


def _field(name: str, location: str, text: str) -> FieldText:
    return FieldText(name, location, OFFICIAL_FIELDS[name].comparison, text)
