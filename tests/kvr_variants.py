"""KVR documents with random changes that other editors or scanners could have made."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

_NUMBERS = ("", "0", "1", "1a", "II", "1.", "1 en 3", "1 t/m 5", "1-3", "5 t/m 1", "100", "1995")
_MISREADINGS = ("rn", "l", "1", "'", "- ", " ", "", ".", "7", "é")
_OPENINGS = (
    "t/m 3 ", "e n 2 ", ") ", "van de ", "a. ", "1999). ", "(Ontvangen 3 mei 1996) ",
    "Antwoord Antwoord van minister Kade (Zaken). (Ontvagen 3 mei 1996} ",
    "Mededeling van minister Kade (Zaken). (Ontvangen 3 mei 1996) ",
    "127 Vragen van het lid Putten (ABC) over iets. (Ingezonden 3 mei 1985) ",
)  # fmt: skip
_DAYS = (
    "9999-12-31",
    "1997-03-32",
    "l2 maart 1997)",
    "maart 1997)",
    "12 maart 1997) 1 en 2 Dat is zo.",
)


def _any_element(root: etree._Element, chance: Random, *tags: str) -> etree._Element:
    found = list(root.iter(*tags)) or list(root.iter(etree.Element))
    return chance.choice(found)


def _leave_out(root: etree._Element, chance: Random) -> None:
    element = _any_element(
        root, chance, "vraagt-aan", "noten", "header", "noot", "vrager", "antwoorddata"
    )
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _empty(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance, "vraag", "antwoord", "noot", "item", "vrager")
    element.text = " "
    element[:] = []


def _duplicate(root: etree._Element, chance: Random) -> None:
    element = _any_element(
        root, chance, "vraag", "antwoord", "noot", "voetnoot", "vrager", "antwoorder"
    )
    copied = deepcopy(element)
    copied.tail = " "
    element.addprevious(copied)


def _move(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance, "vraag", "antwoord", "noot")
    if (parent := element.getparent()) is not None:
        parent.insert(chance.randrange(len(parent)), element)


def _change_attribute(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance)
    element.set(chance.choice(["vreemd", *map(str, element.keys())]), chance.choice(["", " ", "x"]))


def _add_unknown_element(root: etree._Element, chance: Random) -> None:
    added = etree.SubElement(_any_element(root, chance), chance.choice(["b", "noot", "voetnoot"]))
    added.text = chance.choice([None, " ", "los"])


def _add_comment(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance, "vraag", "antwoord", "vragen", "meta")
    element.append(etree.Comment("geen tekst"))


def _misread_letters(root: etree._Element, chance: Random) -> None:
    for element in root.iter("vraag", "antwoord", "noot", "toelichting", "mededeling"):
        element.text = re.sub(
            r"\w", lambda m: chance.choice(_MISREADINGS) if chance.random() < 0.02 else m[0],
            element.text or "",
        )  # fmt: skip


def _change_number(root: etree._Element, chance: Random) -> None:
    _any_element(root, chance, "vraag", "antwoord", "noot", "voetnoot").set(
        "nummer", chance.choice(_NUMBERS)
    )


def _change_opening(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance, "vraag", "antwoord")
    element.text = chance.choice(_OPENINGS) + (element.text or "")


def _change_day(root: etree._Element, chance: Random) -> None:
    name = chance.choice(["indiendatum", "antwoorddatum"])
    _any_element(root, chance, "vraagdata", "antwoorddata").set(name, chance.choice(_DAYS))


def _move_last_word_to_type(root: etree._Element, chance: Random) -> None:
    element = _any_element(root, chance, "vraag", "antwoord")
    *words, last = (element.text or "").split() or ["zo."]
    element.text = " ".join(words)
    root.set("type", last)


CHANGES: tuple[Callable[..., None], ...] = (
    _leave_out, _empty, _duplicate, _move, _change_attribute, _add_unknown_element, _add_comment,
    _misread_letters, _change_number, _change_opening, _change_day, _move_last_word_to_type,
)  # fmt: skip


def changed_document(xml: bytes, chance: Random) -> bytes:
    """Return a document with one to three random changes."""
    root = etree.fromstring(xml)
    for change in chance.choices(CHANGES, k=chance.randint(1, 3)):
        change(root, chance)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
