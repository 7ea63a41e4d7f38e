"""The items in the library's record at the beginning of a KVR document.

The record describes the paper in the catalogue of the parliamentary library.
"""

import re
from collections.abc import Mapping

from kv2rdf.addresses import external
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import with_restored_letters
from kv2rdf.sources.kvr.paper_in_progress import KvrRemark
from kv2rdf.sources.markup.xml_node import Node

_ITEMS = {
    "Bibliografische_omschrijving", "Document-id", "Indiener", "Permalink", "Vindplaats",
    "Datum_indiening", "Omvang", "Bestand", "Rubriek", "Trefwoorden", "Inhoud",
    "Vraagnr_bij_indiening", "Tekstcorrecties", "Afkomstig_van", "Datum_reaktie", "Datum_uitgifte",
    "Beantwoorder", "Beginpagina", "Eindpagina", "Bron", "Jaargang", "Kamer", "Rechten",
    "RecordIdentifier", "identifier", "SGD-Type", "titel", "Type", "Vraagnummer",
}  # fmt: skip
_ITEMS_WITH_PERSONS = {"Indiener", "Beantwoorder"}
_PUBLISHED_ITEMS = {
    "Bibliografische_omschrijving", "Rubriek", "Trefwoorden", "Inhoud", "Tekstcorrecties",
}  # fmt: skip
_QUESTION_NUMBER = re.compile(r"2(\d\d)(\d\d)(\d{4})([\dH])")
_SUBJECT = re.compile(r"([^() ][^()]*) \(((?:[^()]|\([^()]*\))*)\)(?: |$)")
"""A subject in the Rubriek line, such as "Recht (Straf (jeugd))"."""


def read_items(metadata: Node) -> tuple[dict[str, str], tuple[KvrRemark, ...]]:
    """Return the items of the record by name, and remarks on them.

    There is a remark on each published item that was decoded with the wrong code page, on the item
    Tekstcorrecties, and on a Permalink that is not a valid address. Raises ReadError if an item
    with text has an unknown name, or if two items with the same name differ.
    """
    items: dict[str, str] = {}
    remarks: list[KvrRemark] = []
    for item in metadata.only_attributes().only_children("item").many("item"):
        name = item.only_attributes("attribuut").attribute("attribuut")
        printed = _listed_persons(item) if name in _ITEMS_WITH_PERSONS else item.only_text
        if not printed and name not in _ITEMS:
            continue
        value = with_restored_letters(printed)
        if name not in _ITEMS or items.get(name, value) != value:
            raise item.read_error(f"cannot read the item {name}")
        items[name] = value
        if value != printed and name in _PUBLISHED_ITEMS:
            remarks.append(
                KvrRemark(rule=FindingRule.LETTERS_CORRECTED, location=f"item {name}", text=printed)
            )
    if corrections := items.get("Tekstcorrecties"):
        location = "metadata/item Tekstcorrecties"
        remarks.append(
            KvrRemark(rule=FindingRule.TEXT_CORRECTION, location=location, text=corrections)
        )
    permalink = items.get("Permalink", "")
    if permalink and not external.is_web_address(permalink):
        location = "metadata/item Permalink"
        remarks.append(
            KvrRemark(rule=FindingRule.UNUSABLE_ADDRESS, location=location, text=permalink)
        )
    return items, tuple(remarks)


def _listed_persons(item: Node) -> str:
    """Return the names in the ``persoon`` elements of an item, joined by spaces.

    If there are no such elements, return the text of the item.
    """
    listed = item.many("persoon")
    if not listed:
        return item.only_text
    item.only_children("persoon")
    return " ".join(person.only_attributes("partij").only_text for person in listed)


def persons(metadata: Node, name: str) -> tuple[str, ...]:
    """Return the names of the persons in all items that are called ``name``.

    The text of an item without ``persoon`` elements is treated as the name of one person.
    """
    return tuple(
        with_restored_letters(person.text)
        for item in metadata.many("item")
        if item.attribute_or_empty("attribuut") == name
        for person in item.many("persoon") or [item]
        if person.text
    )


def web_page(items: Mapping[str, str]) -> str | None:
    """Return the URL of the paper at the library, or None if the record contains no valid URL."""
    printed = items.get("Permalink", "")
    return printed if external.is_web_address(printed) else None


def question_number(printed: str) -> str | None:
    """Return a question number of the Tweede Kamer, or None if ``printed`` is not one.

    In such a number, the first digit is followed by the last two digits of each of two successive
    years. For example, 2989916200 is from the session 1998-1999. A final H, which marks a reprint,
    is replaced by 0.
    """
    known = _QUESTION_NUMBER.fullmatch(printed)
    if not known:
        return None
    first, second, _, last = known.groups()
    if (int(first) + 1) % 100 != int(second):
        return None
    return printed[:-1] + ("0" if last == "H" else last)


def subjects(printed: str) -> tuple[str, ...]:
    """Return the subjects in a Rubriek line, or () if the line has an unexpected form.

    Each subject has the form "main (sub)". Subjects are separated by spaces.
    """
    found, end = [], 0
    while end < len(printed):
        subject = _SUBJECT.match(printed, end)
        if not subject:
            return ()
        found.append(f"{subject[1]} ({subject[2]})")
        end = subject.end()
    return tuple(dict.fromkeys(found))
