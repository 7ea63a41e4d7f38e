"""KVR documents as other hands could have made them: something of each is changed, by chance."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

_NUMBERS = ("", "0", "1", "1a", "II", "1.", "1 en 3", "1 t/m 5", "1-3", "5 t/m 1", "100", "1995")
_MISREAD = ("rn", "l", "1", "'", "- ", " ", "", ".", "7", "é")
_WORDS = (
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


def _any(root: etree._Element, chance: Random, *tags: str) -> etree._Element:
    found = list(root.iter(*tags)) or list(root.iter(etree.Element))
    return chance.choice(found)


def _left_out(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraagt-aan", "noten", "header", "noot", "vrager", "antwoorddata")
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _emptied(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord", "noot", "item", "vrager")
    element.text = " "
    element[:] = []


def _twice(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord", "noot", "voetnoot", "vrager", "antwoorder")
    copied = deepcopy(element)
    copied.tail = " "
    element.addprevious(copied)


def _elsewhere(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord", "noot")
    if (parent := element.getparent()) is not None:
        parent.insert(chance.randrange(len(parent)), element)


def _attribute(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance)
    element.set(chance.choice(["vreemd", *map(str, element.keys())]), chance.choice(["", " ", "x"]))


def _strange(root: etree._Element, chance: Random) -> None:
    strange = etree.SubElement(_any(root, chance), chance.choice(["b", "noot", "voetnoot"]))
    strange.text = chance.choice([None, " ", "los"])


def _remarked(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord", "vragen", "meta")
    element.append(etree.Comment("geen tekst"))


def _misread(root: etree._Element, chance: Random) -> None:
    for element in root.iter("vraag", "antwoord", "noot", "toelichting", "mededeling"):
        element.text = re.sub(
            r"\w", lambda f: chance.choice(_MISREAD) if chance.random() < 0.02 else f[0],
            element.text or "",
        )  # fmt: skip


def _numbered(root: etree._Element, chance: Random) -> None:
    _any(root, chance, "vraag", "antwoord", "noot", "voetnoot").set(
        "nummer", chance.choice(_NUMBERS)
    )


def _opened(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord")
    element.text = chance.choice(_WORDS) + (element.text or "")


def _dated(root: etree._Element, chance: Random) -> None:
    name = chance.choice(["indiendatum", "antwoorddatum"])
    _any(root, chance, "vraagdata", "antwoorddata").set(name, chance.choice(_DAYS))


def _ended(root: etree._Element, chance: Random) -> None:
    element = _any(root, chance, "vraag", "antwoord")
    *words, last = (element.text or "").split() or ["zo."]
    element.text = " ".join(words)
    root.set("type", last)


CHANGES: tuple[Callable[..., None], ...] = (
    _left_out, _emptied, _twice, _elsewhere, _attribute, _strange, _remarked, _misread, _numbered,
    _opened, _dated, _ended,
)  # fmt: skip


def varied(xml: bytes, chance: Random) -> bytes:
    """Change one to three things in a document."""
    root = etree.fromstring(xml)
    for change in chance.choices(CHANGES, k=chance.randint(1, 3)):
        change(root, chance)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
