"""Changes that a damaged, hostile or foreign document may have, each made by one function.

``tests/kvr_variants.py`` contains changes that other editors could make. The changes here go
further.
"""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.kvr_variants import CHANGES

_HEADINGS = (
    "129 Vragen van het lid Putten (ABC) over iets. (Ingezonden 3 mei 1985)",
    "Vraag van het lid Putten (ABC) over iets. (Ingezonden 3 mei 1985)",
    "Antwoord Antwoord van minister Kade (Zaken). (Ontvangen 3 mei 1996)",
    "Mededeling van minister Kade (Zaken). (Ontvangen 3 mei 1996)",
)
_ODD_CHARACTERS = "\x85\u2028\u00a0\u00ad\u200b\ufeff\ufb01\u0301\U0001f600«»⁄|~\\\"'"
_LABELS = ("1 t/m 9999", "1, 2, 3", "7a", "en 2", "99999", "1" * 60, "0")


def _elements(root: etree._Element, *tags: str) -> list[etree._Element]:
    return list(root.iter(*tags)) or [root]


def _take_from(tag: str) -> Callable[[etree._Element, etree._Element, Random], None]:
    def take(root: etree._Element, other: etree._Element, _chance: Random) -> None:
        own, foreign = root.find(f".//{tag}"), other.find(f".//{tag}")
        if own is not None and foreign is not None and (parent := own.getparent()) is not None:
            parent.replace(own, deepcopy(foreign))

    return take


def _repeat_parts(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    element = chance.choice(_elements(root, "vraag", "antwoord"))
    for _ in range(chance.choice((2, 30, 300))):
        if element.getparent() is not None:
            element.addnext(deepcopy(element))


def _reverse_parts(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    parent = chance.choice(_elements(root, "vragen", "antwoorden"))
    parent[:] = list(reversed(parent))


def _nest(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    inner = chance.choice(_elements(root, "vraag", "antwoord", "noot"))
    for _ in range(chance.choice((1, 20, 60, 400))):
        inner = etree.SubElement(inner, "b")
    inner.text = chance.choice((None, " ", "diep"))


def _insert_heading(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    element = chance.choice(_elements(root, "vraag", "antwoord", "toelichting", "noot"))
    words = (element.text or "").split()
    words.insert(chance.randint(0, len(words)), chance.choice(_HEADINGS))
    element.text = " ".join(words)


def _insert_character(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    element = chance.choice(_elements(root, "vraag", "antwoord", "noot", "item", "vrager"))
    text = element.text or ""
    at = chance.randint(0, len(text))
    element.text = text[:at] + chance.choice(_ODD_CHARACTERS) + text[at:]


def _insert_mark(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    element = chance.choice(_elements(root, "vraag", "antwoord"))
    mark = etree.SubElement(element, "voetnoot", nummer=chance.choice(("0", "1", "9", "12", "x")))
    mark.tail = chance.choice((" ", "⁄ 2", " en verder", None))


def _change_label(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    chance.choice(_elements(root, "vraag", "antwoord")).set("nummer", chance.choice(_LABELS))


def _swap_texts(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    one, two = (chance.choice(_elements(root, "vraag", "antwoord", "noot")) for _ in range(2))
    one.text, two.text = two.text, one.text


def _move_text_to_day(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    heading = chance.choice(_elements(root, "vraagdata", "antwoorddata"))
    part = chance.choice(_elements(root, "vraag", "antwoord"))
    name = "indiendatum" if heading.tag == "vraagdata" else "antwoorddatum"
    heading.set(name, f"{heading.get(name, '')} {part.text or ''}")


def _lengthen(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    element = chance.choice(_elements(root, "vraag", "antwoord", "noot", "vrager", "item"))
    element.text = (element.text or "") * chance.choice((2, 20, 200))


def _blank_out(root: etree._Element, _other: etree._Element, chance: Random) -> None:
    for element in root.iter(chance.choice(("vraag", "antwoord", "noot", "vrager", "item"))):
        element.text = None


_CHANGES_OF_TWO: tuple[Callable[[etree._Element, etree._Element, Random], None], ...] = (
    _take_from("vragen"), _take_from("antwoorden"), _take_from("meta"), _take_from("vraagdata"),
    _repeat_parts, _reverse_parts, _nest, _insert_heading, _insert_character, _insert_mark,
    _change_label, _swap_texts, _move_text_to_day, _lengthen, _blank_out,
)  # fmt: skip


def _declare(encoding: str) -> Callable[[bytes, Random], bytes]:
    def declare(xml: bytes, _chance: Random) -> bytes:
        text = re.sub(r"<\?xml[^>]*\?>", "", xml.decode("utf-8"))
        head = f"<?xml version='1.0' encoding='{encoding}'?>"
        return (head + text).encode(encoding, "xmlcharrefreplace")

    return declare


def _truncate(xml: bytes, chance: Random) -> bytes:
    return xml[: chance.randrange(len(xml))]


def _flip_bit(xml: bytes, chance: Random) -> bytes:
    changed = bytearray(xml)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _declare_type(xml: bytes, chance: Random) -> bytes:
    types = (b"<!DOCTYPE kvr>", b"<!DOCTYPE html>", b'<!DOCTYPE kvr [<!ENTITY a "b">]>')
    return xml.replace(b"<kvr", chance.choice(types) + b"<kvr", 1)


def _insert_markup(xml: bytes, chance: Random) -> bytes:
    ends = [found.start() for found in re.finditer(rb"</(?:vraag|antwoord|noot)>", xml)] or [0]
    at = chance.choice(ends)
    pieces = (b"<!-- a -->", b"<?a b?>", b"<![CDATA[ <los> ]]>", b"&amp;&#8232;&#133;", b"&a;")
    return xml[:at] + chance.choice(pieces) + xml[at:]


def _prefix_root(xml: bytes, _chance: Random) -> bytes:
    xml = xml.replace(b"<kvr", b'<x:kvr xmlns:x="urn:x"', 1)
    return xml.replace(b"</kvr>", b"</x:kvr>")


_CHANGES_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _declare("utf-16"), _declare("iso-8859-1"), _declare("windows-1252"), _declare("utf-7"),
    _truncate, _flip_bit, _declare_type, _insert_markup, _prefix_root,
)  # fmt: skip

NUMBER_OF_MUTATORS = len(CHANGES) + len(_CHANGES_OF_TWO) + len(_CHANGES_OF_BYTES)


def mutant(xml: bytes, other: bytes, chance: Random) -> bytes:
    """Return a document with one to three random changes, some with parts of another document."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
    root, foreign = etree.fromstring(xml, parser), etree.fromstring(other, parser)
    for _ in range(chance.randint(1, 3)):
        kind = chance.randrange(NUMBER_OF_MUTATORS)
        if kind < len(CHANGES):
            CHANGES[kind](root, chance)
        elif kind < len(CHANGES) + len(_CHANGES_OF_TWO):
            _CHANGES_OF_TWO[kind - len(CHANGES)](root, foreign, chance)
        else:
            changed = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            return _CHANGES_OF_BYTES[kind - len(CHANGES) - len(_CHANGES_OF_TWO)](changed, chance)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
