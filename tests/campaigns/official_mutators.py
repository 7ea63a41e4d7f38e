"""Changes that a damaged or foreign official paper may have, each made by one function."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

_NAMES = (
    "al", "vraag", "antwoord", "nr", "nummer", "noot", "noot.nr", "noot.al", "nootref", "lijst",
    "li", "li.nr", "table", "title", "tgroup", "thead", "tbody", "tfoot", "row", "entry", "colspec",
    "kop", "titel", "tussenkop", "nadruk", "sup", "inf", "br", "extref", "intref", "datum", "naam",
    "achternaam", "organisatie", "plaatje", "illustratie", "witreg", "kamervraagopmerking",
    "kamervraagbijlage", "kamervraagkop", "tekstregel", "kamervraagonderwerp", "meta", "metadata",
    "al-groep", "divisie", "definitielijst", "definitie-item", "term", "definitie", "onbekend",
    "vragen", "reactie", "omschr", "ondw", "toelicht", "opmerking", "vraagnummer", "body", "frontm",
)  # fmt: skip
_WORDS = (
    "los woord", "Mededeling", "Vraag 2", "Antwoord op de vragen 1 en 2", "2 t/m 9999", "0",
    "a | b",
    "\x85", "\u2028", "\u202eעברית", "αβγ", "😀", "\u00a0", "\u0301", "(ingezonden 3 mei 2030)",
    "(ontvangen 9 mei 2030).", "Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5.",
    "Nader antwoord", "met kenmerk 2030Z00009", "(beiden CDA)", "en", "<al>", "&amp;", "1" * 60,
)  # fmt: skip
_ATTRIBUTES = (
    "id", "nr", "refid", "type", "doc", "isodatum", "inhoud", "namest", "nameend", "morerows",
    "naam", "content", "status",
)  # fmt: skip
_VALUES = ("", "1", "n1", "vet", "URL", "https://example.org/[a]", "2030-02-30", "2031-02-01", "c2")

_PARSER = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)

Change = Callable[[etree._Element, Random], None]  # noqa: SLF001 - lxml has no public name


def _any(root: etree._Element, chance: Random) -> etree._Element:
    return chance.choice(list(root.iter(etree.Element)))


def _remove(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance)
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _copy(root: etree._Element, chance: Random) -> None:
    element, to = _any(root, chance), _any(root, chance)
    to.insert(chance.randint(0, len(to)), deepcopy(element))


def _repeat(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance)
    for _ in range(chance.choice((1, 20, 300))):
        if element.getparent() is not None:
            element.addnext(deepcopy(element))


def _move(root: etree._Element, chance: Random) -> None:
    element, to = _any(root, chance), _any(root, chance)
    if element not in (to, *to.iterancestors()):
        to.insert(chance.randint(0, len(to)), element)


def _rename(root: etree._Element, chance: Random) -> None:
    _any(root, chance).tag = chance.choice(_NAMES)


def _insert(root: etree._Element, chance: Random) -> None:
    parent = _any(root, chance)
    child = etree.Element(chance.choice(_NAMES))
    child.text, child.tail = (chance.choice((None, *_WORDS)) for _ in range(2))
    parent.insert(chance.randint(0, len(parent)), child)


def _wrap(root: etree._Element, chance: Random) -> None:
    for _ in range(chance.choice((1, 3, 40, 400))):
        element = _any(root, chance)
        if (parent := element.getparent()) is not None:
            outer = etree.Element(chance.choice(_NAMES))
            parent.replace(element, outer)
            outer.append(element)


def _put_text(root: etree._Element, chance: Random) -> None:
    element, words = _any(root, chance), chance.choice(_WORDS)
    if chance.randrange(2):
        element.text = chance.choice((words, (element.text or "") + words))
    elif element.getparent() is not None:
        element.tail = (element.tail or "") + words


def _put_character(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance)
    text = element.text or ""
    at = chance.randint(0, len(text))
    element.text = text[:at] + chance.choice(_WORDS) + text[at:]


def _lengthen(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance)
    element.text = (element.text or "") * chance.choice((2, 20, 2000))


def _set_attribute(root: etree._Element, chance: Random) -> None:
    _any(root, chance).set(chance.choice(_ATTRIBUTES), chance.choice(_VALUES))


def _swap(root: etree._Element, chance: Random) -> None:
    one, two = _any(root, chance), _any(root, chance)
    one.text, two.text = two.text, one.text


CHANGES: tuple[Change, ...] = (
    _remove, _copy, _repeat, _move, _rename, _insert, _wrap, _put_text, _put_character, _lengthen,
    _set_attribute, _swap,
)  # fmt: skip


def _flip_bit(xml: bytes, chance: Random) -> bytes:
    changed = bytearray(xml)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_off(xml: bytes, chance: Random) -> bytes:
    return xml[: chance.randrange(len(xml))]


def _declare_type(xml: bytes, chance: Random) -> bytes:
    types = (
        b"<!DOCTYPE a>", b'<!DOCTYPE a SYSTEM "a.dtd">', b'<!DOCTYPE a [<!ENTITY a "b">]>',
        b'<!DOCTYPE a SYSTEM "a.dtd" [<!ATTLIST al type CDATA "x">]>', b"<!DOCTYPE a []>",
    )  # fmt: skip
    name = b"<vraagdoc" if b"<vraagdoc" in xml else b"<officiele"
    xml = xml.replace(name, chance.choice(types) + name, 1)
    return _put_markup(xml, chance)


def _put_markup(xml: bytes, chance: Random) -> bytes:
    ends = [found.start() for found in re.finditer(rb"</?(?:al|nr|noot|vraag)", xml)] or [0]
    at = chance.choice(ends)
    pieces = (b"<!-- a -->", b"<?a b?>", b"<![CDATA[ <los> ]]>", b"&eacute;&nbsp;", b"&a;",
              b"&amp;",
              b'<x:al xmlns:x="u">los</x:al>', b"\0")  # fmt: skip
    return xml[:at] + chance.choice(pieces) + xml[at:]


def _encode(xml: bytes, chance: Random) -> bytes:
    encoding = chance.choice(("utf-16", "iso-8859-1", "windows-1252", "utf-8-sig"))
    text = re.sub(r"<\?xml[^>]*\?>", "", xml.decode("utf-8"))
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    head = f"<?xml version='1.0' encoding='{name}'?>"
    return (head + text.replace("\n", "\r\n")).encode(encoding, "xmlcharrefreplace")


CHANGES_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip_bit, _cut_off, _declare_type, _put_markup, _encode,
)  # fmt: skip


def official_mutant(xml: bytes, chance: Random) -> bytes:
    """Return an official paper with one to three random changes."""
    root = etree.fromstring(xml, _PARSER)
    for _ in range(chance.randint(1, 3)):
        chance.choice(CHANGES)(root, chance)
    changed = etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)
    return chance.choice(CHANGES_OF_BYTES)(changed, chance) if chance.random() < 0.2 else changed
