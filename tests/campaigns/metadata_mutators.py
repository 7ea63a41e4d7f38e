"""Changes that damaged or foreign official metadata may have, each made by one function."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.campaigns.official_mutators import CHANGES_OF_BYTES

_NAMES = (
    "DC.title", "dc.TITLE", "DC.type", "DC.identifier", "DC.creator", "DCTERMS.issued",
    "DCTERMS.available", "DCTERMS.alternative", "OVERHEIDop.indiener", "OVERHEIDop.ontvanger",
    "OVERHEIDop.vraagnummer", "OVERHEIDop.VraagNummer", "OVERHEIDop.aanhangselNummer",
    "OVERHEIDop.aanhangsel", "OVERHEIDop.vergaderjaar", "OVERHEIDop.datumIndiening",
    "OVERHEIDop.datumOntvangst", "OVERHEIDop.documentStatus", "OVERHEIDop.bijlage",
    "OVERHEIDop.hoofddocument", "OVERHEIDop.versieInformatie", "OVERHEID.category", "OVERHEIDop.x",
    "dcterms.modified",
)  # fmt: skip
_VALUES = (
    "", " ", "Antwoord", "NADER ANTWOORD", "Mededeling", "Schriftelijke vragen",
    "Mondelinge vragen", "Uitstel beantwoording vragen van het lid Bos over de sluis",
    "Intrekking vragen van het lid Bos", "Nader antwoord op vragen van het lid Bos",
    "Antwoord van Minister Mos (Land)", "Vragen van het lid Bos op 3 mei 2031 medegedeeld aan x",
    "Vragen van het lid Bos (ABC), op 30 februari 2031 medegedeeld", "2031-02-30", "2031-01-13",
    "20310113", "13-01-2031", "2030-2031", "2031-2032", "2030-2032", "Onopgemaakt", "Opgemaakt",
    "2031Z00031", "2031z00031-h1", "2031D00031", "2303112340", "2303112343", "230310007",
    "219200007-n1", "78", "0078", "78a", "78-h1", "zeven", "0", "ah-tk-20302031-78",
    "ah-tk-20302031-0079-h1", "ah-ek-20302031-7", "ah-1300001", "ah-x", "kv-tk-2031Z00031",
    "kv-2031Z00031-n1", "kv-tk-2031Z000311", "kv-123", "kv-ek-230310007", "blg-1", "kst-1-2",
    "Verkeer | Water", "Verkeer", "Verkeer | x | y", "a | b", "I. Bos", "Bos, I.", "I. Bos (ABC)",
    "I.  Bos", "\u00a0", "\u2028", "\x85", "\u202eעברית", "😀", "<al>", "&amp;", "1" * 60,
    "x" * 2000, "Tweede Kamer der Staten-Generaal", "Eerste Kamer der Staten-Generaal", "nl", "en",
)  # fmt: skip

Change = Callable[[etree._Element, Random], None]  # noqa: SLF001 - lxml has no public name


def value(field: etree._Element) -> str:
    """Return the value of a field, in either form of metadata."""
    return field.get("content") or field.text or ""


def set_value(field: etree._Element, words: str) -> None:
    """Change the value of a field, in either form of metadata."""
    if field.get("content") is None:
        field.text = words
    else:
        field.set("content", words)


def _fields(root: etree._Element) -> list[etree._Element]:
    return [each for each in root.iter(etree.Element) if len(each) == 0 and each is not root]


def _any(root: etree._Element, chance: Random) -> etree._Element:
    return chance.choice(_fields(root) or [root])


def _remove(root: etree._Element, chance: Random) -> None:
    field = _any(root, chance)
    if (parent := field.getparent()) is not None:
        parent.remove(field)


def _repeat(root: etree._Element, chance: Random) -> None:
    field = _any(root, chance)
    if field.getparent() is not None:
        copy = deepcopy(field)
        set_value(copy, chance.choice((value(field), *_VALUES)))
        field.addnext(copy)


def _replace(root: etree._Element, chance: Random) -> None:
    set_value(_any(root, chance), chance.choice(_VALUES))


def _extend(root: etree._Element, chance: Random) -> None:
    field = _any(root, chance)
    words, at = value(field), chance.randint(0, len(value(field)))
    set_value(field, words[:at] + chance.choice(_VALUES) + words[at:])


def _swap(root: etree._Element, chance: Random) -> None:
    one, two = _any(root, chance), _any(root, chance)
    words = value(one)
    set_value(one, value(two))
    set_value(two, words)


def _change_case(root: etree._Element, chance: Random) -> None:
    field = _any(root, chance)
    set_value(field, chance.choice((str.upper, str.lower, str.title))(value(field)))


def _rename(root: etree._Element, chance: Random) -> None:
    field, name = _any(root, chance), chance.choice(_NAMES)
    if field.get("name") is not None:
        field.set("name", name)
    elif field is not root:
        field.tag = chance.choice([str(other.tag) for other in _fields(root)])


def _set_attribute(root: etree._Element, chance: Random) -> None:
    _any(root, chance).set(chance.choice(("scheme", "name", "x")), chance.choice(_VALUES))


def _put_text(root: etree._Element, chance: Random) -> None:
    element = chance.choice(list(root.iter(etree.Element)))
    words = chance.choice(("los woord", "2031-01-13", "<al>"))
    if chance.randrange(2) or element.getparent() is None:
        element.text = words
    else:
        element.tail = words


def _insert(root: etree._Element, chance: Random) -> None:
    parent = chance.choice(list(root.iter(etree.Element)))
    child = etree.SubElement(parent, chance.choice(("metadata", "owmskern", "oep", "b")))
    child.text = chance.choice((None, "los woord"))


CHANGES: tuple[Change, ...] = (
    _remove, _repeat, _replace, _extend, _swap, _change_case, _rename, _set_attribute, _put_text,
    _insert,
)  # fmt: skip
_LIKELY = (_remove, _repeat, _replace, _extend, _swap, _change_case)
"""The changes after which metadata can often still be read."""


def metadata_mutant(xml: bytes, chance: Random) -> bytes:
    """Return metadata with one to three random changes."""
    root = etree.fromstring(xml)
    changes = CHANGES if chance.random() < 0.2 else _LIKELY
    for _ in range(chance.randint(1, 3)):
        try:
            chance.choice(changes)(root, chance)
        except ValueError:  # a character that XML cannot contain
            continue
    changed = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return chance.choice(CHANGES_OF_BYTES)(changed, chance) if chance.random() < 0.1 else changed
